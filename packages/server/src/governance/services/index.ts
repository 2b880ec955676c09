import type { RoomSubjects } from '../subjects/kinds.ts'
import { namesOfServices } from './store.ts'
import './tables.ts'

export { serviceHandlers } from './handlers.ts'
export type { ServiceSources } from './sources.ts'
export { serviceMigrations } from './migrations.ts'

/** Services can be talked about and followed, each by its name. */
export const serviceSubjects: RoomSubjects = {
  kinds: { pmo_service: async (tx, ids) => (await namesOfServices(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/services?service=${id}` })) },
}
