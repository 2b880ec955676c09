export * from './draft.ts'
export * from './fields.ts'
export * from './reading.ts'
