import type { CustomKind } from '@throughline/engine/demand'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    custom_field: CustomFieldTable
    custom_value: CustomValueTable
  }
}

/** A field that the organisation added to its initiatives. */
export interface CustomFieldTable {
  org_id: string
  id: string
  name: string
  kind: CustomKind
  unit: string | null
  choices: readonly string[]
  note: string
  version: Generated<number>
  created_at: Generated<string>
  removed_at: Generated<string | null>
}

/** One value of one field; no row where none is given. The text is in the one form that `readCustomValue` gives. */
export interface CustomValueTable {
  org_id: string
  initiative_id: string
  field_id: string
  value: string
}
