import { sql } from 'kysely'
import './exchange/tables.ts'
import './narratives/tables.ts'
import './workshop/tables.ts'
import type { RoomSubjects } from '../governance/index.ts'

const among = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`
const objectivePlace = (id: string) => `/strategy?objective=${id}`

/** What of this room can be talked about and followed. The changes of an objective are also those of its measures and of what serves it. */
export const strategySubjects: RoomSubjects = {
  kinds: {
    strategy: async (tx, ids) => (await tx.selectFrom('strategy').select(['id', 'name']).where('id', '=', among(ids)).execute()).map(({ id, name }) => ({ id, name, place: '/strategy' })),
    perspective: async (tx, ids) => (await tx.selectFrom('perspective').select(['id', 'name', 'removed_at']).where('id', '=', among(ids)).execute()).map(({ id, name, removed_at }) => ({ id, name, place: '/strategy', gone: removed_at !== null })),
    objective: async (tx, ids) =>
      (await tx.selectFrom('objective').select(['id', 'statement', 'removed_at']).where('id', '=', among(ids)).execute()).map(({ id, statement, removed_at }) => ({ id, name: statement, place: objectivePlace(id), gone: removed_at !== null })),
    strategy_version: async (tx, ids) =>
      (await tx.selectFrom('strategy_version').select(['id', 'title', 'no', 'removed_at']).where('id', '=', among(ids)).execute()).map(({ id, title, no, removed_at }) => ({ id, name: title === '' ? `Version ${no} of the strategy` : title, place: '/strategy/recalibrate', gone: removed_at !== null })),
    workshop: async (tx, ids) =>
      (await tx.selectFrom('weight_workshop').select(['id', 'title', 'removed_at']).where('id', '=', among(ids)).execute()).map(({ id, title, removed_at }) => ({ id, name: title, place: `/strategy/workshops/${id}`, gone: removed_at !== null })),
    signal: async (tx, ids) => (await tx.selectFrom('strategy_signal').select(['id', 'words']).where('id', '=', among(ids)).execute()).map(({ id, words }) => ({ id, name: words.length > 80 ? `${[...words].slice(0, 79).join('')}…` : words, place: '/strategy/exchange' })),
    measure: async (tx, ids) =>
      (await tx.selectFrom('measure').select(['id', 'name', 'objective_id', 'removed_at']).where('id', '=', among(ids)).execute()).map(({ id, name, objective_id, removed_at }) => ({ id, name, place: objectivePlace(objective_id), gone: removed_at !== null })),
  },
  parts: {
    objective: async (tx, id) => {
      const measures = await tx.selectFrom('measure').select('id').where('objective_id', '=', id).execute()
      const serving = await tx.selectFrom('contribution').select('initiative_id as id').distinct().where('objective_id', '=', id).execute()
      return [
        { room: 'strategy', kind: 'measure', ids: measures.map((row) => row.id) },
        { room: 'strategy', kind: 'contribution', ids: serving.map((row) => row.id), only: { field: 'objectiveId', value: id } },
      ]
    },
    initiative: async (_, id) => [{ room: 'strategy', kind: 'contribution', ids: [id] }],
  },
  sameIdAs: { contribution: 'initiative' },
}
