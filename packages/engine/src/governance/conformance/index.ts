export * from './conformance.ts'
export * from './judge.ts'
export * from './sample.ts'
