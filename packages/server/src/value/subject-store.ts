import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { nameInitiatives, placesOfInitiatives } from '../demand/index.ts'
import type { RoomSubjects } from '../governance/index.ts'
import type { Placed } from '../http/index.ts'

/** In which part of the organisation recorded values stand: in that of their initiative. */
export async function placesOfEntries(tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> {
  const rows = await tx.selectFrom('value_entry').select(['id', 'initiative_id']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const initiatives = new Map((await placesOfInitiatives(tx, rows.map(({ initiative_id }) => initiative_id))).map((placed) => [placed.id, placed]))
  return rows.flatMap(({ id, initiative_id }) => {
    const initiative = initiatives.get(initiative_id)
    return initiative ? [{ ...initiative, id }] : []
  })
}

/** What of this room can be talked about and followed: an amount is called by its kind, its fiscal year and its initiative. */
export const valueSubjects: RoomSubjects = {
  kinds: {
    value_entry: async (tx, ids) => {
      const rows = await tx.selectFrom('value_entry').select(['id', 'kind', 'year', 'initiative_id']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
      const names = new Map((await nameInitiatives(tx, rows.map(({ initiative_id }) => initiative_id))).map(({ id, name }) => [id, name]))
      return rows.map(({ id, kind, year, initiative_id }) => ({ id, name: `${kind} ${year}, ${names.get(initiative_id) ?? 'an initiative'}`, place: '/value' }))
    },
  },
  parts: {
    initiative: async (tx, id) => [{ room: 'value', kind: 'value_entry', ids: (await tx.selectFrom('value_entry').select('id').where('initiative_id', '=', id).execute()).map((row) => row.id) }],
  },
}
