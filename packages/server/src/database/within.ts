import type { Db, Tx } from './tables.ts'

const acts = new WeakMap<object, { readonly tx: Tx }>()

/**
 * The database as an act sees it that tells a longer story by acts of others: what they write and read belongs to its one transaction,
 * whole or not at all, and each has an instant and a link of the chain of its own. `nextInstant` goes before the first of them; one that
 * is refused may have written already, so that whoever tells the story ends it.
 */
export function within(tx: Tx): Db {
  // Acts and reads know it by itself; anything else that takes a database would leave the transaction.
  const db = new Proxy({}, { get: (_, name) => { throw new Error(`Within an act the database is for acts and reads alone; it was asked for ${String(name)}`) } }) as Db
  acts.set(db, { tx })
  return db
}

/** The act that a database was made within; undefined for one that begins transactions of its own. */
export const actOf = (db: Db): { readonly tx: Tx } | undefined => acts.get(db)
