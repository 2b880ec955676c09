import type { CivilDate } from '../kernel/index.ts'
import type { Course, MeasureDefinition } from './measure/facts.ts'
import type { PricedLine } from './measure/spike.ts'

/** An objective in force. Weights are shares of 1 among the objectives of the version. */
export type ObjectiveFacts = {
  readonly id: string
  /** Stays the same across versions of the strategy. */
  readonly key: string
  readonly perspectiveId: string
  readonly statement: string
  readonly weight: number
  readonly owner: string | null
  readonly deadline: CivilDate | null
  readonly mandatory: boolean
}

/** How an initiative serves an objective: −1 works against it, 1 serves it fully. 0 is assessed and without effect. */
export type ContributionFacts = { readonly initiativeId: string; readonly objectiveId: string; readonly contribution: number; readonly rationale: string; readonly origin: Origin }
/** Entered by the organisation, or our reading of published priorities. */
export type Origin = 'entered' | 'our_reading'

/** What was measured on a date, in the unit of the measure. A ratio keeps both its numbers, an average its weight. */
export type ActualFacts = {
  readonly id: string
  readonly on: CivilDate
  readonly value: number
  readonly source: string
  readonly state: 'provisional' | 'approved' | 'restated'
  readonly numerator?: number
  readonly denominator?: number
  readonly weight?: number
  /** Lines of volume and price that make the value, or the groups of a ratio with their volumes and rates. */
  readonly parts?: readonly PricedLine[]
}

/** A measure with its agreed way from baseline to target and what was measured, in its own unit. */
export type MeasureFacts = MeasureDefinition & {
  readonly objectiveId: string
  readonly baseline: number | null
  readonly baselineOn: CivilDate | null
  readonly target: number | null
  readonly dueOn: CivilDate | null
  readonly course: Course
  /** How far off the trajectory is still on track, in the unit of the measure. */
  readonly tolerance: number | null
  /** Those in force, oldest first. */
  readonly actuals: readonly ActualFacts[]
}

/** The strategy in force, as other rooms need it. */
export type StrategyFacts = { readonly objectives: readonly ObjectiveFacts[]; readonly contributions: readonly ContributionFacts[]; readonly measures: readonly MeasureFacts[] }
