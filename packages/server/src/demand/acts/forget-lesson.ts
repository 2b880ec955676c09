import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db } from '../../database/index.ts'
import { forgetMemory } from '../store/import-memory.ts'

/** Forgets what one import taught about headings: it is no longer proposed, and who forgot it is kept. */
export function forgetLesson(db: Db, actor: Actor, id: string): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'demand.forget-headings', async (tx, record) => {
    const forgotten = await forgetMemory(tx, id, actor.name)
    if (!forgotten) return refuse({ code: 'not_found', values: { what: 'lesson of an import', id } })
    await record({ room: 'demand', kind: 'import_memory', id, before: { fileName: forgotten.file_name, forgotten: false }, after: { fileName: forgotten.file_name, forgotten: true } })
    return ok({})
  })
}
