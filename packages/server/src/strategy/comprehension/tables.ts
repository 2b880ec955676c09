import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    strategy_brief: StrategyBriefTable
    brief_reader: BriefReaderTable
    brief_answer: BriefAnswerTable
  }
}

/** An edition of the goals that was delivered. */
export interface StrategyBriefTable {
  org_id: string
  id: string
  edition: string
  version_id: string
  version_no: number
  /** `Role[]` of the members whom it was delivered to. */
  roles: unknown
  delivered_at: string
  delivered_by: string
}

/** Somebody whom a brief was delivered to, in the group that they were in then. */
export interface BriefReaderTable {
  org_id: string
  id: string
  brief_id: string
  account_id: string
  group_kind: 'unit' | 'role'
  group_id: string
  /** `Question[]` of the engine, with what is right: drawn as the brief is opened. */
  questions: Generated<unknown>
  /** As the how-manieth of the group all questions were answered. */
  place: Generated<number | null>
  delivered_at: string
  opened_at: Generated<string | null>
}

/** What somebody answered, for themselves alone: no archive has it, and only sums of many leave the store. */
export interface BriefAnswerTable {
  org_id: string
  id: string
  reader_id: string
  no: number
  choice: string
  is_right: boolean
  answered_at: string
}
