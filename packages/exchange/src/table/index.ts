export * from './write.ts'
