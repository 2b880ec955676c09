import type { QualityCriterion } from '@throughline/contract/governance'
import { doubleCode, independenceOf, reviewMethods, type DeliverableState, type ReviewMethod } from '@throughline/engine/governance'
import { refuse, type CivilDate } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../database/index.ts'
import type { Refused } from '../refused.ts'
import { dependenceOf, type ReadTeams } from '../services/index.ts'
import type { Held } from './held.ts'
import type { StoredCondition } from './store.ts'

export const noDeliverable = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'deliverable', id } } as const)

/** States in words, as a refusal tells them. */
const stateWords: Readonly<Record<DeliverableState, string>> = { planned: 'without agreed criteria', agreed: 'not reviewed yet', reviewed: 'reviewed', rejected: 'rejected', conditional: 'accepted with conditions', accepted: 'accepted', withdrawn: 'withdrawn' }
/** Refused where a deliverable is not as far as this asks for, or past it. */
export const whyElsewhere = (held: Held, allowed: readonly DeliverableState[], expected: string): Refused<'review_over'> | undefined => (allowed.includes(held.row.state) ? undefined : elsewhere(held, expected))
export const elsewhere = ({ row: { state } }: Held, expected: string): Refused<'review_over'> => over('deliverable', stateWords[state], expected)
export const over = (what: string, found: string, expected: string): Refused<'review_over'> => refuse({ code: 'review_over', values: { what, found, expected } } as const)

/** Whether somebody makes a deliverable or owns it, or ever did. */
export const makes = ({ row }: Pick<Held, 'row'>, { accountId }: Pick<Actor, 'accountId'>): boolean => row.makers.includes(accountId)

/** Whether somebody makes a deliverable or owns it now: who did so once makes it no more. */
export const makesNow = ({ row }: Pick<Held, 'row'>, { accountId }: Pick<Actor, 'accountId'>): boolean => row.owner_id === accountId || row.authors.some(({ id }) => id === accountId)

/** Refused for whoever makes a deliverable or owns it: they do not judge their own. */
export const whyMaker = (held: Held, actor: Actor, act: string): Refused<'reviewer_dependent'> | undefined =>
  makes(held, actor) ? refuse({ code: 'reviewer_dependent', values: { person: actor.name, act, name: held.row.name, way: 'they make it or own it, or did', expected: 'somebody who neither makes it nor owns it' } } as const) : undefined

/** Refused where a condition was met before, and for whoever makes the deliverable or owns the condition: they do not say that it is met. */
export function whyNotMet(held: Held, { owner_id, met }: Pick<StoredCondition, 'owner_id' | 'met'>, actor: Actor): Refused<'reviewer_dependent'> | Refused<'review_over'> | undefined {
  const own = whyMaker(held, actor, 'judge a condition of')
  if (own) return own
  if (owner_id === actor.accountId) return refuse({ code: 'reviewer_dependent', values: { person: actor.name, act: 'judge a condition of', name: held.row.name, way: 'they own it', expected: 'somebody who does not own the condition' } } as const)
  return met ? over('condition', 'met already', 'not met') : undefined
}

/** Refused where the method of a review takes somebody who depends less on the deliverable. */
export async function whyDependent(tx: Tx, readTeams: ReadTeams, held: Held, actor: Actor, method: ReviewMethod): Promise<Refused<'reviewer_dependent'> | undefined> {
  if (independenceOf[method] === 'anybody') return undefined
  const { row } = held
  const act = method === 'peer' ? 'review, as a peer,' : 'inspect'
  const own = whyMaker(held, actor, act)
  if (own || independenceOf[method] === 'another') return own
  const dependence = await dependenceOf(tx, readTeams, { class: 'mandated_assurance', person: { id: actor.accountId, name: actor.name }, initiativeId: row.initiative_id, besides: row.makers })
  return dependence && refuse({ code: 'reviewer_dependent', values: { person: actor.name, act, name: row.name, way: dependence.way, expected: 'somebody outside its team and their reporting lines' } } as const)
}

/** By which methods somebody may review, as far as their own part in the deliverable tells; reporting lines are asked when it is recorded. */
export const methodsFor = (held: Held, actor: Pick<Actor, 'accountId'>): readonly ReviewMethod[] => reviewMethods.filter((method) => independenceOf[method] === 'anybody' || !makes(held, actor))

/** A day that something may be of: from one to another, where there are such. */
export type Days = { readonly what: string; readonly from: CivilDate | null; readonly to: CivilDate | null; readonly reason: string }
export function whyDayOff(on: CivilDate, { what, from, to, reason }: Days): Refused<'day_off'> | undefined {
  if ((from === null || on >= from) && (to === null || on <= to)) return undefined
  return refuse({ code: 'day_off', values: { found: on, what, expected: `a day ${[from === null ? '' : `from ${from}${to === null ? ' on' : ''}`, to === null ? '' : `up to ${to}`].filter(Boolean).join(' ')}`, reason: to !== null && on > to ? 'that day is still to come' : reason } } as const)
}

/** Refused where a code stands twice, or there is nothing to agree. */
export function whyUnsound(criteria: readonly Pick<QualityCriterion, 'code'>[], agreeing = false): Refused<'quality_criteria_unsound'> | undefined {
  const double = doubleCode(criteria)
  if (double !== undefined) return refuse({ code: 'quality_criteria_unsound', values: { found: `the code ${double} twice`, expected: 'a code of its own for each criterion' } } as const)
  return agreeing && criteria.length === 0 ? refuse({ code: 'quality_criteria_unsound', values: { found: 'no criterion', expected: 'at least one to agree' } } as const) : undefined
}
