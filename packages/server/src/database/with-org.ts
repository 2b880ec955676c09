import { sql } from 'kysely'
import pg from 'pg'
import { isSettled, settleUntil } from './act-clock.ts'
import type { Actor } from './actor.ts'
import { asOfSchema } from './history/index.ts'
import { beginningWith } from './outcome.ts'
import type { Db, Tx } from './tables.ts'
import { actOf } from './within.ts'

/** A moment on the two axes of time: what was known at an instant, of what was true on a civil date. Left out: all that is known, of now. */
export type Moment = { readonly knownAt?: string; readonly validOn?: string }

/** Whose organisation, and where a reader asks for an earlier one, the moment. */
export type Scope = Pick<Actor, 'orgId' | 'accountId'> & { readonly moment?: Moment }

/** Names organisation and account for the rest of the transaction; row-level security shows nothing of any other organisation. */
export async function enterOrg(tx: Tx, { orgId, accountId }: Pick<Scope, 'orgId' | 'accountId'>): Promise<void> {
  await sql`select set_config('app.org_id', ${orgId}, true), set_config('app.account_id', ${accountId}, true)`.execute(tx)
}

/** The same as a statement of its own, to be sent along with the one that begins the transaction. */
export const entering = ({ orgId, accountId }: Pick<Scope, 'orgId' | 'accountId'>): string => `select ${setting({ 'app.org_id': orgId, 'app.account_id': accountId })}`

const setting = (settings: Readonly<Record<string, string>>): string => Object.entries(settings).map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`).join(', ')

/**
 * Reads in one consistent, read-only snapshot of one organisation: the present, or the moment of the scope. Then every table that has
 * a past answers under its own name as of that moment, the same for all of them, and the same whenever it is asked for.
 * Within an act (`within`) it reads what that act has written so far.
 */
export async function withOrg<T>(db: Db, scope: Scope, read: (tx: Tx) => Promise<T>, moment: Moment = scope.moment ?? {}): Promise<T> {
  const outer = actOf(db)
  if (outer) return read(outer.tx)
  const { knownAt } = moment
  if (knownAt === undefined) return reading(db, scope, moment, read)
  const found = await reading(db, scope, moment, async (tx) => ((await isSettled(tx, knownAt)) ? { value: await read(tx) } : undefined))
  if (found) return found.value
  await settled(db, scope, knownAt)
  return reading(db, scope, moment, read)
}

/** Begins a snapshot and names organisation, account and moment in one message to the database. */
const reading = <T>(db: Db, { orgId, accountId }: Scope, { knownAt, validOn }: Moment, read: (tx: Tx) => Promise<T>): Promise<T> => {
  const past = knownAt !== undefined || validOn !== undefined
  const settings = {
    'app.org_id': orgId, 'app.account_id': accountId,
    // What was put away together lies together, so that the index by instants reads a twin almost in its order.
    ...(past ? { 'app.known_at': knownAt ?? '', 'app.valid_on': validOn ?? '', search_path: `${asOfSchema}, public`, random_page_cost: '1.1' } : {}),
  }
  return beginningWith(`start transaction isolation level repeatable read read only; select ${setting(settings)}`, () =>
    db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute((tx) => {
      snapshots.set(tx, { past })
      return read(tx)
    }))
}

const snapshots = new WeakMap<Tx, { readonly past: boolean }>()

/** Of a transaction that reads one snapshot, whether it is one of an earlier moment; undefined for any other transaction. */
export const snapshotOf = (tx: Tx): { readonly past: boolean } | undefined => snapshots.get(tx)

/** Waits until no act can be recorded at or before the instant any more. */
const settled = (db: Db, scope: Scope, knownAt: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await enterOrg(tx, scope)
    await settleUntil(tx, knownAt)
  })
