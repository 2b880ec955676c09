import type { RoomSubjects } from '../subjects/kinds.ts'
import { adoptionsOf, namesOfFrameworks } from './store.ts'
import './tables.ts'

export { frameworkHandlers } from './handlers.ts'
export { adoptionOf, findInitiatives, readEditions, readFrameworks, type StoredAdoption } from './store.ts'
export { frameworkMigrations } from './migrations.ts'

/** Frameworks can be talked about and followed, each by its name. Who adopted which edition belongs to the framework and to the initiative. */
export const frameworkSubjects: RoomSubjects = {
  kinds: { framework: async (tx, ids) => (await namesOfFrameworks(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/frameworks?framework=${id}` })) },
  parts: {
    framework: async (tx, id) => [{ room: 'governance', kind: 'framework_adoption', ids: await adoptionsOf(tx, 'framework_id', id) }],
    initiative: async (tx, id) => [{ room: 'governance', kind: 'framework_adoption', ids: await adoptionsOf(tx, 'initiative_id', id) }],
  },
}
