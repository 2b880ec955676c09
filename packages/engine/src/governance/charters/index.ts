export * from './charter.ts'
