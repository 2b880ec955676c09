import './tables.ts'

export { planMigrations } from './migrations.ts'
export { planHandlers } from './routes.ts'
