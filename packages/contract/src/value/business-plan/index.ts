export * from './from-wire.ts'
export * from './problems.ts'
export * from './routes.ts'
export * from './schemas.ts'
