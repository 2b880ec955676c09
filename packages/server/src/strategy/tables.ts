import type { Generated } from 'kysely'

declare module '../database/tables.ts' {
  interface Tables {
    strategy: StrategyTable
    strategy_version: StrategyVersionTable
    perspective: PerspectiveTable
    objective: ObjectiveTable
    measure: MeasureTable
    measure_actual: MeasureActualTable
    contribution: ContributionTable
  }
}

type Owned = { org_id: string; id: string; version: Generated<number> }
type Removable = { removed_at: Generated<string | null> }
type OriginColumn = 'entered' | 'our_reading'

export interface StrategyTable extends Owned { name: string; mission: string; vision: string; origin: OriginColumn; source_note: string }
export interface StrategyVersionTable { org_id: string; id: string; strategy_id: string; no: number; status: 'draft' | 'confirmed' | 'in_force' | 'superseded' }
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
  origin: OriginColumn
  /** `[{ label, url? }]` */
  citations: unknown
}

export interface MeasureTable extends Owned, Removable {
  objective_id: string
  name: string
  definition: string
  unit: string
  direction: 'higher' | 'lower'
  aggregation: 'flow' | 'stock' | 'ratio' | 'non_additive'
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
