export { scenarioHandlers } from './handlers.ts'
export { readAudience } from './store.ts'
export { saveJob } from './acts/start-saving.ts'
