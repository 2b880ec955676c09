export { migrations as strategyMigrations } from './migrations.ts'
export { readStrategyFacts } from './store.ts'
