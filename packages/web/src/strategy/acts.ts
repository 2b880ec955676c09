import type { Contribution, InitiativeRef, Measure, MeasureActual, Objective, Perspective, Strategy, strategyRoutes } from '@throughline/contract/strategy'
import type { BodyOf, Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Body<Name extends keyof typeof strategyRoutes> = BodyOf<(typeof strategyRoutes)[Name]>
type Change<Name extends keyof typeof strategyRoutes> = Omit<Body<Name>, 'version'>
export type Outcome = Promise<Result<unknown, Problem>>

export type StrategyEntered = Change<'changeStrategy'>
export type ObjectiveEntered = Body<'createObjective'>
export type MeasureEntered = Body<'createMeasure'>
export type ActualEntered = Body<'recordActual'>
export type WeightsEntered = Body<'changeWeights'>['weights']

/** Everything a person can do to a strategy; each names the version it was made on, so that nobody overwrites another unseen. */
export type StrategyActs = {
  changeStrategy(strategy: Strategy, change: StrategyEntered): Outcome
  createPerspective(name: string): Outcome
  changePerspective(perspective: Perspective, change: Change<'changePerspective'>): Outcome
  removePerspective(perspective: Perspective): Outcome
  createObjective(objective: ObjectiveEntered): Outcome
  changeObjective(objective: Objective, change: Change<'changeObjective'>): Outcome
  removeObjective(objective: Objective): Outcome
  changeWeights(weights: WeightsEntered): Outcome
  createMeasure(measure: MeasureEntered): Outcome
  changeMeasure(measure: Measure, change: Change<'changeMeasure'>): Outcome
  removeMeasure(measure: Measure): Outcome
  recordActual(measure: Measure, actual: ActualEntered): Outcome
  removeActual(actual: MeasureActual): Outcome
  /** `contribution` null removes the link. */
  changeContribution(link: { readonly initiative: InitiativeRef; readonly objectiveId: string; readonly contribution: Contribution['contribution'] | null; readonly rationale: string; /** The contribution that was changed, as it was seen. */ readonly seen?: Contribution['contribution'] | null }): Outcome
}
