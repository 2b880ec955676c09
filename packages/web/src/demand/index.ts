export * from './find-initiatives.ts'
export * from './words.ts'
