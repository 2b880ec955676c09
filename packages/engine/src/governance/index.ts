export * from './compliance/index.ts'
export * from './objectives/index.ts'
export * from './offers/index.ts'
export * from './services/index.ts'
