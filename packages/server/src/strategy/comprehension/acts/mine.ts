import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../../database/index.ts'
import { readGoals, type GoalsInForce } from '../edition.ts'
import { lockBrief, readReaders, type StoredReader } from '../store.ts'

/** The actor’s own place among the readers of the edition in force; refused of another edition, and where it was not delivered to them. */
export async function mine(tx: Tx, actor: Actor, edition: string): Promise<Result<{ readonly reader: StoredReader; readonly goals: GoalsInForce }, Refusal<'brief_outdated' | 'not_in_audience'>>> {
  const goals = await readGoals(tx, actor.orgId)
  if (goals.edition !== edition) return refuse({ code: 'brief_outdated', values: { found: goals.version.no } })
  const brief = await lockBrief(tx, edition)
  const reader = brief && (await readReaders(tx, brief.id)).find(({ account_id }) => account_id === actor.accountId)
  return reader ? ok({ reader, goals }) : refuse({ code: 'not_in_audience', values: { found: goals.version.no } })
}
