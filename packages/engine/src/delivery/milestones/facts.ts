import type { CivilDate } from '../../kernel/index.ts'

/** How a milestone depends on an initiative: it cannot be reached without it, or it comes easier with it. */
export const contributorRoles = ['required', 'helpful'] as const
export type ContributorRole = (typeof contributorRoles)[number]

/** When somebody expects an end: at the earliest, most likely, at the latest. */
export type DateRange = { readonly earliestOn: CivilDate; readonly likelyOn: CivilDate; readonly latestOn: CivilDate }

/** An initiative that a milestone depends on. `gone` was removed, `stopped` brings nothing any more. */
export type ContributorFacts = {
  readonly id: string
  readonly name: string
  readonly role: ContributorRole
  readonly standing: 'open' | 'done' | 'stopped' | 'gone'
  /** Planned end; the actual one where it is done. */
  readonly plannedOn: CivilDate | null
  /** What says the planned end: the initiative, or its work where that ends later. */
  readonly plannedBy: 'initiative' | 'work'
  readonly range: DateRange | null
}

/** A strategic milestone: the day it is wanted on, the day it was reached on, and what it depends on. */
export type MilestoneFacts = { readonly name: string; readonly wantedOn: CivilDate; readonly reachedOn: CivilDate | null; readonly contributors: readonly ContributorFacts[] }

/** What a forecast is made on: the day, how planned ends have held so far (`slipFactors`), and the chance that is drawn. */
export type ForecastGround = { readonly today: CivilDate; readonly slips: readonly number[]; readonly seed: number; readonly runs: number }

/** Runs of a forecast and its seed unless somebody says otherwise: a share of runs is known to half a point (one standard error at 50 %). */
export const usualRuns = 10_000
export const usualSeed = 1
