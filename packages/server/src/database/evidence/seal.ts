import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { writtenChannel, type Announcement } from '../announce.ts'
import { planned } from '../planned.ts'
import type { Tx } from '../tables.ts'

/** Adds the act of this transaction to the chain of its organisation, with all that it has written so far, and tells every server of it once it is committed; the last that an act does. */
export const sealAct = async (tx: Tx, { accountId }: Pick<Actor, 'accountId'>, act: string, announcements: readonly Announcement[] = []): Promise<void> =>
  void (await sql`${planned(tx)} seal_act(${accountId}::uuid, ${act}::text), (select count(pg_notify(${writtenChannel}, said)) from unnest((select ${announcements.map((one) => JSON.stringify(one))}::text[])) said)`.execute(tx))

/** Says that the rest of this act brings an organisation along that was chained elsewhere, up to that head. */
export const continueFrom = async (tx: Tx, head: string): Promise<void> => void (await sql`select set_config('app.chain_origin', ${head}, true)`.execute(tx))
