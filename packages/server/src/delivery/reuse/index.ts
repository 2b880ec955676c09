import './tables.ts'

export { reuseHandlers } from './handlers.ts'
export type { MeasuredSource } from './measured-source.ts'
export { reuseMigrations } from './migrations.ts'
export { reuseIdsOf } from './store.ts'
