export * from './read-definitions.ts'
