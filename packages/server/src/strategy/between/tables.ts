import type { Generated } from 'kysely'

/** What a person said of objectives of two units: the lesser id first, each pair once. */
export interface CommonLinkTable {
  org_id: string
  id: string
  version: Generated<number>
  from_id: string
  to_id: string
  state: 'accepted' | 'set_aside'
  why: string
  decided_by: string
  decided_at: string
  removed_at: Generated<string | null>
}

declare module '../../database/tables.ts' {
  interface Tables {
    common_link: CommonLinkTable
  }
}
