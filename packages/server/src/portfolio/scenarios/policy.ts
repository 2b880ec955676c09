import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import { gives, type Member } from '@throughline/contract/people'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import { refuse } from '@throughline/engine/kernel'
import type { ScenarioRow } from './store.ts'

type Refused = { readonly ok: false; readonly refusal: ScenarioRefusal }

/** Proposed and approved scenarios stand as they are; what was rejected or withdrawn can be worked on again. */
export const isOpen = ({ state }: Pick<ScenarioRow, 'state'>): boolean => state === 'draft' || state === 'rejected' || state === 'withdrawn'

/** Refuses a change of a scenario that is proposed or approved. */
export const closedRefusal = (row: Pick<ScenarioRow, 'name' | 'state'>): Refused | undefined => (isOpen(row) ? undefined : refuse({ code: 'scenario_closed', values: { name: row.name, state: row.state } }))

/** Only a proposed scenario can be decided on; one that was decided on says by whom. */
export function notProposed(row: Pick<ScenarioRow, 'name' | 'state'>, decidedBy: string | undefined): Refused | undefined {
  if (row.state === 'proposed') return undefined
  return refuse({ code: 'scenario_not_proposed', values: { name: row.name, state: row.state, by: decidedBy ? ` by ${decidedBy}` : '' } })
}

/** Who proposed a scenario does not decide on it, unless there is no other member who decides. */
export function proposerRefusal(row: Pick<ScenarioRow, 'name' | 'proposed_by'>, actor: Actor, members: readonly Member[]): Refused | undefined {
  const others = members.filter(({ id, role }) => gives(role, 'decide') && id !== actor.accountId)
  if (row.proposed_by !== actor.accountId || others.length === 0) return undefined
  return refuse({ code: 'proposer_decides', values: { name: row.name, others: others.map(({ name }) => name).join(', ') } })
}

/** Its author and those who decide say who sees a scenario; one whose author is not known belongs to everybody who makes scenarios. */
export const maySay = (row: Pick<ScenarioRow, 'author_id'>, actor: Actor): boolean => row.author_id === null || row.author_id === actor.accountId || may(actor, 'decide')
