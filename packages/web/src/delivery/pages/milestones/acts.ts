import type { NewContributor, NewMilestone, StrategicMilestone } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Done = Promise<Result<unknown, Problem>>
export type MilestoneEntered = Omit<NewMilestone, 'objectiveId' | 'contributors' | 'note'> & { readonly note: string; readonly contributors: readonly NewContributor[] }

/** What the page can do to milestones. */
export type MilestoneActs = {
  add(objectiveId: string, entered: MilestoneEntered): Done
  change(milestone: StrategicMilestone, entered: MilestoneEntered): Done
  /** Null where it was not reached after all. */
  reached(milestone: StrategicMilestone, on: string | null): Done
  remove(milestone: StrategicMilestone): Done
}
