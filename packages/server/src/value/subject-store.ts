import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { nameInitiatives, placesOfInitiatives } from '../demand/index.ts'
import type { RoomSubjects } from '../governance/index.ts'
import type { Placed } from '../http/index.ts'
import { contributorsOf, namesOfStories } from './stories/index.ts'

/** In which part of the organisation recorded values stand: in that of their initiative. */
export async function placesOfEntries(tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> {
  const rows = await tx.selectFrom('value_entry').select(['id', 'initiative_id']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const initiatives = new Map((await placesOfInitiatives(tx, rows.map(({ initiative_id }) => initiative_id))).map((placed) => [placed.id, placed]))
  return rows.flatMap(({ id, initiative_id }) => {
    const initiative = initiatives.get(initiative_id)
    return initiative ? [{ ...initiative, id }] : []
  })
}

/** Edges by the names of their ends, wherever these are kept. */
const edgesNamed = async (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly cause: string; readonly effect: string; readonly to_id: string }[]> => {
  const nameOf = (end: 'from_id' | 'to_id') => sql`coalesce((select name from network_node n where n.org_id = current_org() and n.id = e.${sql.ref(end)}), (select name from benefit b where b.org_id = current_org() and b.id = e.${sql.ref(end)}),
    (select name from initiative i where i.org_id = current_org() and i.id = e.${sql.ref(end)}), (select statement from objective o where o.org_id = current_org() and o.id = e.${sql.ref(end)}), '')`
  return (await sql<{ id: string; cause: string; effect: string; to_id: string }>`select e.id, ${nameOf('from_id')} as cause, ${nameOf('to_id')} as effect, e.to_id from network_edge e where e.org_id = current_org() and e.id = any(${[...ids]}::uuid[])`.execute(tx)).rows
}

/** What of this room can be talked about and followed: an amount is called by its kind, its fiscal year and its initiative. */
export const valueSubjects: RoomSubjects = {
  kinds: {
    value_entry: async (tx, ids) => {
      const rows = await tx.selectFrom('value_entry').select(['id', 'kind', 'year', 'initiative_id']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
      const names = new Map((await nameInitiatives(tx, rows.map(({ initiative_id }) => initiative_id))).map(({ id, name }) => [id, name]))
      return rows.map(({ id, kind, year, initiative_id }) => ({ id, name: `${kind} ${year}, ${names.get(initiative_id) ?? 'an initiative'}`, place: '/value' }))
    },
    benefit: async (tx, ids) => (await tx.selectFrom('benefit').select(['id', 'name']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()).map(({ id, name }) => ({ id, name, place: `/value/ledger?benefit=${id}` })),
    plan_line: async (tx, ids) => (await tx.selectFrom('plan_line').select(['id', 'name']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()).map(({ id, name }) => ({ id, name, place: `/value/business-plan?line=${id}` })),
    success_story: async (tx, ids) => (await namesOfStories(tx, ids)).map(({ id, name, removed_at }) => ({ id, name, place: `/value/stories?story=${id}`, gone: removed_at !== null })),
    network_node: async (tx, ids) =>
      (await tx.selectFrom('network_node').select(['id', 'name', 'removed_at']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()).map(({ id, name, removed_at }) => ({ id, name, place: `/value/network?around=${id}`, gone: removed_at !== null })),
    network_edge: async (tx, ids) => (await edgesNamed(tx, ids)).map(({ id, cause, effect, to_id }) => ({ id, name: `${cause} → ${effect}`, place: `/value/network?around=${to_id}` })),
  },
  parts: {
    success_story: async (tx, id) => [{ room: 'value', kind: 'story_contributor', ids: await contributorsOf(tx, id) }],
    initiative: async (tx, id) => [{ room: 'value', kind: 'value_entry', ids: (await tx.selectFrom('value_entry').select('id').where('initiative_id', '=', id).execute()).map((row) => row.id) }],
  },
}
