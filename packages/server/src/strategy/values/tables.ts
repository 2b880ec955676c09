import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    organisation_value: OrganisationValueTable
    unit_value: UnitValueTable
    decision_value: DecisionValueTable
  }
}

/** A value of the organisation. */
export interface OrganisationValueTable {
  org_id: string
  id: string
  version: Generated<number>
  name: string
  meaning: string
  /** `string[]` */
  behaviours: unknown
  retired_at: Generated<string | null>
  retired_by: Generated<string | null>
  retired_because: Generated<string | null>
}

/** What a unit says it stands for, and where somebody put it. */
export interface UnitValueTable {
  org_id: string
  id: string
  version: Generated<number>
  /** The strategy of the unit. */
  unit_id: string
  words: string
  said_at: string
  said_by: string
  mapping: Generated<'value' | 'own' | 'none'>
  value_id: Generated<string | null>
  reason: Generated<string>
  mapped_at: Generated<string | null>
  mapped_by: Generated<string | null>
  removed_at: Generated<string | null>
}

/** That a decision served a value, and the one that it went against. */
export interface DecisionValueTable {
  org_id: string
  id: string
  version: Generated<number>
  decision_id: string
  served_id: string
  against_id: string | null
  reason: string
  tagged_at: string
  tagged_by: string
  removed_at: Generated<string | null>
}
