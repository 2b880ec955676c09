import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    year_line: YearLineTable
  }
}

/** What an initiative costs or gives in one fiscal year, as a person or a file gave it. */
export interface YearLineTable {
  org_id: string
  initiative_id: string
  kind: 'cost' | 'benefits'
  /** Calendar year in which the fiscal year begins. */
  year: number
  amount_minor: string
  /** `FieldSource` */
  source: unknown
  version: Generated<number>
}
