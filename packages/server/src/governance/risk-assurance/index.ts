import type { RoomSubjects } from '../subjects/kinds.ts'
import { opinionIdsOf } from './store.ts'
import './tables.ts'

export { riskAssuranceHandlers } from './handlers.ts'
export { riskAssuranceMigrations } from './migrations.ts'
export type { RiskAssuranceSources } from './sources.ts'

/** Opinions on how an initiative manages its risks belong to what became of it. */
export const riskAssuranceSubjects: RoomSubjects = { kinds: {}, parts: { initiative: async (tx, id) => [{ room: 'governance', kind: 'risk_opinion', ids: await opinionIdsOf(tx, id) }] } }
