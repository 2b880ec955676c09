export * from './read-methods.ts'
