import type { AcceptanceOutcome, DefectSeverity, DefectState, DeliverableClass, DeliverableState, ReviewMethod } from '@throughline/engine/governance'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    deliverable: DeliverableTable
    deliverable_edition: DeliverableEditionTable
    quality_review: QualityReviewTable
    quality_defect: QualityDefectTable
    quality_rework: QualityReworkTable
    acceptance_decision: AcceptanceDecisionTable
    acceptance_condition: AcceptanceConditionTable
  }
}

/** What an initiative is to bring about; its state is that of its newest edition. */
export interface DeliverableTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  name: string
  class: DeliverableClass
  about: string
  owner_id: string
  owner: string
  /** `{ id, name }[]` */
  authors: unknown
  /** Ids of everybody who ever made or owned it: who left it is no more independent of it. */
  makers: unknown
  due_on: string
  milestone_id: string | null
  element_key: string | null
  made_hours: number | null
  state: Generated<DeliverableState>
  edition_no: Generated<number>
  /** `{ by, at, words }` */
  withdrawn: Generated<unknown>
}

/** An edition with its criteria, who agreed them, and what was decided on it first. */
export interface DeliverableEditionTable {
  org_id: string
  id: string
  deliverable_id: string
  no: number
  because: string
  opened_by: string
  opened_at: string
  /** `QualityCriterion[]` */
  criteria: unknown
  /** `{ by, on }` */
  agreed: Generated<unknown>
  first_outcome: Generated<AcceptanceOutcome | null>
  first_on: Generated<string | null>
  accepted_on: Generated<string | null>
}

/** A review of an edition, as its reviewer recorded it; only added to. */
export interface QualityReviewTable {
  org_id: string
  id: string
  deliverable_id: string
  edition_id: string
  method: ReviewMethod
  reviewed_on: string
  reviewer_id: string
  reviewer: string
  words: string
  /** Codes of criteria */
  looked: unknown
  recorded_at: string
}

/** A defect of an edition; without a review it was found after acceptance. */
export interface QualityDefectTable {
  org_id: string
  id: string
  deliverable_id: string
  edition_id: string
  no: number
  criterion: string | null
  severity: DefectSeverity
  found_on: string
  review_id: string | null
  words: string
  found_by: string
  recorded_at: string
  state: Generated<DefectState>
  /** `{ by, at, words }` */
  dismissed: Generated<unknown>
}

/** A round of rework; only added to. */
export interface QualityReworkTable {
  org_id: string
  id: string
  deliverable_id: string
  edition_id: string
  worked_on: string
  hours: number
  words: string
  recorded_by: string
  recorded_at: string
  /** Numbers of defects */
  corrected: unknown
}

/** What was decided on an edition; only added to. */
export interface AcceptanceDecisionTable {
  org_id: string
  id: string
  deliverable_id: string
  edition_id: string
  outcome: AcceptanceOutcome
  decided_on: string
  words: string
  decided_by: string
  decided_at: string
}

/** A condition of an acceptance, with what it covers. */
export interface AcceptanceConditionTable {
  org_id: string
  id: string
  deliverable_id: string
  decision_id: string
  words: string
  owner_id: string
  owner: string
  due_on: string
  /** Ids of defects */
  covers: unknown
  /** `{ by, at, words }` */
  met: Generated<unknown>
}
