export * from './chances.ts'
export * from './component.ts'
export * from './saving.ts'
