import type { ImportState } from '@throughline/contract/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Tx } from '../../database/index.ts'
import { lockImport, type FoundImport } from '../store/imports.ts'

export type Closed = Refusal<'import_closed' | 'not_found'>
export type Busy = Refusal<'import_busy'>

const atWork = (job: string | null): boolean => job === 'queued' || job === 'running'

/** Where an import stands: what was decided, unless the job that was to do it has ended otherwise. */
export function stateOf({ state, job_state: job }: Pick<FoundImport, 'state' | 'job_state'>): ImportState {
  switch (state) {
    case 'reading':
      return atWork(job) ? 'reading' : job === 'cancelled' ? 'cancelled' : 'refused'
    case 'applying':
      return atWork(job) ? 'applying' : 'preview'
    case 'undoing':
      return atWork(job) ? 'undoing' : 'applied'
    default:
      return state
  }
}

const doing = { reading: 'read', applying: 'applied', undoing: 'taken back' } as const
const helps: Readonly<Record<Exclude<ImportState, keyof typeof doing>, string>> = {
  refused: 'the file could not be read; bring another', cancelled: 'upload the file again', preview: 'apply it first', applied: 'upload the file again to change it, or undo it', undone: 'upload the file again to apply it once more', discarded: 'upload the file again',
}
const was: Readonly<Record<keyof typeof helps, string>> = { refused: 'refused', cancelled: 'cancelled while it was read', preview: 'not applied yet', applied: 'applied', undone: 'undone', discarded: 'discarded' }

/** An import in the state that an act needs, held until the act ends; refused by name in any other. */
export async function holdImport(tx: Tx, id: string, needed: 'preview' | 'applied'): Promise<Result<FoundImport, Closed | Busy>> {
  const stored = await lockImport(tx, id)
  if (!stored) return refuse({ code: 'not_found', values: { what: 'import', id } })
  const state = stateOf(stored)
  if (state === needed) return ok(stored)
  if (state === 'reading' || state === 'applying' || state === 'undoing') return refuse({ code: 'import_busy', values: { fileName: stored.file_name, doing: doing[state], by: stored.applied_by ?? stored.created_by } })
  return refuse({ code: 'import_closed', values: { state: was[state], helps: helps[state] } })
}
