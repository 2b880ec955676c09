import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { enterOrg, planned, type Db, type Scope, type Tx } from '../database/index.ts'

/** What an answer is kept under: the kind of question, up to which act it was read, and what was asked. */
export type RollupKey = { readonly kind: string; readonly stamp: string; readonly asked: string }

/** About how many answers of an organisation are kept; the oldest go. */
export const mostKept = 4000

const digest = (asked: string): Buffer => createHash('sha256').update(asked).digest()

/**
 * Up to which act a transaction sees its organisation, and of which day: two transactions with one stamp see the same. Acts of an
 * organisation follow one another and each has an instant of its own (the act clock), so the newest instant that is seen names them all.
 */
export const stamp = sql`coalesce((select r.at from revision r order by r.at desc limit 1)::text, 'none') || ' ' || valid_on()`

/** The stamp of the transaction, and the answer to a question that was kept at this stamp. */
export async function findAtStamp(tx: Tx, { kind, asked }: Pick<RollupKey, 'kind' | 'asked'>): Promise<{ readonly stamp: string; readonly packed: Buffer | null }> {
  const { rows } = await sql<{ stamp: string; packed: Buffer | null }>`${planned(tx)} s.stamp, (select k.packed from rollup k where k.kind = ${kind} and k.stamp = s.stamp and k.asked = ${digest(asked)}) as packed from (select ${stamp} as stamp) s`.execute(tx)
  return rows[0] ?? { stamp: '', packed: null }
}

/** An answer that was kept; undefined where there is none. */
export async function findRollup(tx: Tx, { kind, stamp: at, asked }: RollupKey): Promise<Buffer | undefined> {
  const { rows } = await sql<{ packed: Buffer }>`${planned(tx)} k.packed from rollup k where k.kind = ${kind} and k.stamp = ${at} and k.asked = ${digest(asked)}`.execute(tx)
  return rows[0]?.packed
}

/** Keeps answers in a transaction of their own, and lets the oldest go. Two servers that keep the same one keep it once. */
export async function keepRollups(db: Db, scope: Scope, answers: readonly (RollupKey & { readonly packed: Buffer })[]): Promise<void> {
  if (answers.length === 0) return
  await db.transaction().execute(async (tx) => {
    await enterOrg(tx, scope)
    const rows = answers.map(({ asked, ...answer }) => ({ org_id: scope.orgId, ...answer, asked: digest(asked) }))
    await tx.insertInto('rollup').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
    // Looking for the oldest costs more than keeping one more: now and then is enough.
    if (Math.random() > 0.02) return
    await sql`delete from rollup r using (select kind, stamp, asked from rollup order by made_at desc offset ${mostKept}) old
      where r.org_id = current_org() and r.kind = old.kind and r.stamp = old.stamp and r.asked = old.asked`.execute(tx)
  })
}
