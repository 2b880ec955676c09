export * from './goal-set.ts'
export * from './questions.ts'
export * from './reach.ts'
