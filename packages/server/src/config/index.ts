export * from './config.ts'
export * from './start-problem.ts'
