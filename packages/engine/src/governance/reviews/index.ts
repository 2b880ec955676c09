export * from './confidence.ts'
export * from './indicators.ts'
export * from './question.ts'
export * from './recommendation.ts'
