export * from './compliance/index.ts'
export * from './services/index.ts'
