import type { Generated } from 'kysely'

/** A strategic milestone. `objective_key` is the stable key of its objective; `contributors` holds `NewContributor`s in their order. */
export interface StrategicMilestoneTable { org_id: string; id: string; version: Generated<number>; objective_key: string; name: string; note: string; wanted_on: string; reached_on: string | null; contributors: unknown }

declare module '../../database/tables.ts' {
  interface Tables {
    strategic_milestone: StrategicMilestoneTable
  }
}
