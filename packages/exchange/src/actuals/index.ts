export * from './read-actuals.ts'
