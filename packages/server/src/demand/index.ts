export { migrations as demandMigrations } from './migrations.ts'
export { readInitiative, readInitiatives } from './store/initiatives.ts'
export { readPublications, readReports, type ReportsWanted } from './store/publications.ts'
export { readTies } from './store/ties.ts'
