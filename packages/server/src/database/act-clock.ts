import { sql } from 'kysely'
import type { Tx } from './tables.ts'

/** Takes the place of this act among those of its organisation, and holds it until the transaction ends; returns its instant. */
export async function takeActClock(tx: Tx): Promise<string> {
  const { rows } = await sql<{ taken: string }>`select take_act_clock() as taken`.execute(tx)
  return rows[0]?.taken ?? ''
}

/** Whether every act until an instant is done and seen by this snapshot: a later one is, and acts of an organisation follow one another. */
export async function isSettled(tx: Tx, knownAt: string): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`select exists (select from public.act_clock where last >= ${knownAt}::timestamptz) as settled`.execute(tx)
  return rows[0]?.settled === true
}

/**
 * Sees to it that every act until an instant is done, and that none will take a place before it, so that reading as of the instant
 * gives the same for ever. Waits for an act at work; costs one look where a later act is done already.
 */
export async function settleUntil(tx: Tx, knownAt: string): Promise<void> {
  await sql`
    insert into act_clock as clock (org_id, last)
      select current_org(), least(${knownAt}::timestamptz, date_trunc('milliseconds', clock_timestamp())) where not exists (select from act_clock where last >= ${knownAt}::timestamptz)
      on conflict (org_id) do update set last = greatest(clock.last, excluded.last)`.execute(tx)
}

/**
 * Says from which civil date the states hold that the rest of this act writes to tables with a valid axis: the date of the position
 * that they come from. Null: from the day of the act, as every change by hand.
 */
export async function holdFrom(tx: Tx, date: string | null): Promise<void> {
  await sql`select set_config('app.valid_from', ${date ?? ''}, true)`.execute(tx)
}
