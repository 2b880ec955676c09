import './tables.ts'

export { keepPlanLine } from './acts/lines.ts'
export { keepPlanLink } from './acts/link-benefit.ts'
export { planMigrations } from './migrations.ts'
export { planHandlers } from './routes.ts'
