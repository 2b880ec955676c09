import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Db, Tx } from './tables.ts'

type Scope = Pick<Actor, 'orgId' | 'accountId'>

/** Names organisation and account for the rest of the transaction; row-level security shows nothing of any other organisation. */
export async function enterOrg(tx: Tx, { orgId, accountId }: Scope): Promise<void> {
  await sql`select set_config('app.org_id', ${orgId}, true), set_config('app.account_id', ${accountId}, true)`.execute(tx)
}

/** Reads in one consistent, read-only snapshot of one organisation. */
export function withOrg<T>(db: Db, scope: Scope, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await enterOrg(tx, scope)
      return read(tx)
    })
}
