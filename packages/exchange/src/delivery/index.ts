export * from './read-tasks.ts'
