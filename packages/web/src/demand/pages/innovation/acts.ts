import type { ChangePlan, Experiment, ExperimentEnd, NewChangePlan, NewExperiment } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Outcome = Promise<Result<unknown, Problem>>
/** What the page can do with experiments and plans of change. */
export type InnovationActs = {
  design(experiment: NewExperiment): Outcome
  raise(experiment: Experiment, capMinor: string, reason: string): Outcome
  end(experiment: Experiment, given: Omit<ExperimentEnd, 'version'>): Outcome
  plan(plan: NewChangePlan): Outcome
  complete(plan: ChangePlan, step: number, evidence: string): Outcome
}
export type Choice = { readonly id: string; readonly name: string }
