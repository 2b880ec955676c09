export { onceMigrations } from './migrations.ts'
export { once } from './once.ts'
export { pruneKeptAnswers } from './store.ts'
