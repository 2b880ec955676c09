export * from './due.ts'
export * from './facts.ts'
export * from './groups.ts'
export * from './steps.ts'
