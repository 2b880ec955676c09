import type { Generated } from 'kysely'

declare module '../database/tables.ts' {
  interface Tables {
    strategy: StrategyTable
    strategy_version: StrategyVersionTable
    perspective: PerspectiveTable
    objective: ObjectiveTable
    measure: MeasureTable
    measure_actual: MeasureActualTable
    actual_batch: ActualBatchTable
    contribution: ContributionTable
    tension: TensionTable
  }
}

type Owned = { org_id: string; id: string; version: Generated<number> }
type Removable = { removed_at: Generated<string | null> }
type OriginColumn = 'entered' | 'our_reading'

export interface StrategyTable extends Owned { name: string; mission: string; vision: string; origin: OriginColumn; source_note: string }
/** The head of a version; what it says stands in the tables of the room while it is in force, else in its document. */
export interface StrategyVersionTable extends Owned, Removable {
  strategy_id: string
  no: number
  status: 'draft' | 'sent' | 'in_force' | 'superseded'
  title: Generated<string>
  /** Why the strategy changes, and the day on which that was first known. */
  reason: Generated<string>
  signal_on: Generated<string | null>
  drafted_at: Generated<string | null>
  drafted_by_id: Generated<string | null>
  drafted_by: Generated<string | null>
  changed_at: Generated<string | null>
  changed_by: Generated<string | null>
  sent_at: Generated<string | null>
  sent_by_id: Generated<string | null>
  sent_by: Generated<string | null>
  /** Why it was sent, taken back or rejected. */
  remark: Generated<string>
  approved_at: Generated<string | null>
  approved_by: Generated<string | null>
  decision_id: Generated<string | null>
  superseded_at: Generated<string | null>
  /** `UnitWeights[]` and `AutonomyWaiver[]` of the version in force. */
  units: Generated<unknown>
  waivers: Generated<unknown>
  /** `UnitStrategy[]` of the version in force. */
  unit_strategies: Generated<unknown>
}
export interface PerspectiveTable extends Owned, Removable { strategy_version_id: string; name: string; ord: number }

export interface ObjectiveTable extends Owned, Removable {
  strategy_version_id: string
  /** Stays the same across versions of the strategy. */
  stable_key: string
  perspective_id: string
  statement: string
  description: string
  /** Share of 1, numeric(9,8) as text. */
  weight: string
  owner: string | null
  deadline: string | null
  mandatory: boolean
  /** The objective of the same version that it serves, by its stable key. */
  parent_key: Generated<string | null>
  origin: OriginColumn
  /** `[{ label, url? }]` */
  citations: unknown
}

export interface MeasureTable extends Owned, Removable {
  objective_id: string
  name: string
  definition: string
  unit: string
  direction: 'higher' | 'lower' | 'range' | 'maintain'
  aggregation: 'flow' | 'stock' | 'ratio' | 'weighted_average' | 'min' | 'max' | 'non_additive'
  frequency: 'month' | 'quarter' | 'year' | 'ad_hoc'
  horizon: 'short' | 'mid' | 'long'
  is_leading: boolean
  owner: string | null
  data_source: string
  origin: OriginColumn
  baseline: string | null
  baseline_on: string | null
  target: string | null
  due_on: string | null
  tolerance: string | null
  level: Generated<'delivery' | 'kpi' | 'outcome' | 'benchmark'>
  /** Both ends of the band of a range; both the level of what is to be kept. */
  band_low: Generated<string | null>
  band_high: Generated<string | null>
  /** The course from baseline to target, as the engine has it. */
  course: Generated<unknown>
  max_age_days: Generated<number>
  due_after_days: Generated<number>
  /** A value that cannot be passed; control limits are not drawn below it. */
  natural_least: Generated<string | null>
  /** The account that reports it, where one does. */
  reporter_id: Generated<string | null>
  /** `[{ kind: budget or forecast, on, value }]` */
  plan: Generated<unknown>
  benchmarks: Generated<unknown>
  /** `{ on, reason, evidence }` */
  limits_from: Generated<unknown>
  /** `{ kind, weight }` of a measure that is a key result of its objective. */
  key_result: Generated<unknown>
  target_reason: Generated<string>
  /** Share of the target by which it may move without a reason. */
  leeway: Generated<string | null>
  /** `MeasureSheet`: what it tells of, and what has to be watched beside it. */
  sheet: Generated<unknown>
  /** `{ kind, words }`: why the target was moved to what it is. */
  target_because: Generated<unknown>
}

/** Append-only: restating a date closes the earlier record and adds a new one. */
export interface MeasureActualTable extends Owned {
  measure_id: string
  on_date: string
  value: string
  state: 'provisional' | 'approved' | 'restated'
  note: string
  source: string
  recorded_at: Generated<string>
  superseded_at: Generated<string | null>
  recorded_by: string
  numerator: Generated<string | null>
  denominator: Generated<string | null>
  weight: Generated<string | null>
  /** `[{ name, volume, price }]` */
  parts: Generated<unknown>
  batch_id: Generated<string | null>
  /** The record of the same day that it closed, where there was one. */
  replaces: Generated<string | null>
}

/** Actuals that were recorded together, and whether they were taken back. */
export interface ActualBatchTable {
  org_id: string
  id: string
  via: 'paste' | 'file' | 'interface'
  file_name: string | null
  sha256: string | null
  row_count: number
  recorded_at: string
  recorded_by: string
  undone_at: Generated<string | null>
  undone_by: Generated<string | null>
}

/** Append-only: one record in force for each pair of initiative and objective. */
export interface ContributionTable {
  org_id: string
  id: string
  initiative_id: string
  objective_id: string
  contribution: string
  rationale: string
  origin: OriginColumn
  recorded_at: Generated<string>
  superseded_at: Generated<string | null>
  recorded_by: string
}

/** A tension that somebody lives with; reopened ones stay, with when. */
export interface TensionTable extends Owned, Removable {
  key: string
  owner: string
  trade_off: string
  review_on: string
  words: string
  recorded_at: string
  recorded_by: string
}
