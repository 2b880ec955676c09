import type { TaskRow } from '@throughline/engine/delivery'
import type { CivilDate } from '@throughline/engine/kernel'
import type { ClassSplit, PlanKind } from '@throughline/engine/value'
import type { GivenNode } from '../network/index.ts'

/** A period in which value can be true, with its weeks: thirteen, or fourteen in the last quarter of a year of 53. */
export type StoryPeriod = { readonly code: string; readonly from: CivilDate; readonly to: CivilDate; readonly weeks: number }

/** What was agreed on a measure beforehand; shares of a contract are millionths, and without a contract nobody has a claim. */
export type StoryMeasure = { readonly measure: string; readonly unit: string; readonly method: string; readonly level: number; readonly shares: readonly { readonly initiative: string; readonly share: number }[] | null }

export type StoryBenefit = { readonly benefit: string; readonly initiative: string; readonly measure: string; readonly unit: string; /** Millionths by class of stakeholder; null where nobody says. */ readonly goesTo: ClassSplit | null }

/** A line of the business plan with its periods, amounts in least units; objectives by what they say, benefits by their names. */
export type StoryPlanLine = { readonly name: string; readonly kind: PlanKind; readonly unit: string; readonly amounts: readonly { readonly from: CivilDate; readonly to: CivilDate; readonly baseline: string | null; readonly planned: string }[]; readonly about: readonly string[]; readonly deliveredBy: readonly string[] }

/** What a movement is measured by, as decimals: the way without the initiatives, the volume, and what a unit is worth in whole units of account. */
export type StoryMeasurement = { readonly measure: string; readonly period: string; readonly counterfactual: string; readonly volume: string; readonly worth: string }

type Placed = { readonly benefit: string; readonly period: string; /** Least units. */ readonly amount: bigint }
type Lines = { readonly benefit: string; readonly lines: readonly { readonly period: string; readonly amount: bigint; readonly declined?: bigint }[] }

/** What somebody did. Everything is called by its name, amounts are least units of the benefit. */
export type StoryDeed =
  | ({ readonly kind: 'promise' | 'approve' | 'deliver' | 'forecast' | 'give up' } & Lines)
  | ({ readonly kind: 'move'; readonly to: string } & Placed)
  | { readonly kind: 'actual'; readonly measure: string; readonly day: CivilDate; readonly value: string }
  | ({ readonly kind: 'measure' | 'restate' } & StoryMeasurement)
  | ({ readonly kind: 'claim'; readonly upToCap: boolean; readonly early: boolean } & Placed)
  | ({ readonly kind: 'verify'; readonly adjusts: boolean } & Placed)
  | ({ readonly kind: 'disallow' } & Placed)
  | { readonly kind: 'lower'; readonly budgetLine: string; readonly period: string; readonly amount: bigint }
  | ({ readonly kind: 'bank'; readonly budgetLine: string } & Placed)
  | ({ readonly kind: 'convert'; readonly into: { readonly benefit: string; readonly amount: bigint } } & Placed)
  | { readonly kind: 'close'; readonly period: string }

/** A deed with the day it was recorded, who did it, why, and the rule that refuses it where the story says so. */
export type StoryAct = { readonly line: number; readonly on: CivilDate; readonly by: string; readonly because: string; readonly refused: string | null; readonly deed: StoryDeed }

/** The life of a value ledger: what it stands on, and what was done, day after day. */
export type LedgerStory = { readonly periods: readonly StoryPeriod[]; readonly measures: readonly StoryMeasure[]; readonly benefits: readonly StoryBenefit[]; /** What leads to what, from enablers to drivers. */ readonly network: readonly GivenNode[]; /** The work of initiatives, by their names. */ readonly work: ReadonlyMap<string, readonly TaskRow[]>; readonly plan: readonly StoryPlanLine[]; readonly acts: readonly StoryAct[] }

/** The days on which something was done, each with its acts in their order. */
export const storyDays = ({ acts }: Pick<LedgerStory, 'acts'>): ReadonlyMap<CivilDate, readonly StoryAct[]> => Map.groupBy(acts, ({ on }) => on)
