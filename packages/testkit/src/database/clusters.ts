import type { Login } from '@throughline/server/database'

/** A PostgreSQL server that tests run on, with a migrated database to copy from. */
export type Cluster = { readonly name: string; readonly owner: Login; readonly app: Login; readonly template: string }

declare module 'vitest' {
  interface ProvidedContext {
    clusters: readonly Cluster[]
  }
}
