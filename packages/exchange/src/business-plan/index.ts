export * from './read-plan.ts'
