export * from './read-verdicts.ts'
