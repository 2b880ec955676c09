export * from './issue.ts'
export * from './place.ts'
export * from './refusal.ts'
export * from './sheet.ts'
