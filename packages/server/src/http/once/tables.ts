declare module '../../database/tables.ts' {
  interface Tables {
    kept_answer: KeptAnswerTable
  }
}

/** The answer to an act, kept for whoever sends it again. Without its key, which is stored nowhere, it cannot be read. */
export interface KeptAnswerTable {
  org_id: string
  account_id: string
  /** SHA-256 of the key. */
  key_hash: Buffer
  /** SHA-256 of what was asked. */
  asked: Buffer
  /** The answer, sealed with the key; null only within the transaction of the act. */
  answer: Buffer | null
  created_at: string
}
