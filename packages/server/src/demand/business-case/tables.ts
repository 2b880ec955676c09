import type { CaseOutcome, CaseState } from '@throughline/contract/demand'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    business_case: BusinessCaseTable
  }
}

/** A version of the business case of an initiative: one draft at most, one that waits for a decision at most; what was submitted is never changed. */
export interface BusinessCaseTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  no: number
  state: Generated<CaseState>
  /** `CaseContent` */
  content: unknown
  /** What stood around it when it was submitted: `KnownAround`; null as long as it is a draft. */
  known: Generated<unknown>
  drafted_at: string
  drafted_by: string
  submitted_at: Generated<string | null>
  submitted_by: Generated<string | null>
  submitted_by_id: Generated<string | null>
  decided_at: Generated<string | null>
  decided_by: Generated<string | null>
  outcome: Generated<CaseOutcome | null>
  reason: Generated<string>
  decision_id: Generated<string | null>
  removed_at: Generated<string | null>
}
