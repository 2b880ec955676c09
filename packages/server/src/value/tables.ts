import type { Generated } from 'kysely'

/** A benefit amount of an initiative in a fiscal year. Append-only: a correction is a reversal and a new entry. */
export interface ValueEntryTable {
  org_id: string
  id: string
  initiative_id: string
  kind: 'promised' | 'forecast' | 'realised'
  /** Calendar year in which the fiscal year begins. */
  year: number
  amount_minor: string
  currency: string
  basis: unknown
  cash_class: 'cash_releasing' | 'non_cash_releasing' | 'na'
  evidence: string
  reverses: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

declare module '../database/tables.ts' {
  interface Tables {
    value_entry: ValueEntryTable
  }
}
