import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { enterOrg, type Db, type Scope, type Tx } from '../database/index.ts'

/** What an answer is kept under: the kind of question, up to which act it was read, and what was asked. */
export type RollupKey = { readonly kind: string; readonly stamp: string; readonly asked: string }

/** The most answers of an organisation that are kept; the oldest go. */
export const mostKept = 4000

const digest = (asked: string): Buffer => createHash('sha256').update(asked).digest()

/**
 * Up to which act the transaction sees its organisation, and of which day: two transactions with one stamp see the same. Acts of an
 * organisation follow one another and each has an instant of its own (the act clock), so the newest instant that is seen names them all.
 */
export async function readStamp(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string | null; on: string }>`select (select r.at from revision r order by r.at desc limit 1)::text as at, valid_on()::text as on`.execute(tx)
  return `${rows[0]?.at ?? 'none'} ${rows[0]?.on ?? ''}`
}

/** An answer that was kept, as JSON; undefined where there is none. */
export async function findRollup(tx: Tx, { kind, stamp, asked }: RollupKey): Promise<string | undefined> {
  return (await tx.selectFrom('rollup').select('answer').where('kind', '=', kind).where('stamp', '=', stamp).where('asked', '=', digest(asked)).executeTakeFirst())?.answer
}

/** Keeps answers in a transaction of their own, and lets the oldest go. Two servers that keep the same one keep it once. */
export async function keepRollups(db: Db, scope: Scope, answers: readonly (RollupKey & { readonly answer: string })[]): Promise<void> {
  if (answers.length === 0) return
  await db.transaction().execute(async (tx) => {
    await enterOrg(tx, scope)
    const rows = answers.map(({ kind, stamp, asked, answer }) => ({ org_id: scope.orgId, kind, stamp, asked: digest(asked), answer }))
    await tx.insertInto('rollup').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
    await sql`delete from rollup r using (select kind, stamp, asked from rollup order by made_at desc offset ${mostKept} limit 100) old
      where r.org_id = current_org() and r.kind = old.kind and r.stamp = old.stamp and r.asked = old.asked`.execute(tx)
  })
}
