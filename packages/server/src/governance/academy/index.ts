import type { RoomSubjects } from '../subjects/kinds.ts'
import { namesOfCommunities, questionIdsOf } from './community-store.ts'
import { namesOfCourses, sessionIdsOf } from './course-store.ts'
import './tables.ts'

export { forgetLearner } from './forget-store.ts'
export { academyHandlers } from './handlers.ts'
export { academyMigrations } from './migrations.ts'
export type { AcademySources } from './read.ts'

/** Courses and communities can be talked about and followed. What a community was asked about an initiative belongs to that as well. */
export const academySubjects: RoomSubjects = {
  kinds: {
    course: async (tx, ids) => (await namesOfCourses(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/academy?course=${id}` })),
    community: async (tx, ids) => (await namesOfCommunities(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/academy?view=communities&community=${id}` })),
  },
  parts: {
    course: async (tx, id) => [{ room: 'governance', kind: 'course_session', ids: await sessionIdsOf(tx, id) }],
    community: async (tx, id) => [{ room: 'governance', kind: 'community_question', ids: await questionIdsOf(tx, 'community_id', id) }],
    initiative: async (tx, id) => [{ room: 'governance', kind: 'community_question', ids: await questionIdsOf(tx, 'initiative_id', id) }],
  },
}
