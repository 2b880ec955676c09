export * from './crew.ts'
export * from './envelope.ts'
export * from './readiness.ts'
export * from './supply.ts'
