import type { Generated } from 'kysely'

/** Append-only: a decision on the plan as it was taken. */
export interface DecisionTable {
  org_id: string
  id: string
  question: string
  chosen: string
  rationale: string
  expected: string
  /** `DecisionOption[]` */
  options: unknown
  decider_id: string
  decider_name: string
  proposer_id: string | null
  proposer_name: string | null
  scenario_id: string | null
  scenario_name: string | null
  /** `PlanChangeList` */
  differences: unknown
  known_at: string
  decided_at: Generated<string>
  hash_before: string
  hash_after: string
}

declare module '../../database/tables.ts' {
  interface Tables {
    decision: DecisionTable
  }
}
