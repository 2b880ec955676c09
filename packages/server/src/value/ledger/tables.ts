import type { Generated } from 'kysely'
import type { AccountCode, ActKind, ShortfallCause } from '@throughline/engine/value'

/** A period in which value can be true, by a code that stays. */
export interface ValuePeriodTable { org_id: string; code: string; name: string; from_on: string; to_on: string; state: Generated<'open' | 'soft' | 'closed'> }

/** What one definition moves in one scope: measures of the same definition have the same pool. */
export interface ValuePoolTable { org_id: string; id: string; identity: string; unit: string }

/** What was agreed on a measure of the strategy. */
export interface ValueMeasureTable {
  org_id: string
  measure_id: string
  pool_id: string
  scope_unit_id: string | null
  /** `{ method, level }` or null. */
  counterfactual: unknown
  counterfactual_at: string | null
  /** `{ method, shares: [{ initiativeId, share }], rest }` or null. */
  attribution: unknown
  attribution_at: string | null
  /** `[{ measureId, numerator, denominator }]`. */
  above: unknown
  version: Generated<number>
}

/** A benefit of an initiative: the movement of one measure that it promises, owns and claims. */
export interface BenefitTable { org_id: string; id: string; name: string; initiative_id: string; owner_id: string | null; measure_id: string | null; unit: string; counted: boolean; leads_to: string | null; adoption_by: string; version: Generated<number> }

/** How far those who have to change have changed, in millionths: the last record of a period counts. */
export interface BenefitAdoptionTable { org_id: string; benefit_id: string; period: string; planned: string; reached: string; recorded_by: string }

/** By how much a budget line was lowered for the ledger; records of a line and period add up. */
export interface BudgetReductionTable { org_id: string; id: string; budget_line: string; period: string; amount: string; reason: string; recorded_by: string; recorded_at: Generated<string> }

/** Initiatives that help others to their benefits, and have a claim only by a share of their own (V-12). */
export interface ValueAssistTable { org_id: string; initiative_id: string }

/** To whom somebody reports. */
export interface ReportingLineTable { org_id: string; account_id: string; manager_id: string }

/** What was written in the ledger, in the order of `no`. Append-only. */
export interface LedgerEntryTable {
  org_id: string
  id: string
  no: string
  kind: ActKind
  recorded_at: Generated<string>
  by_id: string
  by_name: string
  reason: string | null
  evidence: string | null
  reverses: string | null
  match_id: string | null
  prior_period: boolean
  measured: unknown
  measured_pool: string | null
  measured_period: string | null
  closes: unknown
  claim: unknown
  withheld: unknown
}

/** An account, interned: its id is the digest of all that it is kept by. Append-only. */
export interface LedgerAccountTable { org_id: string; id: string; code: AccountCode; unit: string; period: string; pool_id: string | null; benefit_id: string | null; initiative_id: string | null; budget_line: string | null; cause: ShortfallCause | null }

/** One line of an entry, with what stands on its account from then on. The place on the account is taken once. Append-only. */
export interface LedgerPostingTable { org_id: string; account_id: string; seq: number; entry_id: string; line: number; amount: string; balance: string; offset_for: string | null; recorded_at: Generated<string> }

/** A claim that was refused, with the rule and the figures. Append-only. */
export interface LedgerRefusedTable { org_id: string; id: string; benefit_id: string; pool_id: string | null; period: string; asked: string; code: string; rule: string; words: string; by_name: string; recorded_at: Generated<string> }

declare module '../../database/tables.ts' {
  interface Tables {
    value_period: ValuePeriodTable
    value_pool: ValuePoolTable
    value_measure: ValueMeasureTable
    benefit: BenefitTable
    benefit_adoption: BenefitAdoptionTable
    budget_reduction: BudgetReductionTable
    value_assist: ValueAssistTable
    reporting_line: ReportingLineTable
    ledger_entry: LedgerEntryTable
    ledger_account: LedgerAccountTable
    ledger_posting: LedgerPostingTable
    ledger_refused: LedgerRefusedTable
  }
}
