import { sql } from 'kysely'
import { enterOrg, withOrg, type Actor, type Db, type Tx } from '../../database/index.ts'
import './tables.ts'

/** Whose act it is and under which key, as it is stored. */
export type Place = { readonly actor: Pick<Actor, 'orgId' | 'accountId'>; readonly keyHash: Buffer }
export type Kept = { readonly asked: Buffer; readonly answer: Buffer | null }

const rowsAt = (tx: Tx, { actor, keyHash }: Place) => tx.selectFrom('kept_answer').select(['asked', 'answer']).where('account_id', '=', actor.accountId).where('key_hash', '=', keyHash)

/** What was kept under a key; undefined where nothing was. */
export const findKept = (db: Db, place: Place): Promise<Kept | undefined> => withOrg(db, place.actor, (tx) => rowsAt(tx, place).executeTakeFirst(), {})

/**
 * Takes a key for the transaction. While another transaction holds it, this waits for as long as `patienceMs`, then fails with 55P03.
 * Undefined where it is now ours; otherwise what the other has kept.
 */
export async function takeKey(tx: Tx, place: Place, asked: Buffer, patienceMs: number): Promise<Kept | undefined> {
  const { actor, keyHash } = place
  await enterOrg(tx, actor)
  await sql`select set_config('lock_timeout', ${String(patienceMs)}, true)`.execute(tx)
  const taken = await tx.insertInto('kept_answer').values({ org_id: actor.orgId, account_id: actor.accountId, key_hash: keyHash, asked, created_at: sql`clock_timestamp()` } as never).onConflict((conflict) => conflict.doNothing()).returning('asked').executeTakeFirst()
  await sql`select set_config('lock_timeout', '0', true)`.execute(tx)
  return taken ? undefined : rowsAt(tx, place).executeTakeFirstOrThrow()
}

/** Keeps the answer under the key that the transaction has taken. */
export async function keepAnswer(tx: Tx, { actor, keyHash }: Place, answer: Buffer): Promise<void> {
  await enterOrg(tx, actor)
  await tx.updateTable('kept_answer').set({ answer }).where('account_id', '=', actor.accountId).where('key_hash', '=', keyHash).execute()
}

/** Lets go of the key that the transaction has taken: what it answers is not kept. */
export async function letGo(tx: Tx, { actor, keyHash }: Place): Promise<void> {
  await enterOrg(tx, actor)
  await tx.deleteFrom('kept_answer').where('account_id', '=', actor.accountId).where('key_hash', '=', keyHash).execute()
}

/** Begins an act within a transaction that may have had one: a point to return to, and nothing of the act before. */
export async function beginWithin(tx: Tx, readOnly: boolean): Promise<void> {
  await sql`savepoint act`.execute(tx)
  await sql`select set_config(name, '', true) from unnest(array['app.recorded_at', 'app.valid_from', 'app.chain_origin', 'app.restoring', 'app.org_id', 'app.account_id']) name`.execute(tx)
  if (readOnly) await sql`set transaction read only`.execute(tx)
}

/** Ends what was begun within; `undo` also undoes it, with every setting of it. */
export async function endWithin(tx: Tx, undo: boolean): Promise<void> {
  if (undo) await sql`rollback to savepoint act`.execute(tx)
  await sql`release savepoint act`.execute(tx)
}

/** Removes answers that were kept for so many hours, of every organisation; tells how many. */
export async function pruneKeptAnswers(db: Db, hours: number): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select prune_kept_answers(${hours}) as gone`.execute(db)
  return rows[0]?.gone ?? 0
}
