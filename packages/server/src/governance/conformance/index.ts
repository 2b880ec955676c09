import type { RoomSubjects } from '../subjects/kinds.ts'
import { idsOf } from './store.ts'
import './tables.ts'

export { conformanceHandlers } from './handlers.ts'
export type { ReadStates } from './judged.ts'
export { conformanceMigrations } from './migrations.ts'
export { readTiers } from './store.ts'

/** What was shown and what deviates belongs to its initiative. */
export const conformanceSubjects: RoomSubjects = {
  kinds: {},
  parts: { initiative: async (tx, id) => (await idsOf(tx, id)).map(({ kind, ids }) => ({ room: 'governance', kind, ids })) },
}
