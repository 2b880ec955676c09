export * from './exposure.ts'
export * from './faults.ts'
export * from './list.ts'
export * from './risk.ts'
