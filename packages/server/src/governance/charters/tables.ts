import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    charter: CharterTable
    charter_edition: CharterEditionTable
  }
}

/** The role of a body as it stands in writing now. */
export interface CharterTable {
  org_id: string
  id: string
  version: Generated<number>
  /** `CharterText` */
  said: unknown
  ended_at: Generated<string | null>
  ended_by: Generated<string | null>
  ended_because: Generated<string | null>
}

/** What was signed of a charter; only added to. */
export interface CharterEditionTable {
  org_id: string
  id: string
  charter_id: string
  no: number
  /** `CharterText` */
  said: unknown
  expires_on: string
  /** `{ criterion, met, evidence }[]` */
  findings: unknown
  words: string
  signed_by: string
  signed_at: string
}
