import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    criteria_model: CriteriaModelTable
    criteria_score: CriteriaScoreTable
  }
}

/** A version of the criteria model: one draft at most, one in force at most. */
export interface CriteriaModelTable {
  org_id: string
  id: string
  version: Generated<number>
  no: number
  name: string
  note: Generated<string>
  state: Generated<'draft' | 'in_force' | 'superseded'>
  /** `CriteriaContent` */
  content: unknown
  /** `Weighing`, or null where nobody has weighed. */
  weighing: Generated<unknown>
  drafted_at: string
  drafted_by: string
  /** Who changed it last: somebody else approves it. */
  changed_by_id: string
  approved_at: Generated<string | null>
  approved_by: Generated<string | null>
  reason: Generated<string>
  removed_at: Generated<string | null>
}

/** What people judged of an initiative by a criterion; only added to, and the newest holds. `raw` is a number, or the name of a level. */
export interface CriteriaScoreTable {
  org_id: string
  id: string
  initiative_id: string
  criterion_id: string
  raw: unknown
  rationale: string
  judged_by: string
  judged_at: string
}
