import './tables.ts'

export { storyMigrations } from './migrations.ts'
export { storyHandlers } from './routes.ts'
export { contributorsOf, namesOfStories } from './store.ts'
