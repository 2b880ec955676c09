import { sql } from 'kysely'
import { planned, snapshotOf, type Tx } from '../../../database/index.ts'
import { stamp } from '../../../rollups/index.ts'

/** What a transaction sees: whose organisation, up to which act and instant, and as of which day. Instants in milliseconds. */
export type Moment = {
  /** The organisation; after the erasure of a person another name, so that nothing is made of what was held before it. */
  readonly org: string
  readonly stamp: string
  /** The instant up to which everything is in: the one that was asked for, else that of the latest act; undefined where there was none. */
  readonly until: number | undefined
  /** The day that was asked for; null for all that holds. */
  readonly on: string | null
  /** The present was asked for. */
  readonly present: boolean
  /** How far the clock of acts had come: a snapshot that sees it as far sees every act that another one saw. */
  readonly newest: number | undefined
}

type Row = { readonly org: string; readonly stamp: string; readonly known: string | null; readonly on: string | null; readonly at: string | null; readonly newest: string | null }

const known = new WeakMap<Tx, Promise<Moment>>()

/** The moment of a transaction, by one statement; a snapshot is asked once, for its moment stays what it is. */
export function momentOf(tx: Tx): Promise<Moment> {
  const moment = known.get(tx) ?? readMoment(tx)
  if (snapshotOf(tx)) known.set(tx, moment)
  return moment
}

async function readMoment(tx: Tx): Promise<Moment> {
  const { rows } = await sql<Row>`${planned(tx)} concat(current_org(), (select ' ' || max(r.at) from public.revision r where r.org_id = current_org() and r.act = 'governance.erase-person')) as org, ${stamp} as stamp, nullif(known_at(), 'infinity') as known, nullif(valid_on(), 'infinity') as on, (select r.at from revision r order by r.at desc limit 1) as at, (select last from act_clock) as newest`.execute(tx)
  const [row] = rows
  const instant = (text: string | null | undefined): number | undefined => (text ? Date.parse(text) : undefined)
  const present = (row?.known ?? null) === null && (row?.on ?? null) === null
  return { org: row?.org ?? '', stamp: row?.stamp ?? '', until: instant(row?.known ?? row?.at), on: row?.on ?? null, present, newest: instant(row?.newest) }
}
