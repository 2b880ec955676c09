export { pmoObjectiveHandlers } from './handlers.ts'
