export { scenarioHandlers } from './handlers.ts'
