import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import { cancelJob } from '../../jobs/index.ts'
import { stateOf } from '../imports/state.ts'
import { findImport } from '../store/imports.ts'

type NotAtWork = Refusal<'import_closed' | 'not_found'>

/** Asks the job at work on an import to stop. Reading then ends in cancelled; applying and undoing leave everything as it was. */
export async function cancelImport(db: Db, actor: Actor, id: string): Promise<Result<string, NotAtWork>> {
  const stored = await withOrg(db, actor, (tx) => findImport(tx, id))
  if (!stored) return refuse({ code: 'not_found', values: { what: 'import', id } })
  const state = stateOf(stored)
  if (stored.job_id === null || (state !== 'reading' && state !== 'applying' && state !== 'undoing')) return refuse({ code: 'import_closed', values: { state: `${state}; nothing is at work on it`, helps: 'there is nothing to cancel' } })
  await cancelJob(db, actor, stored.job_id)
  return ok(id)
}
