import type { RoomSubjects } from '../subjects/kinds.ts'
import { offersOf } from './store.ts'
import './tables.ts'

export { offerHandlers } from './handlers.ts'
export { offerMigrations } from './migrations.ts'

/** What became of an offer belongs to its service and to its initiative. */
export const offerSubjects: RoomSubjects = {
  kinds: {},
  parts: {
    pmo_service: async (tx, id) => [{ room: 'governance', kind: 'unit_offer', ids: await offersOf(tx, 'service_id', id) }],
    initiative: async (tx, id) => [{ room: 'governance', kind: 'unit_offer', ids: await offersOf(tx, 'initiative_id', id) }],
  },
}
