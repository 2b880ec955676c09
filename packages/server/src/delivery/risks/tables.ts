import type { EstimateOccasion, IssueSeverity, ResponseStrategy, RiskKind, RiskState } from '@throughline/engine/delivery'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    risk: RiskTable
    risk_estimate: RiskEstimateTable
    issue: IssueTable
    contingency: ContingencyTable
    contingency_drawdown: DrawdownTable
  }
}

/** What was estimated; amounts in minor units of the organisation's currency. */
type Estimated = { probability: number | null; impact_low_minor: string | null; impact_minor: string | null; impact_high_minor: string | null; impact_days: number | null }

/** A risk of an initiative, with its newest estimate. */
export interface RiskTable extends Estimated {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  /** What its register calls it. */
  key: string
  title: string
  kind: RiskKind
  cause: string
  event: string
  effect: string
  strategy: ResponseStrategy | null
  actions: string
  cost_minor: string | null
  due_on: string | null
  done_on: string | null
  residual_probability: number | null
  residual_minor: string | null
  identified_on: string
  proximity_on: string | null
  owner: string | null
  state: RiskState
  over_on: string | null
  over_reason: string
  removed_at: Generated<string | null>
}

/** An estimate of a risk as it was recorded; only added to. */
export interface RiskEstimateTable extends Estimated { org_id: string; id: string; risk_id: string; on_day: string; occasion: EstimateOccasion; words: string; given_by: string; given_at: string }

/** Something that has come; `cause` is null where nobody has said which risk it was. */
export interface IssueTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  key: string
  title: string
  severity: IssueSeverity
  opened_on: string
  contained_on: string | null
  resolved_on: string | null
  owner: string | null
  cause: 'risk' | 'none' | null
  risk_id: string | null
  removed_at: Generated<string | null>
}

/** What an initiative keeps for its risks; one for each. */
export interface ContingencyTable { org_id: string; id: string; version: Generated<number>; initiative_id: string; agreed_minor: string; agreed_on: string; words: string }

/** What was drawn of a contingency, or taken back by an entry of its own, below 0; only added to. */
export interface DrawdownTable { org_id: string; id: string; initiative_id: string; on_day: string; amount_minor: string; for_kind: 'risk' | 'issue' | null; for_id: string | null; words: string; reverses_id: string | null; drawn_by: string; drawn_at: string }
