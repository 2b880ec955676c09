import type { RoomSubjects } from '../subjects/kinds.ts'
import { namesOfServices, requestsOf, stepsOf } from './store.ts'
import './tables.ts'

export { namesOfServices, type NamedService } from './store.ts'
export { serviceHandlers } from './handlers.ts'
export { alike } from './refusals.ts'
export { dependenceOf, hindranceOf, type Hindered } from './independence.ts'
export { initiativeNames } from './store.ts'
export type { ReadTeams, ServiceSources } from './sources.ts'
export { standingServices } from './store.ts'
export { serviceMigrations } from './migrations.ts'

/** Services can be talked about and followed, each by its name. What became of a request or a step belongs to its service and to its initiative. */
export const serviceSubjects: RoomSubjects = {
  kinds: { pmo_service: async (tx, ids) => (await namesOfServices(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/services?service=${id}` })) },
  parts: {
    pmo_service: async (tx, id) => [{ room: 'governance', kind: 'service_request', ids: await requestsOf(tx, 'service_id', id) }, { room: 'governance', kind: 'service_step', ids: await stepsOf(tx, 'service_id', id) }],
    initiative: async (tx, id) => [{ room: 'governance', kind: 'service_request', ids: await requestsOf(tx, 'initiative_id', id) }, { room: 'governance', kind: 'service_step', ids: await stepsOf(tx, 'initiative_id', id) }],
  },
}
