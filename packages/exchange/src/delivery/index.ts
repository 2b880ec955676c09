export * from './read-tasks.ts'
export * from './read-risks.ts'
