export * from './crc32.ts'
export * from './directory.ts'
export * from './part.ts'
export * from './write.ts'
