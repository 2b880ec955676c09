/** The latest link of an organisation's chain. */
export interface ChainHeadTable {
  org_id: string
  seq: number
  hash: Buffer
}

/** One act in the chain of its organisation: what it wrote, and the link before it. Append-only. */
export interface ChainLinkTable {
  org_id: string
  seq: number
  /** The instant of the act; no other of the organisation has the same. */
  at: string
  account_id: string
  act: string
  /** The head of the chain that this one goes on from, where the organisation came out of an archive. */
  origin: string | null
  content: Buffer
  before: Buffer
  hash: Buffer
}

/** The digests of the rows of one table that one statement of an act wrote; a row that it took away has none. */
export interface ChainMarkTable {
  org_id: string
  at: string
  no: string
  table_name: string
  keys: string[]
  digests: (Buffer | null)[]
  /** Goes into each digest, so that what a person's data were cannot be guessed from it once the salt is gone. */
  salts: (Buffer | null)[]
}

declare module '../tables.ts' {
  interface Tables {
    chain_head: ChainHeadTable
    chain_link: ChainLinkTable
    chain_mark: ChainMarkTable
  }
}
