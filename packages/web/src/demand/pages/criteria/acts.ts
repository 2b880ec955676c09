import type { CriteriaDraft, CriteriaModel, CriteriaWeighing, NewCriteriaScore } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Outcome = Promise<Result<unknown, Problem>>
/** What can be done with criteria. */
export type CriteriaActs = {
  /** From the version in force where none is named. */
  draft(given: { readonly name: string; readonly from?: string }): Outcome
  change(model: CriteriaModel, given: Partial<Pick<CriteriaDraft, 'name' | 'note' | 'criteria' | 'gates'>>): Outcome
  weigh(model: CriteriaModel, weighing: CriteriaWeighing): Outcome
  approve(model: CriteriaModel, reason: string): Outcome
  remove(model: CriteriaModel): Outcome
  score(score: NewCriteriaScore): Outcome
}
