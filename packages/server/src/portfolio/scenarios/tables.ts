import type { ScenarioState, Sharing } from '@throughline/contract/portfolio'
import type { ChangeOrigin, Subject } from '@throughline/engine/portfolio'
import type { Generated } from 'kysely'

/** A scenario: what it is called, who sees it, where it stands, and the selection it may hold. Never writes to the plan of record by itself. */
export interface ScenarioTable {
  org_id: string
  id: string
  name: string
  note: string
  state: Generated<ScenarioState>
  sharing: Generated<Sharing>
  author_id: string | null
  created_by: string
  created_at: Generated<string>
  changed_at: Generated<string>
  /** The plan of record as it was known then is what the scenario changes. */
  base_at: Generated<string>
  fork_of: string | null
  fork_name: string | null
  proposed_by: string | null
  proposed_name: string | null
  /** Why it was proposed, or why it was rejected. */
  remark: Generated<string>
  decision_id: string | null
  /** How many fields it sets. */
  changes: Generated<number>
  /** `PlanSummary`: base and overlay never change by themselves, so neither do these. */
  figures: unknown
  /** `PlanChangeList` of the approval: what it changed in the plan of record. */
  outcome: unknown
  /** Whether the selection decides on states. */
  decides: Generated<boolean>
  /** When the selection was computed; null where there is none, or where it was with the scenario. */
  selected_at: string | null
  value_choice: 'benefits' | 'net' | 'strategic' | null
  publication_id: string | null
  publication_title: string | null
  publication_as_of: string | null
  currency: string | null
  /** SHA-256 of the candidates it was computed from. */
  input_hash: string | null
  constraints: unknown
  chosen: unknown
  candidates: number | null
  total_value: string | null
  total_cost_minor: string | null
  bound: string | null
  gap: number | null
  proved: boolean | null
  certificate: unknown
  /** The initiatives that could be candidates; null where all could. */
  narrowed_to: Generated<string[] | null>
  version: Generated<number>
  removed_at: Generated<string | null>
}

/** One field that a scenario sets. */
export interface ScenarioChangeTable {
  org_id: string
  scenario_id: string
  id: string
  kind: Subject
  entity_id: string
  field: string
  base: unknown
  value: unknown
  origin: ChangeOrigin
  by_name: string
  at: Generated<string>
  version: Generated<number>
}

/** A person with whom a scenario is shared. */
export interface ScenarioShareTable {
  org_id: string
  scenario_id: string
  account_id: string
}

declare module '../../database/tables.ts' {
  interface Tables {
    scenario: ScenarioTable
    scenario_change: ScenarioChangeTable
    scenario_share: ScenarioShareTable
  }
}
