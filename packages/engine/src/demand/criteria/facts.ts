import type { RandomIndexTable, WeighMethod } from '../../strategy/index.ts'
import type { InitiativeState } from '../facts.ts'

/** Figures of an initiative that a criterion can read. */
export const criterionFigures = ['cost', 'benefits', 'ratio', 'alignment'] as const
export type CriterionFigure = (typeof criterionFigures)[number]

/** Where a criterion takes what it judges by: a figure, a field of the organisation, or people who judge, by the reading of a measure where they name one. */
export type CriterionSource =
  | { readonly kind: 'figure'; readonly figure: CriterionFigure }
  | { readonly kind: 'field'; readonly fieldId: string }
  | { readonly kind: 'judged'; readonly measureId: string | null }

/**
 * The value function of a criterion, from 0 (worst) to 100 (best): straight lines between points of a number, or a value said for each of a
 * few levels. Levels are ordinal: only the values that were said for them are ever weighed and added.
 */
export type Scale =
  | { readonly kind: 'points'; readonly unit: string; readonly points: readonly { readonly at: number; readonly value: number }[] }
  | { readonly kind: 'levels'; readonly levels: readonly { readonly name: string; readonly value: number }[] }

/** One criterion. Its id stays from version to version; `objectiveKeys` are the objectives that it stands for. */
export type Criterion = { readonly id: string; readonly name: string; readonly about: string; readonly source: CriterionSource; readonly scale: Scale; readonly objectiveKeys: readonly string[] }

/** What a gate asks of one criterion: a number within bounds, ends included, or one of some levels. */
export type Hurdle = { readonly criterionId: string; readonly least: number | null; readonly most: number | null; readonly levels: readonly string[] }

/** States before which a gate can stand. */
export const gateStates = ['case', 'approved', 'active', 'closing', 'closed'] as const
export type GateState = (typeof gateStates)[number]
/** Stands before a state: its hurdles are to be met, and the score is to be `leastScore` at least. */
export type Gate = { readonly id: string; readonly name: string; readonly before: GateState; readonly hurdles: readonly Hurdle[]; readonly leastScore: number | null }

/** What a model says, without its weights. */
export type CriteriaContent = { readonly criteria: readonly Criterion[]; readonly gates: readonly Gate[] }

/** How the criteria were weighed, with what each of them read then and by which scale: a weight belongs to a range. */
export type Weighing = {
  readonly method: WeighMethod
  readonly table: RandomIndexTable
  readonly values: readonly { readonly id: string; readonly value: number }[]
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly ratio: number }[]
  readonly scales: Readonly<Record<string, string>>
}

/** What is known of a field of the organisation. */
export type FieldFacts = { readonly id: string; readonly name: string; readonly kind: string; readonly choices: readonly string[] }

/** The way of an initiative in its states; those that stand still are before no gate. */
const way: readonly InitiativeState[] = ['idea', 'case', 'approved', 'active', 'closing', 'closed']
/** How far along its way an initiative is; undefined where it stands still. */
export const stepOf = (state: InitiativeState): number | undefined => (way.includes(state) ? way.indexOf(state) : undefined)
