import { sql } from 'kysely'
import type { RoomSubjects } from '../governance/index.ts'
import { readAudience } from './scenarios/index.ts'

/** What of this room can be talked about and followed. */
export const portfolioSubjects: RoomSubjects = {
  kinds: {
    scenario: async (tx, ids) => {
      const rows = await tx.selectFrom('scenario').select(['id', 'name', 'removed_at', 'sharing']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
      const audiences = await Promise.all(rows.map(({ id, sharing }) => (sharing === 'everyone' ? null : readAudience(tx, id))))
      return rows.map(({ id, name, removed_at }, index) => ({ id, name, place: `/portfolio/scenarios/${id}`, gone: removed_at !== null, ...(audiences[index] ? { seenBy: audiences[index] } : {}) }))
    },
  },
}
