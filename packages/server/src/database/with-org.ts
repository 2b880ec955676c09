import { sql } from 'kysely'
import { settleUntil } from './act-clock.ts'
import type { Actor } from './actor.ts'
import { asOfSchema } from './history/index.ts'
import type { Db, Tx } from './tables.ts'

/** A moment on the two axes of time: what was known at an instant, of what was true on a civil date. Left out: all that is known, of now. */
export type Moment = { readonly knownAt?: string; readonly validOn?: string }

/** Whose organisation, and where a reader asks for an earlier one, the moment. */
export type Scope = Pick<Actor, 'orgId' | 'accountId'> & { readonly moment?: Moment }

/** Names organisation and account for the rest of the transaction; row-level security shows nothing of any other organisation. */
export async function enterOrg(tx: Tx, { orgId, accountId }: Pick<Scope, 'orgId' | 'accountId'>): Promise<void> {
  await sql`select set_config('app.org_id', ${orgId}, true), set_config('app.account_id', ${accountId}, true)`.execute(tx)
}

/**
 * Reads in one consistent, read-only snapshot of one organisation: the present, or the moment of the scope. Then every table that has
 * a past answers under its own name as of that moment, the same for all of them, and the same whenever it is asked for.
 */
export async function withOrg<T>(db: Db, scope: Scope, read: (tx: Tx) => Promise<T>, moment: Moment = scope.moment ?? {}): Promise<T> {
  const { knownAt, validOn } = moment
  if (knownAt !== undefined) await settled(db, scope, knownAt)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await enterOrg(tx, scope)
      // What was put away together lies together, so that the index by instants reads a twin almost in its order.
      if (knownAt !== undefined || validOn !== undefined)
        await sql`select set_config('app.known_at', ${knownAt ?? ''}, true), set_config('app.valid_on', ${validOn ?? ''}, true), set_config('search_path', ${`${asOfSchema}, public`}, true), set_config('random_page_cost', '1.1', true)`.execute(tx)
      return read(tx)
    })
}

/** Waits until no act can be recorded at or before the instant any more. */
const settled = (db: Db, scope: Scope, knownAt: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await enterOrg(tx, scope)
    await settleUntil(tx, knownAt)
  })
