/** What a version of the strategy says beside the tables of the version in force: of a draft what is to be, of a superseded one what was. */
export interface StrategyDocumentTable {
  org_id: string
  /** The version's own id. */
  id: string
  /** `DraftContent` */
  content: unknown
  /** `DraftContent` of the strategy in force as the draft began or was last rebased; null of a version that was never drafted. */
  base: unknown
  /** `JudgedContribution[]`: what the draft says anew; of a superseded version all that were in force. */
  contributions: unknown
  mappings: unknown
  settings: unknown
  estimates: unknown
  actions: unknown
  /** `ActionFacts` by initiative: what the actions rest on. */
  facts: unknown
  /** Alignment in units of 10^-11 by initiative that was reviewed as the version was approved. */
  reviewed: unknown
  /** Ids of the objectives that the version changed as it was approved. */
  touched: unknown
}

/** A claim that movement of one objective moves another. */
export interface CausalLinkTable {
  org_id: string
  id: string
  version: number
  from_id: string
  to_id: string
  polarity: 'same' | 'opposite'
  lag: number
  rationale: string
  removed_at: string | null
}

declare module '../../database/tables.ts' {
  interface Tables {
    strategy_document: StrategyDocumentTable
    causal_link: CausalLinkTable
  }
}
