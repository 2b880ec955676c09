import type { CivilDate } from '../../kernel/index.ts'
import type { CoherenceRule } from '../coherence/finding.ts'

/**
 * The facets of an aligned organisation, in the order of the definition: from what it is for down to what it has to work with, and whom all
 * of it creates value for.
 */
export const stateFacets = ['vision', 'mission', 'objectives', 'policies', 'processes', 'assets', 'resources', 'systems', 'value'] as const
export type StateFacet = (typeof stateFacets)[number]

/** What evidence opens: each of them has a place where it is kept. `contradiction` is what stands only in the register of contradictions. */
export type StateThingKind =
  | 'strategy' | 'unit_strategy' | 'objective' | 'unit_objective' | 'measure' | 'contradiction' | 'value' | 'statement' | 'decision' | 'exchange' | 'signal' | 'leave' | 'initiative' | 'change' | 'system' | 'pool' | 'pot' | 'weights' | 'spending' | 'benefit' | 'class'
export type StateThing = { readonly kind: StateThingKind; readonly id: string; readonly name: string }

/** What the organisation says of itself, and what of that is stale or lacks its links. */
export type StatedFacts = {
  readonly strategy: { readonly thing: StateThing; readonly vision: string; readonly mission: string }
  /** Strategies of units in force: what each is about, and whether somebody there said that the version in force was read. */
  readonly units: readonly { readonly thing: StateThing; readonly intent: string; readonly hasRead: boolean }[]
  /** Objectives in force of the organisation and its units, with how many initiatives of the current portfolio serve them and how many measures tell. */
  readonly objectives: readonly { readonly thing: StateThing; readonly owner: string | null; readonly deadline: CivilDate | null; readonly initiatives: number; readonly measures: number }[]
  /** Their measures; `toldOn` is the day of what was recorded last, of the baseline where nothing was. */
  readonly measures: readonly { readonly thing: StateThing; readonly horizon: 'short' | 'mid' | 'long'; readonly dueOn: CivilDate | null; readonly toldOn: CivilDate | null; readonly maxAgeDays: number }[]
  /** The register of contradictions: what is found with its witness, and the rules for which nothing is recorded, with what they need. */
  readonly contradictions: readonly { readonly rule: CoherenceRule; readonly words: string; readonly state: 'open' | 'managed' | 'due'; readonly things: readonly StateThing[] }[]
  readonly unchecked: readonly { readonly rule: CoherenceRule; readonly needs: string }[]
  /** Leave of units to go their own way; `goesOwnWay` where the unit weighs by itself and has no other leave. */
  readonly leave: readonly { readonly thing: StateThing; readonly state: 'not_begun' | 'in_force' | 'ends_soon' | 'ended'; readonly goesOwnWay: boolean }[]
}

/** How the organisation behaves: values with the decisions that named them, what units say of theirs, and how they are answered. */
export type LivedFacts = {
  /** Values in force. */
  readonly values: readonly { readonly thing: StateThing; readonly behaviours: number; readonly takenUp: boolean; readonly served: readonly StateThing[]; readonly against: readonly StateThing[] }[]
  readonly statements: readonly { readonly thing: StateThing; readonly diverges: boolean }[]
  readonly signals: { readonly withinDays: number; readonly all: readonly { readonly thing: StateThing; readonly standing: 'open' | 'overdue' | 'answered' }[] }
  /** Decisions on record, with whether an objective was given as a reason. */
  readonly decisions: readonly { readonly thing: StateThing; readonly cites: boolean }[]
}

/** A step of the benefits network: what is done so that benefits come about. */
export type StepFacts = { readonly thing: StateThing; readonly owner: string | null; readonly leadsToBenefit: boolean; readonly dueOn: CivilDate | null; readonly done: boolean }

/** Changes of how work is done and the systems that support it, and whom value goes to; `withheld` where whoever asks may not see amounts. */
export type CreatedFacts = {
  readonly changes: readonly StepFacts[]
  readonly systems: readonly StepFacts[]
  /** By class of stakeholder the benefits that go to it, and why it is not served where it is not; null while nobody has said whom anything goes to. */
  readonly classes: readonly { readonly thing: StateThing; readonly benefits: readonly StateThing[]; readonly alert: string | null }[] | null | 'withheld'
}

/** Tasks and milestones of initiatives, and the initiatives with some that are late. */
export type WorkedFacts = { readonly tasks: number; readonly late: readonly { readonly thing: StateThing; readonly tasks: number }[] }

/** People and money: what is asked of them, and where they go; `withheld` where whoever asks may not see amounts. */
export type MeansFacts = {
  /** Pools of people with a capacity recorded for the periods that are looked at; `overloaded` where more is asked of them in any than there is. */
  readonly pools: readonly { readonly thing: StateThing; readonly overloaded: readonly string[] }[]
  /** Initiatives of the quarter with most strategic impact that are short of a pool while ones with less impact get it. */
  readonly outbid: readonly { readonly initiative: StateThing; readonly pool: StateThing; readonly period: string; readonly lower: readonly StateThing[] }[]
  /** Initiatives that were decided on, may be refused, serve an objective and have a cost: without any, money shows no priorities. */
  readonly spending: number | 'withheld'
  /** Budgets, and whether any money is given for a period that is not over. */
  readonly pots: readonly { readonly thing: StateThing; readonly funded: boolean }[] | 'withheld'
}

/** Everything that the checks look at, as of a day. */
export type StateFacts = { readonly today: CivilDate } & StatedFacts & LivedFacts & CreatedFacts & { readonly work: WorkedFacts } & MeansFacts
