import './tables.ts'

export { divide } from './acts/split-benefit.ts'
export { stakeholderMigrations } from './migrations.ts'
export { stakeholderHandlers } from './routes.ts'
