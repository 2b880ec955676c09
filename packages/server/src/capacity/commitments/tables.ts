import type { commitmentStates } from '@throughline/contract/capacity'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    start_gate: StartGateTable
    budget_envelope: BudgetEnvelopeTable
    budget_entry: BudgetEntryTable
    funding_request: FundingRequestTable
    staffing_request: StaffingRequestTable
    minimum_crew: MinimumCrewTable
    start_exception: StartExceptionTable
  }
}

/** Whether starts that are not ready are refused; an organisation that never said has no row. */
export interface StartGateTable { org_id: string; is_on: boolean; reason: string; said_by: string; said_at: string; version: Generated<number> }

/** Money of a fiscal year that may be committed, in minor units of the organisation's currency. */
export interface BudgetEnvelopeTable {
  org_id: string
  id: string
  version: Generated<number>
  name: string
  year: number
  amount_minor: string
  owner_id: string
  owner: string
  decision_id: string | null
  removed_at: Generated<string | null>
}

/** An entry of the budget ledger, positive where it commits. Never changed. */
export interface BudgetEntryTable {
  org_id: string
  id: string
  kind: 'commitment' | 'release' | 'transfer'
  envelope_id: string
  initiative_id: string
  amount_minor: string
  transfer_id: string | null
  reason: string
  recorded_by: string
  recorded_at: string
}

type State = (typeof commitmentStates)[number]

export interface FundingRequestTable {
  org_id: string
  id: string
  version: Generated<number>
  envelope_id: string
  initiative_id: string
  amount_minor: string
  committed_minor: Generated<string | null>
  words: string
  asked_by_id: string
  asked_by: string
  asked_at: string
  state: Generated<State>
  /** `FundingRequest['answer']` */
  answer: Generated<unknown>
}

/** Quantities in hundredths of the pool's unit, for `[from_on, to_on)`. */
export interface StaffingRequestTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  pool_id: string
  skill: string | null
  from_on: string
  to_on: string
  hundredths: string
  committed_hundredths: Generated<string | null>
  words: string
  asked_by_id: string
  asked_by: string
  asked_at: string
  state: Generated<State>
  /** `StaffingRequest['answer']` */
  answer: Generated<unknown>
}

/** The minimum crew of an initiative: `lines` as `KeptCrewLine`. */
export interface MinimumCrewTable { org_id: string; initiative_id: string; lines: unknown; version: Generated<number> }

export interface StartExceptionTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  until_on: string
  reason: string
  given_by: string
  given_at: string
  /** `StartException['ended']` */
  ended: Generated<unknown>
}
