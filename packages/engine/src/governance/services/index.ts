export * from './gaps.ts'
export * from './independence.ts'
export * from './mix.ts'
export * from './service.ts'
