import type { CivilDate } from '../../kernel/index.ts'

/** Where an initiative stands in its life. */
export type LifeState = 'idea' | 'case' | 'approved' | 'active' | 'on_hold' | 'closing' | 'closed' | 'stopped'
/** A state as it was recorded: the instant at which, and the day from which it holds. */
export type RecordedState = { readonly state: LifeState; readonly at: string; readonly from: CivilDate }

/** When an initiative was approved: `at` is the instant as of which things are looked up, `on` the day from which it was approved; else why that is not known. */
export type Approval = { readonly kind: 'known'; readonly at: string; readonly on: CivilDate } | { readonly kind: 'before_records' | 'none' }

const waiting: ReadonlySet<LifeState> = new Set(['idea', 'case'])
const goesAhead: ReadonlySet<LifeState> = new Set(['approved', 'active', 'closing', 'closed'])

/**
 * The last time that an initiative went from an idea or a case to what goes ahead, whatever it paused in between; states in the order of their
 * recording. What was on its way when it was first recorded was approved before there were records. An approval that was recorded later than it
 * holds is looked up at the end of its day: what was decided in March rests on what was known in March.
 */
export function approvalOf(states: readonly RecordedState[]): Approval {
  let approval: Approval = { kind: states.some(({ state }) => goesAhead.has(state)) ? 'before_records' : 'none' }
  let isWaiting = false
  for (const { state, at, from } of states) {
    if (waiting.has(state)) isWaiting = true
    else if (isWaiting && goesAhead.has(state)) [isWaiting, approval] = [false, { kind: 'known', at: from < at.slice(0, 10) ? `${from}T23:59:59.999Z` : at, on: from }]
  }
  return approval
}
