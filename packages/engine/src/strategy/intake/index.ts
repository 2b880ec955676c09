export * from './coverage.ts'
export * from './passage.ts'
export * from './standing.ts'
