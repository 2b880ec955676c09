export * from './forecast.ts'
export * from './network.ts'
export * from './profile.ts'
export * from './warnings.ts'
