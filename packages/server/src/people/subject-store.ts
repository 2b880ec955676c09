import { sql } from 'kysely'
import type { RoomSubjects } from '../governance/index.ts'

/** What of this room can be talked about and followed. */
export const peopleSubjects: RoomSubjects = {
  kinds: {
    unit: async (tx, ids) => {
      const rows = await tx.selectFrom('org_unit').select(['id', 'name']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
      return rows.map(({ id, name }) => ({ id, name, place: '/people/access' }))
    },
  },
}
