import './tables.ts'

export { divide } from './acts/split-benefit.ts'
export { stakeholderMigrations } from './migrations.ts'
export { presentByClass } from './present.ts'
export { stakeholderHandlers } from './routes.ts'
