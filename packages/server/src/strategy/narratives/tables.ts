import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    measure_narrative: MeasureNarrativeTable
  }
}

/** What somebody says of figures of a measure. */
export interface MeasureNarrativeTable {
  org_id: string
  id: string
  version: Generated<number>
  measure_id: string
  fact: string
  judgement: string
  forecast: string
  confidence: 'low' | 'medium' | 'high'
  /** `[{ on, value }]` as they were when it was said. */
  anchors: unknown
  said_at: string
  said_by: string
  said_by_id: string
  removed_at: Generated<string | null>
}
