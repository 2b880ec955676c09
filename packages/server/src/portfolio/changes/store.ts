import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** One act between two instants, with how many changes it recorded. */
export type ActRow = { readonly at: string; readonly act: string; readonly by: string; readonly why: string | null; readonly changes: number }

/** The acts recorded after one instant and until another, oldest first. */
export async function readActs(tx: Tx, { after, until }: { readonly after: string; readonly until: string }): Promise<readonly ActRow[]> {
  const { rows } = await sql<ActRow>`select at, act, actor_name as by, max(why) as why, count(*)::integer as changes from revision where at > ${after} and at <= ${until} group by at, act, actor_name order by at`.execute(tx)
  return rows
}

/** When each publication that was ever known was first recorded, and of which date it is; oldest first. */
export async function readArrivals(tx: Tx): Promise<readonly { readonly at: string; readonly asOf: string }[]> {
  const { rows } = await sql<{ at: string; asOf: string }>`select min(believed_from) as at, min(as_of) as "asOf" from (
    select id, believed_from, as_of from public.publication union all select id, believed_from, as_of from public.publication_past) p group by id order by 1`.execute(tx)
  return rows
}

/** The end of what is known: a moment after every act. */
export async function readLatest(tx: Tx): Promise<string> {
  return (await tx.selectFrom('act_clock').select('last').executeTakeFirst())?.last ?? new Date(0).toISOString()
}
