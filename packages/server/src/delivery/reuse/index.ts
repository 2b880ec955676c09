import './tables.ts'

export { reuseHandlers, type ReuseSources } from './handlers.ts'
export type { DeliverableSource } from './deliverable-source.ts'
export { reuseMigrations } from './migrations.ts'
export { reuseIdsOf } from './store.ts'
