import './tables.ts'

export { oversightMigrations } from './migrations.ts'
export { oversightHandlers } from './routes.ts'
