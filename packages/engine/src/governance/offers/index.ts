export * from './sheet.ts'
