import type { RoomSubjects } from '../subjects/kinds.ts'
import { checkIdsOf, namesOfChecks, recommendationIdsOf } from './store.ts'
import './tables.ts'

export { noteRefusedReviewer } from './acts/note-refused-reviewer.ts'
export { reviewHandlers } from './handlers.ts'
export { reviewMigrations } from './migrations.ts'
export type { ReviewSources } from './sources.ts'

/** Health checks can be talked about and followed. What became of them belongs to their initiative as well. */
export const reviewSubjects: RoomSubjects = {
  kinds: { health_check: async (tx, ids) => (await namesOfChecks(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/health-checks/${id}` })) },
  parts: {
    health_check: async (tx, id) => [{ room: 'governance', kind: 'recommendation', ids: await recommendationIdsOf(tx, [id]) }],
    initiative: async (tx, id) => {
      const checks = await checkIdsOf(tx, id)
      return [{ room: 'governance', kind: 'health_check', ids: checks }, { room: 'governance', kind: 'recommendation', ids: await recommendationIdsOf(tx, checks) }]
    },
  },
}
