import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { DraftContent } from './content.ts'
import { readLinks } from './store.ts'

export { readLinks }

/** Ids of everything that some version holds or held. */
export async function readEver(tx: Tx): Promise<{ readonly perspectives: ReadonlySet<string>; readonly objectives: ReadonlySet<string>; readonly measures: ReadonlySet<string> }> {
  const [perspectives, objectives, measures] = [await tx.selectFrom('perspective').select('id').execute(), await tx.selectFrom('objective').select('id').execute(), await tx.selectFrom('measure').select('id').execute()]
  const idsOf = (rows: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id))
  return { perspectives: idsOf(perspectives), objectives: idsOf(objectives), measures: idsOf(measures) }
}

/** Links between objectives that are named by their key. */
type Linked = { readonly links: DraftContent['links']; readonly objectives: readonly { readonly key: string; readonly id: string }[] }

/** Puts the links of a version in place of those in force. */
export async function writeLinks(tx: Tx, orgId: string, inForce: Awaited<ReturnType<typeof readLinks>>, { links, objectives }: Linked): Promise<void> {
  const ids = new Map(objectives.map(({ key, id }) => [key, id]))
  const known = new Set((await tx.selectFrom('causal_link').select('id').execute()).map(({ id }) => id))
  const kept = new Set(links.map(({ id }) => id))
  for (const { id } of inForce) if (!kept.has(id)) await sql`update causal_link set removed_at = act_time(), version = version + 1 where id = ${id}`.execute(tx)
  for (const { id, from, to, polarity, lag, rationale } of links) {
    const fields = { from_id: ids.get(from) ?? '', to_id: ids.get(to) ?? '', polarity, lag, rationale, removed_at: null }
    if (known.has(id)) await tx.updateTable('causal_link').set(fields).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
    else await tx.insertInto('causal_link').values({ ...fields, org_id: orgId, id, version: 1 }).execute()
  }
}
