export * from './accounting.ts'
export * from './experiment.ts'
export * from './templates.ts'
