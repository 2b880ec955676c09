import type { View } from '@throughline/contract/demand'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    list_view: ListViewTable
  }
}

/** How one person likes to see a list, alone or for all. */
export interface ListViewTable {
  org_id: string
  id: string
  list: 'initiatives'
  account_id: string
  owner_name: string
  name: string
  look: unknown
  sharing: View['sharing']
  version: Generated<number>
  removed_at: Generated<string | null>
}
