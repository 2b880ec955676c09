import type { Actor, Tx } from '../../database/index.ts'
import { notify } from '../../governance/index.ts'
import { whoApplied, type FoundImport } from '../store/imports.ts'

const about = (id: string) => ({ room: 'demand', kind: 'import', id })

/** Tells who asked for it that an import was applied by a job; whoever waits for the answer sees it there. */
export async function tellFinished(tx: Tx, actor: Actor, { id, file_name: words }: FoundImport): Promise<void> {
  await notify(tx, actor, { reason: 'import_finished', to: [actor.accountId], subject: about(id), act: 'demand.apply-import', words })
}

/** Tells who had applied an import that it was taken back, and who asked for that where a job has done it. */
export async function tellUndone(tx: Tx, actor: Actor, { id, file_name: words }: FoundImport, byJob: boolean): Promise<void> {
  const applied = await whoApplied(tx, id)
  const to = [...(byJob ? [actor.accountId] : []), ...(applied !== undefined && applied !== actor.accountId ? [applied] : [])]
  await notify(tx, actor, { reason: 'import_undone', to, subject: about(id), act: 'demand.undo-import', words })
}
