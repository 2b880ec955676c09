import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { RoomSubjects, SubjectFacts } from '../governance/index.ts'

const among = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

const namesIn = (table: 'resource_pool' | 'pot') => async (tx: Tx, ids: readonly string[]): Promise<readonly SubjectFacts[]> => {
  const rows = await tx.selectFrom(table).select(['id', 'name', 'removed_at']).where('id', '=', among(ids)).execute()
  return rows.map(({ id, name, removed_at }) => ({ id, name, place: '/capacity', gone: removed_at !== null }))
}

/** What of this room can be talked about and followed. What an initiative needs belongs to the initiative. */
export const capacitySubjects: RoomSubjects = {
  kinds: { pool: namesIn('resource_pool'), pot: namesIn('pot') },
  parts: { initiative: (_, id) => Promise.resolve([{ room: 'capacity', kind: 'initiative_plan', ids: [id] }]) },
  sameIdAs: { initiative_plan: 'initiative' },
}
