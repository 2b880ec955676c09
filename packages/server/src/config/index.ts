export * from './accounts.ts'
export * from './config.ts'
export * from './start-problem.ts'
export * from './server-key.ts'
