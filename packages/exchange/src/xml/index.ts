export * from './scan.ts'
export * from './text.ts'
