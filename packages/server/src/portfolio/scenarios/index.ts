export { scenarioHandlers } from './handlers.ts'
export { planSource } from './plan.ts'
export { readAudience } from './store.ts'
export { saveJob } from './acts/start-saving.ts'
