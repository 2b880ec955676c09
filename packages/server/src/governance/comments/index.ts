import './tables.ts'

export { commentHandlers } from './handlers.ts'
export { commentMigrations } from './migrations.ts'
export { presentComment } from './present.ts'
export { readComments, type CommentRow } from './store.ts'
