import type { OpinionClass } from '@throughline/engine/governance'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    risk_rules: RiskRulesTable
    risk_opinion: RiskOpinionTable
  }
}

/** What is asked of every register; one for the organisation, and none as long as the usual holds. */
export interface RiskRulesTable { org_id: string; id: string; version: Generated<number>; near_days: number; near_review_days: number; full_review_days: number; low_review_days: number; stale_reviews: number; least_pattern: number; least_over: number }

/** An opinion on how an initiative manages its risks, with what the tests found that day; only added to, and the newest holds. */
export interface RiskOpinionTable {
  org_id: string
  id: string
  initiative_id: string
  /** From 1 on, one after the other. */
  no: number
  class: OpinionClass
  by_rule: OpinionClass | null
  words: string
  /** `FindingCounts` */
  counts: unknown
  /** `RegisterFinding[]` as they travel */
  findings: unknown
  given_by_id: string
  given_by: string
  of_day: string
  given_at: string
}
