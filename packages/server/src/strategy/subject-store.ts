import { sql } from 'kysely'
import './comprehension/tables.ts'
import './exchange/tables.ts'
import './horizon/tables.ts'
import './intake/tables.ts'
import './narratives/tables.ts'
import './workshop/tables.ts'
import { statementIds } from './first-strategy.ts'
import type { RoomSubjects } from '../governance/index.ts'

const among = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`
const unitObjectivePlace = (id: string) => `/strategy/units?objective=${id}`
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
    change_signal: async (tx, ids) => (await tx.selectFrom('change_signal').select(['id', 'title']).where('id', '=', among(ids)).execute()).map(({ id, title }) => ({ id, name: title, place: '/strategy/horizon' })),
    assumption: async (tx, ids) => (await tx.selectFrom('assumption').select(['id', 'statement']).where('id', '=', among(ids)).execute()).map(({ id, statement }) => ({ id, name: statement, place: '/strategy/horizon?view=assumptions' })),
    brief: async (tx, ids) => (await tx.selectFrom('strategy_brief').select(['id', 'version_no']).where('id', '=', among(ids)).execute()).map(({ id, version_no }) => ({ id, name: `Version ${version_no} of the strategy in brief`, place: '/strategy/brief' })),
    unit_objective: async (tx, ids) => {
      const { rows } = await sql<{ id: string; name: string; held: boolean }>`
        select o->>'id' as id, (array_agg(o->>'statement' order by v.no desc))[1] as name, bool_or(v.status = 'in_force') as held
        from strategy_version v cross join jsonb_array_elements(v.unit_strategies) s cross join jsonb_array_elements(s->'objectives') o where o->>'id' = any(${ids}::text[]) group by o->>'id'`.execute(tx)
      return rows.map(({ id, name, held }) => ({ id, name, place: unitObjectivePlace(id), gone: !held }))
    },
    measure: async (tx, ids) => {
      const rows = await tx.selectFrom('measure').leftJoin('objective', (join) => join.onRef('objective.org_id', '=', 'measure.org_id').onRef('objective.id', '=', 'measure.objective_id')).select(['measure.id', 'measure.name', 'measure.objective_id', 'measure.removed_at', 'objective.id as own']).where('measure.id', '=', among(ids)).execute()
      return rows.map(({ id, name, objective_id, removed_at, own }) => ({ id, name, place: own === null ? unitObjectivePlace(objective_id) : objectivePlace(objective_id), gone: removed_at !== null }))
    },
  },
  parts: {
    // Vision and mission are read from documents as objectives are.
    strategy: async (tx, id) => {
      const owner = await tx.selectFrom('strategy').select('org_id').where('id', '=', id).executeTakeFirst()
      const read = owner ? Object.values(statementIds(owner.org_id)) : []
      const passages = await tx.selectFrom('source_passage').select('id').where('objective_id', '=', among(read)).execute()
      const reviews = await tx.selectFrom('reading_review').select('id').where('objective_id', '=', among(read)).execute()
      return [{ room: 'strategy', kind: 'source_passage', ids: passages.map((row) => row.id) }, { room: 'strategy', kind: 'reading_review', ids: reviews.map((row) => row.id) }]
    },
    objective: async (tx, id) => {
      const measures = await tx.selectFrom('measure').select('id').where('objective_id', '=', id).execute()
      const serving = await tx.selectFrom('contribution').select('initiative_id as id').distinct().where('objective_id', '=', id).execute()
      const passages = await tx.selectFrom('source_passage').select('id').where('objective_id', '=', id).execute()
      const reviews = await tx.selectFrom('reading_review').select('id').where('objective_id', '=', id).execute()
      return [
        { room: 'strategy', kind: 'measure', ids: measures.map((row) => row.id) },
        { room: 'strategy', kind: 'source_passage', ids: passages.map((row) => row.id) },
        { room: 'strategy', kind: 'reading_review', ids: reviews.map((row) => row.id) },
        { room: 'strategy', kind: 'contribution', ids: serving.map((row) => row.id), only: { field: 'objectiveId', value: id } },
      ]
    },
    unit_objective: async (tx, id) => [{ room: 'strategy', kind: 'measure', ids: (await tx.selectFrom('measure').select('id').where('objective_id', '=', id).execute()).map((row) => row.id) }],
    initiative: async (_, id) => [{ room: 'strategy', kind: 'contribution', ids: [id] }, { room: 'strategy', kind: 'outcome', ids: [id] }],
  },
  sameIdAs: { contribution: 'initiative', outcome: 'initiative' },
}
