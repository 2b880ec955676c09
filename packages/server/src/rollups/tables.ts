import type { Generated } from 'kysely'

/** An answer that was computed once: `kind` of question, `stamp` of what it was computed from, and what was asked (SHA-256). */
export interface RollupTable {
  org_id: string
  kind: string
  stamp: string
  asked: Buffer
  /** JSON, packed by Brotli. */
  packed: Buffer
  made_at: Generated<string>
}

declare module '../database/tables.ts' {
  interface Tables {
    rollup: RollupTable
  }
}
