import type { CivilDate } from '../../kernel/index.ts'
import type { TaskState } from '../task.ts'

/** What an initiative makes that another can use: a thing of one of these kinds. */
export const componentKinds = ['software', 'data', 'document', 'design', 'equipment', 'service', 'skill'] as const
export type ComponentKind = (typeof componentKinds)[number]
/** How far a component is: nothing of it yet, worked on, there, past its day and not there, or given up. */
export const componentStates = ['planned', 'in_making', 'available', 'late', 'withdrawn'] as const
export type ComponentState = (typeof componentStates)[number]

/** A component as its state follows from it: the day from which it can be used, and the work that makes it, where one is named. */
export type ComponentFacts = { readonly availableOn: CivilDate; readonly work: TaskState | null; readonly withdrawn: boolean }

/**
 * How far a component is on a day. Where its work is named, that tells: done, it is there, whatever the day that was planned; cancelled, it
 * never will be. Without work the day alone tells.
 */
export function componentState({ availableOn, work, withdrawn }: ComponentFacts, today: CivilDate): ComponentState {
  if (withdrawn || work === 'cancelled') return 'withdrawn'
  if (work === 'done' || (work === null && availableOn <= today)) return 'available'
  if (work === null) return 'planned'
  if (availableOn < today) return 'late'
  return work === 'in_progress' ? 'in_making' : 'planned'
}
