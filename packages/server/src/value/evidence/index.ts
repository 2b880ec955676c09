import './tables.ts'

export { evidenceHandlers } from './handlers.ts'
export { evidenceMigrations } from './migrations.ts'
export { noteUses, strangeFile, strangeFiles } from './named.ts'
export { filesOfEntries, placesOfFiles } from './store.ts'
