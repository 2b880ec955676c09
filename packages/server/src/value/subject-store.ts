import { sql } from 'kysely'
import { nameInitiatives } from '../demand/index.ts'
import type { RoomSubjects } from '../governance/index.ts'

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
