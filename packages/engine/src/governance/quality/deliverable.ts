import type { TaskState } from '../../delivery/index.ts'
import type { CivilDate } from '../../kernel/index.ts'

/** What kind of thing a deliverable is: figures are told by these classes. */
export const deliverableClasses = ['document', 'design', 'software', 'data', 'equipment', 'works', 'service'] as const
export type DeliverableClass = (typeof deliverableClasses)[number]

/** What somebody decides on a deliverable that was reviewed. */
export const acceptanceOutcomes = ['accepted', 'accepted_with_conditions', 'rejected'] as const
export type AcceptanceOutcome = (typeof acceptanceOutcomes)[number]

/**
 * How far the newest edition of a deliverable is. `planned`: its criteria are not agreed; `agreed`: they are, and nobody has reviewed it since;
 * `reviewed`: it can be decided on; `conditional`: accepted, and a condition is not met yet.
 */
export const deliverableStates = ['planned', 'agreed', 'reviewed', 'rejected', 'conditional', 'accepted', 'withdrawn'] as const
export type DeliverableState = (typeof deliverableStates)[number]

/** What is known of the newest edition: its last decision, whether it was reviewed since that, and how many of its conditions are not met. */
export type EditionStanding = { readonly withdrawn: boolean; readonly agreed: boolean; readonly reviewedSince: boolean; readonly last: AcceptanceOutcome | null; readonly conditionsLeft: number }

export function deliverableState({ withdrawn, agreed, reviewedSince, last, conditionsLeft }: EditionStanding): DeliverableState {
  if (withdrawn) return 'withdrawn'
  if (!agreed) return 'planned'
  if (last === 'accepted' || last === 'accepted_with_conditions') return conditionsLeft > 0 ? 'conditional' : 'accepted'
  return reviewedSince ? 'reviewed' : (last ?? 'agreed')
}

export const isAccepted = (state: DeliverableState): boolean => state === 'accepted' || state === 'conditional'

/** Whether a deliverable is late on a day: it was needed before, its initiative goes on, and nobody has accepted it. */
export const isLate = ({ state, dueOn, running }: { readonly state: DeliverableState; readonly dueOn: CivilDate; readonly running: boolean }, today: CivilDate): boolean => running && dueOn < today && !isAccepted(state) && state !== 'withdrawn'

/** How far the work on a deliverable is: accepted, it is done; withdrawn, it never will be; before the criteria of its first edition are agreed it has not begun. One that was opened again is worked on. */
export function workOfDeliverable({ state, edition }: { readonly state: DeliverableState; readonly edition: number }): TaskState {
  if (isAccepted(state)) return 'done'
  if (state === 'withdrawn') return 'cancelled'
  return state === 'planned' && edition === 1 ? 'not_started' : 'in_progress'
}
