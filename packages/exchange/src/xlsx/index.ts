export * from './archive.ts'
export * from './read.ts'
export * from './write.ts'
