import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { findFile, whereNamed, withdrawFile } from '../store.ts'

type Refused = Refusal<'not_found' | 'evidence_file_used'>

/** Withdraws a file that nothing names. Acts of an organisation follow one another: nothing can begin to name it meanwhile. */
export function withdrawEvidence(db: Db, actor: Actor, id: string, reason: string): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'value.withdraw-evidence', async (tx, record) => {
    const file = await findFile(tx, id)
    if (!file || file.withdrawn) return refuse({ code: 'not_found', values: { what: 'file of evidence', id } })
    const named = await whereNamed(tx, id)
    if (named.length > 0) return refuse({ code: 'evidence_file_used', values: { fileName: file.fileName, where: named.join(', ') } })
    await withdrawFile(tx, actor, file, reason)
    const { fileName, sha256, bytes } = file
    await record({ room: 'value', kind: 'evidence_file', id, before: { fileName, sha256, bytes }, after: null, why: reason })
    return ok(id)
  })
}
