import type { QuantileMethod } from '../../strategy/index.ts'
import type { Basis, BiasCategory, ScheduleKind, Timing } from '../appraisal/index.ts'

/** By whose rules a case is made: the Green Book asks for a do-minimum option and real flows under a published schedule. */
export const caseFrameworks = ['green_book', 'commercial'] as const
export type CaseFramework = (typeof caseFrameworks)[number]
/** How far a case has come; each asks for all that those before it ask for. */
export const caseStages = ['light', 'strategic_outline', 'outline', 'full'] as const
export type CaseStage = (typeof caseStages)[number]
export const optionKinds = ['do_nothing', 'do_minimum', 'do_something'] as const
export type OptionKind = (typeof optionKinds)[number]
/** What a line of cash flow is: costs are 0 or more, benefits too, and a disbenefit is 0 or less. */
export const flowKinds = ['capital_cost', 'revenue_cost', 'cashable', 'non_cashable', 'disbenefit'] as const
export type FlowKind = (typeof flowKinds)[number]
/** Whether estimates are what is expected without doubt, or hold a risk allowance for eight of ten cases already. */
export const estimateBases = ['base', 'p80'] as const
export type EstimateBasis = (typeof estimateBases)[number]

export const isCost = (kind: FlowKind): boolean => kind === 'capital_cost' || kind === 'revenue_cost'

/** Who gave a line, when, and from which file where it came by one. */
export type FlowGiven = { readonly by: string; readonly at: string; readonly from: string }
/** An amount of a year in minor units. */
export type YearMinor = { readonly year: number; readonly minor: number }
/** A line of the cash flow of an option. `range`: by how much in per cent it may be lower and higher; null where nobody has said. */
export type CaseLine = { readonly id: string; readonly name: string; readonly kind: FlowKind; readonly amounts: readonly YearMinor[]; readonly range: { readonly low: number; readonly high: number } | null; readonly source: string; readonly given: FlowGiven | null }
/** What may happen: a chance in per cent, and what it then costs in a year, in minor units. */
export type CaseRisk = { readonly id: string; readonly name: string; readonly chance: number; readonly low: number; readonly likely: number; readonly high: number; readonly year: number; readonly response: string; readonly owner: string }
/** Uplift for what estimates leave out: mitigation from 0 to 1 rests on evidence. */
export type CaseBias = { readonly category: BiasCategory; readonly mitigation: number; readonly evidence: string }
/** Overruns in per cent of works that are alike, each of the same point of decision; `acceptable` is the share of cases that may still cost more. */
export type OverrunClass = { readonly name: string; readonly overruns: readonly number[]; readonly acceptable: number; readonly method: QuantileMethod; readonly source: string }
/** How much of what was approved came of past benefits, as shares; the wider class speaks where the narrow one is too small. */
export type RealisedClass = { readonly name: string; readonly rates: readonly number[]; readonly parent: { readonly name: string; readonly rates: readonly number[] } | null; readonly chance: number; readonly source: string }
/** What is gained or lost and not put into money: words, never numbers. */
export type Unmonetised = { readonly id: string; readonly name: string; readonly about: string }
export type CaseOption = {
  readonly id: string
  readonly kind: OptionKind
  readonly name: string
  readonly about: string
  readonly lines: readonly CaseLine[]
  readonly estimate: EstimateBasis
  readonly bias: CaseBias | null
  readonly overrun: OverrunClass | null
  readonly realised: RealisedClass | null
  readonly risks: readonly CaseRisk[]
  readonly unmonetised: readonly Unmonetised[]
}
/** A published schedule of declining real rates by its vintage, or one rate: 0.08 is 8 % a year. */
export type CaseRate = { readonly kind: 'schedule'; readonly vintage: string; readonly schedule: ScheduleKind } | { readonly kind: 'flat'; readonly perYear: number; readonly basis: Basis }
/** How flows are read: of which prices, to which year discounted, and when in the year they fall. `inflation` 0.02 is 2 % a year. */
export type CaseBasis = { readonly rate: CaseRate; readonly timing: Timing; readonly prices: Basis; readonly priceYear: number; readonly presentYear: number; readonly inflation: number }
/** Several assumptions that move together: per cents of all lines of a kind, points of the rate, years of delay. */
export type CaseScenario = { readonly id: string; readonly name: string; readonly capital: number; readonly revenue: number; readonly benefits: number; readonly ratePoints: number; readonly delayYears: number }
/** By how much the rate and the end of works may be off, in points and years. */
export type CaseDoubt = { readonly ratePoints: number; readonly delayYears: number }
export type CaseContent = {
  readonly stage: CaseStage
  readonly framework: CaseFramework
  readonly basis: CaseBasis
  readonly doubt: CaseDoubt
  readonly options: readonly CaseOption[]
  readonly preferred: { readonly optionId: string | null; readonly reason: string }
  readonly scenarios: readonly CaseScenario[]
  /** What is said of each element of the five cases, by its key. */
  readonly words: Readonly<Record<string, string>>
  /** Who gives what a case asks for, by the key of the case. */
  readonly givers: Readonly<Record<string, string>>
}

/** Years that flows may reach beyond the year to which they are discounted. */
export const mostYears = 150
export const lastYearOf = ({ presentYear }: Pick<CaseBasis, 'presentYear'>): number => presentYear + mostYears
