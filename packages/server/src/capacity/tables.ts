import type { Grain, PoolUnit } from '@throughline/engine/capacity'
import type { Generated } from 'kysely'

declare module '../database/tables.ts' {
  interface Tables {
    capacity_setting: CapacitySettingTable
    resource_pool: ResourcePoolTable
    pool_line: PoolLineTable
    pot: PotTable
    pot_line: PotLineTable
    initiative_plan: InitiativePlanTable
    initiative_variant: InitiativeVariantTable
    variant_demand: VariantDemandTable
    variant_cost: VariantCostTable
  }
}

/** How an organisation plans; one that never said has no row. */
export interface CapacitySettingTable { org_id: string; grain: Grain; periods: number; version: Generated<number> }

export interface ResourcePoolTable {
  org_id: string
  id: string
  name: string
  unit: PoolUnit
  unit_id: string | null
  skills: readonly string[]
  people: number | null
  /** Price of one hour, one day, or one full-time equivalent for a year. */
  rate_minor: string | null
  overload_percent: number | null
  overload_rate_minor: string | null
  version: Generated<number>
  removed_at: Generated<string | null>
}

/** Capacity of a pool for `[from_on, to_on)` in hundredths of its unit; the lines of a pool never overlap. */
export interface PoolLineTable { org_id: string; pool_id: string; from_on: string; to_on: string; hundredths: string }

export interface PotTable {
  org_id: string
  id: string
  name: string
  kind: 'capital' | 'operating' | 'any'
  total_minor: string | null
  carry_over: 'none' | 'limited' | 'all'
  carry_percent: number | null
  categories: readonly string[]
  unit_ids: readonly string[]
  version: Generated<number>
  removed_at: Generated<string | null>
}

/** Money of a pot for `[from_on, to_on)`; the lines of a pot never overlap. */
export interface PotLineTable { org_id: string; pot_id: string; from_on: string; to_on: string; amount_minor: string }

/** When an initiative may start, and what is still to come of one that runs. */
export interface InitiativePlanTable {
  org_id: string
  initiative_id: string
  earliest_on: string | null
  latest_on: string | null
  fixed_on: string | null
  runs: boolean
  spent_minor: string | null
  to_go_minor: string | null
  exit_minor: string | null
  version: Generated<number>
}

export interface InitiativeVariantTable { org_id: string; id: string; initiative_id: string; name: string; place: number; in_plan: boolean; value_percent: number | null; benefits_minor: string | null }
/** What a variant needs of a pool, by months since the start. */
export interface VariantDemandTable { org_id: string; variant_id: string; pool_id: string; from_month: number; months: number; hundredths: string }
/** What a variant costs, by months since the start; `line` numbers what it says. */
export interface VariantCostTable { org_id: string; variant_id: string; line: number; pot_id: string | null; from_month: number; months: number; amount_minor: string }
