import type { Generated } from 'kysely'

/** A saved selection: what was asked, what was chosen, and the proof that goes with it. Never writes to the plan of record. */
export interface ScenarioTable {
  org_id: string
  id: string
  name: string
  note: string
  value_choice: 'benefits' | 'net' | 'strategic'
  publication_id: string | null
  publication_title: string | null
  publication_as_of: string | null
  currency: string
  /** SHA-256 of the candidates it was computed from. */
  input_hash: string
  constraints: unknown
  chosen: unknown
  candidates: number
  total_value: string
  total_cost_minor: string
  bound: string
  gap: number | null
  proved: boolean
  certificate: unknown
  created_by: string
  created_at: Generated<string>
  version: Generated<number>
  removed_at: Generated<string | null>
}

declare module '../database/tables.ts' {
  interface Tables {
    scenario: ScenarioTable
  }
}
