import type { RoomSubjects } from '../subjects/kinds.ts'
import { bodiesOf } from './store.ts'
import './tables.ts'

export { charterHandlers } from './handlers.ts'
export { charterMigrations } from './migrations.ts'

/** Charters can be talked about and followed, each by its body. */
export const charterSubjects: RoomSubjects = { kinds: { charter: async (tx, ids) => (await bodiesOf(tx, ids)).map(({ id, name }) => ({ id, name, place: `/governance/charters?charter=${id}` })) } }
