import type { RoadmapConstraint } from './constraints/kinds.ts'

/**
 * One roadmap to decide: what goes ahead, in which variant, from which period. Plain JSON; all amounts are whole numbers in units of the
 * caller's choice (minor units of money, hundredths of a full-time equivalent), so that every sum is exact. Periods are counted from 0.
 */
export type RoadmapCase = {
  /** Names of the periods in order; months, quarters or years, as the organisation plans. */
  readonly periods: readonly string[]
  readonly candidates: readonly RoadmapCandidate[]
  readonly pots: readonly Named[]
  readonly pools: readonly Named[]
  readonly constraints: readonly RoadmapConstraint[]
  readonly objective: RoadmapObjective
  /** Rate of one period, at least 0 and below 1: 0.035 takes 3.5 % from what comes a period later. None where it is left out. */
  readonly discountPerPeriod?: number
  readonly stability?: PlanStability
}

export type Named = { readonly id: string; readonly name: string }

/** Something that may go ahead. */
export type RoadmapCandidate = {
  readonly id: string
  readonly name: string
  /** Scope or funding levels; one of them is chosen. At least one. */
  readonly variants: readonly Variant[]
  /** Periods in which it may start. Where left out: every period from which it ends within the horizon. */
  readonly starts?: readonly number[]
  /** Under way already: it goes on from period 0 and its figures are what is still to come, or it is stopped at its exit cost. */
  readonly running?: Running
  /** What it belongs to, by dimension: `{ category: 'data', unit: 'health', horizon: 'long' }`. */
  readonly tags?: Readonly<Record<string, string>>
  /** Mandatory work stands outside the ranking: it goes ahead, uses what it uses, and counts for nothing in the value. */
  readonly mandatory?: boolean
}

export type Variant = {
  readonly id: string
  readonly name: string
  /** Periods from its start to its end; at least 1. */
  readonly duration: number
  /** Money by period, counted from the start. What falls beyond the last period is outside the horizon. */
  readonly costs: readonly { readonly potId: string; readonly amounts: readonly number[] }[]
  /** Need of a pool by period, counted from the start. */
  readonly demand: readonly { readonly poolId: string; readonly amounts: readonly number[] }[]
  /** What it gives, by objective. May be negative: it hurts. */
  readonly value: Readonly<Record<string, WorthOverTime>>
}

/** What something is worth to an objective, depending on when it starts. */
export type WorthOverTime =
  /** One amount for each period in which it may start; the list has an entry for every period. */
  | { readonly kind: 'byStart'; readonly amounts: readonly number[] }
  /** One amount, whenever it starts; it comes when it is done. */
  | { readonly kind: 'once'; readonly amount: number }
  /** Amounts by period counted from the start; also beyond the last period. */
  | { readonly kind: 'stream'; readonly amounts: readonly number[] }

export type Running = {
  /** What stopping costs, by period from 0. */
  readonly exitCosts: readonly { readonly potId: string; readonly amounts: readonly number[] }[]
  /** What stopping takes from the value (a penalty, a lost option); not negative. */
  readonly exitLoss?: number
}

/** What is maximised. */
export type SimpleObjective =
  /** Sum of weight x value; weights are whole (basis points, for example). `discounted`: at the rate of the case, from when it comes. */
  | { readonly kind: 'weighted'; readonly weights: Readonly<Record<string, number>>; readonly discounted?: boolean }
  /** Discounted value of these objectives (money) less discounted cost. */
  | { readonly kind: 'netPresentValue'; readonly objectiveIds: readonly string[] }
  /** What these objectives get in these periods, not discounted. */
  | { readonly kind: 'benefitIn'; readonly objectiveIds: readonly string[]; readonly periods: readonly number[] }

/**
 * Value at a confidence: what a plan gives at least in `confidencePercent` of `worlds` sampled worlds. In each world what a candidate gives is off
 * by up to `valuePercent`, and what an objective weighs by up to `weightPercent`, evenly and each by itself. The same seed, the same worlds.
 */
export type RobustObjective = {
  readonly kind: 'robust'
  readonly of: SimpleObjective
  readonly confidencePercent: number
  readonly worlds: number
  readonly valuePercent: number
  readonly weightPercent: number
  readonly seed: number
}

/** `lexicographic`: the most of `second` among the plans that give up at most `withinPercent` of the most of `first`. */
export type RoadmapObjective =
  | SimpleObjective
  | RobustObjective
  | { readonly kind: 'lexicographic'; readonly first: SimpleObjective; readonly second: SimpleObjective; readonly withinPercent: number }

/** Keeps a plan from jumping: each difference from the plan of record costs so much of the value that is maximised. */
export type PlanStability = {
  readonly record: readonly Choice[]
  /** Cost of entering, leaving, starting in another period or in another variant; each once. Whole, not negative. */
  readonly penaltyPerMove: number
}

/** One candidate that goes ahead. */
export type Choice = { readonly candidateId: string; readonly variantId: string; readonly start: number }
