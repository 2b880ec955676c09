import type { Grain, Line, PoolFacts, Starts, VariantFacts } from '../../capacity/index.ts'
import type { CivilDate, FiscalCalendar, Metric, Money } from '../../kernel/index.ts'
import type { CaseTies } from '../case.ts'
import type { KeptDemand } from './kept-demands.ts'

/** What is known of an initiative when a roadmap is prepared. Amounts in whole minor units. */
export type PlanFacts = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly unitId: string | null
  readonly category: string | null
  readonly mandatory: boolean
  /** Approved, active or closing: the plan of record pays for it. */
  readonly funded: boolean
  readonly startOn: CivilDate | null
  readonly endOn: CivilDate | null
  readonly cost: Metric<Money>
  readonly benefits: Metric<Money>
  /** Cost by fiscal year, named by the calendar year in which it begins; sums to the cost. */
  readonly costByYear: readonly { readonly year: number; readonly amount: Money }[]
  /** Benefits by fiscal year where somebody gave at least one year; empty where only the whole is known. */
  readonly benefitsByYear: readonly { readonly year: number; readonly amount: Money }[]
  /** Contribution to objectives, -1 to 1, by id. */
  readonly contributions: Readonly<Record<string, number>>
  readonly starts: Starts
  /** Said to be under way. What stopping costs is null where nobody knows. */
  readonly running: { readonly exitMinor: bigint | null } | null
  readonly variants: readonly PlannedVariant[]
}

/** A variant that was recorded. Its value is a share of that of the whole, in percent, or benefits of its own. */
export type PlannedVariant = VariantFacts & { readonly id: string; readonly valuePercent: number | null; readonly benefitsMinor: bigint | null }

/** A pool, how far it can be stretched (percent of its capacity) and what a unit of that costs in minor units. */
export type PlanPool = PoolFacts & { readonly overload: { readonly percent: number; readonly priceMinor: bigint } | null }

/** A pot with its money on the calendar. Without categories and units everybody may draw on it. */
export type PlanPot = {
  readonly id: string
  readonly name: string
  readonly lines: readonly Line[]
  readonly totalMinor: bigint | null
  readonly carryOver: 'none' | 'limited' | 'all'
  readonly carryOverPercent: number | null
  readonly categories: readonly string[]
  readonly unitIds: readonly string[]
}

/** Everything that a roadmap is prepared from. */
export type RoadmapFacts = {
  readonly calendar: FiscalCalendar
  readonly grain: Grain
  /** How many periods are planned; the first holds `from`. */
  readonly periods: number
  readonly from: CivilDate
  readonly currency: string
  /** Rate of a year at which later value counts less: 0.035. */
  readonly ratePerYear: number
  readonly initiatives: readonly PlanFacts[]
  readonly pools: readonly PlanPool[]
  readonly pots: readonly PlanPot[]
  readonly ties: CaseTies
  readonly objectives: readonly { readonly id: string; readonly statement: string; readonly weight: number }[]
  /** What people recorded that every roadmap has to keep. */
  readonly demands: readonly KeptDemand[]
}
