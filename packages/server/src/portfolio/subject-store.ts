import { sql } from 'kysely'
import type { RoomSubjects } from '../governance/index.ts'

/** What of this room can be talked about and followed. */
export const portfolioSubjects: RoomSubjects = {
  kinds: {
    scenario: async (tx, ids) => {
      const rows = await tx.selectFrom('scenario').select(['id', 'name', 'removed_at']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
      return rows.map(({ id, name, removed_at }) => ({ id, name, place: `/portfolio/scenarios/${id}`, gone: removed_at !== null }))
    },
  },
}
