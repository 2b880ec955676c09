export * from './currency.ts'
export * from './difference.ts'
export * from './framework.ts'
