export { scenarioHandlers } from './handlers.ts'
export { readAudience } from './store.ts'
