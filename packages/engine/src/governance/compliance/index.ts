export * from './attributes.ts'
export * from './rule.ts'
export * from './status.ts'
export * from './truth.ts'
