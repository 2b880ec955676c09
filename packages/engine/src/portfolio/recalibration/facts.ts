import type { CivilDate } from '../../kernel/index.ts'
import type { ContributionByKey, Mapping, StrategyVersion } from '../../strategy/index.ts'
import type { Constraint } from '../constraints/kinds.ts'
import type { ToldCoverage } from './coverage.ts'

/** An initiative from now on: what is still to be gained and to be spent. What was spent already is no input. Whole minor units. */
export type ToGo = {
  readonly id: string
  readonly name: string
  readonly unitId: string | null
  readonly standing: 'running' | 'paused' | 'candidate'
  readonly mandatory: boolean
  /** null where nobody knows it: then it can be weighed by its alignment alone, never by money. */
  readonly benefitsToGo: number | null
  readonly costToGo: number
  readonly costByYear: Readonly<Record<string, number>>
  /** What ending it costs, contract terms included; 0 unless it runs. */
  readonly exitCost: number
  /** What beginning it costs others: ramp-up and the disruption of those who give people. */
  readonly switchingCost: number
  /** What it contributes under each version, by stable key. */
  readonly before: ContributionByKey
  readonly after: ContributionByKey
  /** What it contributed under the version in which it was approved, with that version's weights; null where it never was. */
  readonly asApproved: number | null
  readonly finishOn: CivilDate | null
  /** Whom a change touches, and who may decide it until when. */
  readonly affected: readonly string[]
  readonly decides: string
  readonly decideBy: CivilDate | null
  readonly requires?: readonly string[]
}

/** What a recalibration makes most of: money plus what alignment is worth, or alignment alone in points. */
export type DeclaredWorth = { readonly kind: 'money'; readonly minorPerAlignment: number } | { readonly kind: 'strategic' }

/** What initiatives that run and are left out take of budgets, since they keep their place: cost to go in all, by year and by unit, in whole minor units. */
export type TakenMoney = { readonly total: number; readonly byYear: Readonly<Record<string, number>>; readonly byUnit: Readonly<Record<string, number>> }

/** A change of strategy and the portfolio it meets. */
export type RecalibrationInput = {
  readonly before: StrategyVersion
  readonly after: StrategyVersion
  readonly mappings: readonly Mapping[]
  readonly initiatives: readonly ToGo[]
  readonly constraints: readonly Constraint[]
  /** Left out where nothing is taken. */
  readonly taken?: TakenMoney
  readonly currency: string
  /** The first fiscal year that can still be planned: exit costs fall there. */
  readonly firstYear: number
  readonly worth: DeclaredWorth
  /** What a stop must gain beyond its costs, in minor units, or points of a strategic recalibration. */
  readonly hysteresis: number
  /** Bypasses hysteresis, with the reason; null in the usual case. */
  readonly emergency: string | null
  readonly benefits: readonly { readonly id: string; readonly name: string; readonly keys: readonly string[] }[]
  /** What objectives need and what is promised to them; of those that are not here nothing is known. */
  readonly coverage: readonly ToldCoverage[]
}
