import './tables.ts'

export { whyNotOutOfTrial } from './guards.ts'
export { innovationHandlers } from './handlers.ts'
export { innovationMigrations } from './migrations.ts'
export { experimentsOf, plansOf } from './store.ts'
