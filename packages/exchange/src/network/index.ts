export * from './read-network.ts'
