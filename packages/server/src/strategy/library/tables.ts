import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    measure_definition: MeasureDefinitionTable
    measure_link: MeasureLinkTable
  }
}

/** A measure as the organisation defines it once. */
export interface MeasureDefinitionTable {
  org_id: string
  id: string
  version: Generated<number>
  name: string
  /** SHA-256 of the text of the definition; one in force has it alone. */
  hash: string
  /** `NewDefinition`, all of it. */
  content: unknown
  origin: 'starter' | 'entered' | 'imported'
  retired_at: Generated<string | null>
  retired_by: Generated<string | null>
  retired_because: Generated<string | null>
}

/** That a further objective of the same strategy is measured by a measure. */
export interface MeasureLinkTable {
  org_id: string
  id: string
  version: Generated<number>
  measure_id: string
  objective_id: string
  linked_at: string
  linked_by: string
  removed_at: Generated<string | null>
}
