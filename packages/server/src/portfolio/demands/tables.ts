import type { KeptPart } from '@throughline/engine/portfolio'
import type { ColumnType, Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    planning_demand: PlanningDemandTable
  }
}

/** What every roadmap has to keep. It is never changed, only recorded and withdrawn. */
export interface PlanningDemandTable {
  org_id: string
  id: string
  kind: string
  part: ColumnType<KeptPart, string, never>
  because: string
  asked_by: string
  recorded_by: string
  recorded_at: Generated<string>
  version: Generated<number>
  removed_at: Generated<string | null>
}
