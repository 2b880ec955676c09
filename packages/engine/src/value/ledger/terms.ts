import type { CivilDate } from '../../kernel/index.ts'
import type { UnitOfAccount } from './account.ts'
import type { Attribution } from './attribution.ts'

/** A period in which value can be true: from inside, to outside. */
export type PeriodTerms = { readonly id: string; readonly from: CivilDate; readonly to: CivilDate }

/** What a benefit was agreed to be: who owns it, what it moves, in which unit it is counted. */
export type BenefitTerms = {
  readonly id: string
  readonly name: string
  readonly initiativeId: string
  readonly ownerId: string | null
  /** The measure whose movement it is; null while none is agreed. */
  readonly measureId: string | null
  readonly unit: UnitOfAccount
  /** Whether it is counted in totals of money; steps on the way are not. */
  readonly counted: boolean
  /** Benefits that lie on one path of the network with it (V-11). */
  readonly sharesPathWith: readonly string[]
  /** Who has to change for it to flow; empty where nobody has (V-7). */
  readonly adoptionBy: readonly string[]
  readonly needsAdoption: boolean
}

/** An initiative as the ledger sees it. Assists are enablers and offices: without a share of their own they have no claim (V-12). */
export type InitiativeTerms = { readonly id: string; readonly name: string; readonly assist: boolean; readonly team: readonly string[] }

/** A pool above another, and what one unit there is worth above: numerator / denominator. */
export type PoolAbove = { readonly poolId: string; readonly numerator: bigint; readonly denominator: bigint }

/** What was agreed on a measure: its pool, its unit of account, what lies above, and what was registered beforehand. */
export type MeasureTerms = {
  readonly id: string
  readonly name: string
  /** Hash of definition and scope: measures with the same one have the same pool (V-2). */
  readonly poolId: string
  readonly unit: UnitOfAccount
  readonly above: readonly PoolAbove[]
  readonly counterfactual: { readonly registeredAt: string; readonly method: string; readonly level: number } | null
  readonly attribution: Attribution | null
}

/** How far those who have to change have changed in a period, in millionths: planned and reached. */
export type Adoption = { readonly planned: bigint; readonly reached: bigint }

/** Whether a claim is cut to the part of the ramp that was reached, or adoption is only shown. */
export type AdoptionPolicy = 'limit' | 'show'

/** What the ledger has to know beside itself; only what an act touches need be there. */
export type LedgerTerms = {
  readonly today: CivilDate
  readonly periods: ReadonlyMap<string, PeriodTerms>
  readonly benefits: ReadonlyMap<string, BenefitTerms>
  readonly initiatives: ReadonlyMap<string, InitiativeTerms>
  readonly measures: ReadonlyMap<string, MeasureTerms>
  /** Line manager by person. */
  readonly managers: ReadonlyMap<string, string>
  readonly adoptionPolicy: AdoptionPolicy
  /** Adoption by `benefitId periodId`. */
  readonly adoption: ReadonlyMap<string, Adoption>
  /** By how much a budget line of a period was lowered (or a revenue target raised) for the ledger, by `budgetLineId periodId`. */
  readonly reductions: ReadonlyMap<string, bigint>
}

/** The key under which something of a period is kept, of an initiative where one is named. */
export const inPeriod = (id: string, periodId: string, initiativeId?: string): string => (initiativeId === undefined ? `${id} ${periodId}` : `${id} ${periodId} ${initiativeId}`)
