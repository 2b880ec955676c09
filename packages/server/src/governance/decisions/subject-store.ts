import { sql } from 'kysely'
import type { RoomSubjects } from '../subjects/kinds.ts'

/** Decisions can be talked about and followed, each by its question. */
export const decisionSubjects: RoomSubjects = {
  kinds: {
    decision: async (tx, ids) => {
      const rows = await tx.selectFrom('decision').select(['id', 'question']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
      return rows.map(({ id, question }) => ({ id, name: question, place: `/governance/decisions/${id}` }))
    },
  },
}
