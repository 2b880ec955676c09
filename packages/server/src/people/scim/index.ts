import type {} from './tables.ts'

export { provisioningHandlers } from './handlers.ts'
export { scimMigrations } from './migrations.ts'
export { scimRoutes } from './routes.ts'
export { serveScim } from './serve.ts'
export { forgetProvisioned } from './user-store.ts'
