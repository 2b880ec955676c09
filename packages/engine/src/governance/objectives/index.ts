export * from './soundness.ts'
