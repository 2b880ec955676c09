import type { PlanKind } from '@throughline/engine/value'
import type { Generated } from 'kysely'

/** A line of the business plan. `amounts` holds its periods with baseline and planned amount, in their order; `objectives` the stable keys of what it is about. */
export interface PlanLineTable { org_id: string; id: string; name: string; kind: PlanKind; unit: string; department_id: string | null; note: string; amounts: unknown; objectives: unknown; version: Generated<number> }
/** The one line of which a benefit is a delivery vehicle; the last word counts, the earlier ones are in the history. */
export interface PlanLinkTable { org_id: string; benefit_id: string; line_id: string; reason: string; linked_by: string }

declare module '../../database/tables.ts' {
  interface Tables {
    plan_line: PlanLineTable
    plan_link: PlanLinkTable
  }
}
