export * from './client.ts'
export * from './live.ts'
export type * from './protocol.ts'
