import type { Generated, Kysely, Transaction } from 'kysely'

/**
 * Every table of the database with the types of its columns. A room adds its own in `<room>/tables.ts`:
 * `declare module '../database/tables.ts' { interface Tables { objective: ObjectiveTable } }`.
 * Dates, int8 and numeric are text; instants are ISO 8601 text in UTC.
 */
export interface Tables {
  revision: RevisionTable
  act_clock: ActClockTable
}

/** The instant of the latest act of an organisation. */
export interface ActClockTable {
  org_id: string
  last: string
}

/** One change of one thing: who, when, in which act, from what to what. Append-only. */
export interface RevisionTable {
  org_id: string
  id: string
  at: Generated<string>
  account_id: string
  actor_name: string
  /** `<room>.<verb-noun>`, for example `people.add-member`. */
  act: string
  room: string
  kind: string
  entity_id: string
  before: unknown
  after: unknown
  why: string | null
}

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>
