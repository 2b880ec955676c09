export * from './find.ts'
export * from './item.ts'
export * from './rating.ts'
export * from './usage.ts'
