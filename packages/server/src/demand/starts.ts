import type { Refusal } from '@throughline/contract/wire'
import { isStart } from '@throughline/engine/capacity'
import type { InitiativeFacts, InitiativeState } from '@throughline/engine/demand'
import type { Actor, Tx } from '../database/index.ts'
import { readOrganisation } from '../people/index.ts'
import { isGated, whyNotStarted, type Starting } from '../starts/index.ts'
import { publishedYears } from './present.ts'
import { currentAmount } from './store/amounts.ts'
import type { InitiativeRecord } from './store/initiatives.ts'
import { readReports } from './store/publications.ts'
import { readYears } from './years/store.ts'

/** The state of an initiative before an act, null where it was not there, and what it is to be. */
export type StateChange = { readonly id: string; readonly before: InitiativeState | null; readonly after: Pick<InitiativeRecord, 'name' | 'state' | 'start_on' | 'end_on' | 'cost_minor' | 'cost_reason'> }

/** Why initiatives that begin to run by an act may not, each by its id. Everything by which a state is given asks here. */
export async function whyNotBegun(tx: Tx, actor: Actor, changes: readonly StateChange[], now: Date): Promise<ReadonlyMap<string, Refusal<'start_blocked'>>> {
  const begun = changes.filter(({ before, after }) => isStart(before, after.state))
  if (begun.length === 0 || !(await isGated(tx))) return new Map()
  const { currency } = await readOrganisation(tx)
  const starts = begun.map(({ id, after }) => ({ id, name: after.name, startOn: after.start_on, endOn: after.end_on, cost: currentAmount('cost', after.cost_minor, after.cost_reason, currency) }))
  return whyNotStarted(tx, actor, await startingOf(tx, starts), now.toISOString().slice(0, 10))
}

/** Initiatives as their starts are judged, with the years whose cost somebody gave or published. */
export async function startingOf(tx: Tx, of: readonly Pick<InitiativeFacts, 'id' | 'name' | 'startOn' | 'endOn' | 'cost'>[]): Promise<readonly Starting[]> {
  const ids = of.map(({ id }) => id)
  const { currency, calendar } = await readOrganisation(tx)
  const [years, reports] = [await readYears(tx, ids, currency), Map.groupBy(await readReports(tx, { initiativeIds: ids }), ({ initiativeId }) => initiativeId)]
  return of.map(({ id, name, startOn, endOn, cost }) => ({ id, name, startOn, endOn, cost, costYears: [...publishedYears(reports.get(id) ?? [], calendar), ...(years.get(id)?.cost ?? [])] }))
}
