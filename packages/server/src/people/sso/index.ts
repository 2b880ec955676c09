import type {} from './tables.ts'

export { signOnHandlers } from './handlers.ts'
export { signOnMigrations } from './migrations.ts'
export type { Network } from './reach.ts'
export { newOwnKey, type OwnKey } from './saml/own-certificate.ts'
export { serveSignOn } from './serve.ts'
export { signOnServing, type ProviderOfEnvironment, type SignOnServing, type SignOnSettings } from './settings.ts'
