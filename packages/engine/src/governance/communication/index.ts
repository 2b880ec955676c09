export * from './cadence.ts'
export * from './draft.ts'
export * from './preference.ts'
