import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    decision_objective: DecisionObjectiveTable
  }
}

/** That an objective was a reason of a decision. */
export interface DecisionObjectiveTable {
  org_id: string
  id: string
  version: Generated<number>
  decision_id: string
  /** The same in every version of the strategy. */
  objective_key: string
  /** What it said when it was cited. */
  statement: string
  how: string
  cited_at: string
  cited_by: string
  removed_at: Generated<string | null>
}
