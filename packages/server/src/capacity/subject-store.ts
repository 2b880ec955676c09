import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { RoomSubjects, SubjectFacts } from '../governance/index.ts'
import { namesOfRequests, recordedFor } from './commitments/index.ts'

const among = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

const namesIn = (table: 'resource_pool' | 'pot') => async (tx: Tx, ids: readonly string[]): Promise<readonly SubjectFacts[]> => {
  const rows = await tx.selectFrom(table).select(['id', 'name', 'removed_at']).where('id', '=', among(ids)).execute()
  return rows.map(({ id, name, removed_at }) => ({ id, name, place: '/capacity', gone: removed_at !== null }))
}

const requests = (table: 'funding_request' | 'staffing_request', of: string) => async (tx: Tx, ids: readonly string[]): Promise<readonly SubjectFacts[]> =>
  (await namesOfRequests(tx, table, ids)).map(({ id, initiative, gone }) => ({ id, name: `${of} for ${initiative}`, place: '/capacity/funding', gone }))

/** What of this room can be talked about and followed. What an initiative needs belongs to the initiative. */
export const capacitySubjects: RoomSubjects = {
  kinds: { pool: namesIn('resource_pool'), pot: namesIn('pot'), funding_request: requests('funding_request', 'Funds'), staffing_request: requests('staffing_request', 'People') },
  parts: {
    initiative: async (tx, id) => [{ room: 'capacity', kind: 'initiative_plan', ids: [id] }, { room: 'capacity', kind: 'minimum_crew', ids: [id] }, ...Object.entries(await recordedFor(tx, id)).map(([kind, ids]) => ({ room: 'capacity', kind, ids }))],
  },
  sameIdAs: { initiative_plan: 'initiative', minimum_crew: 'initiative' },
}
