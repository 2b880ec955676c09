import type { RatingLevel, RatingScale } from '@throughline/engine/demand'
import type { RecommendationClass, RecommendationState, ReviewArea, ReviewPhase, ReviewTier } from '@throughline/engine/governance'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    health_check: HealthCheckTable
    judged_area: JudgedAreaTable
    recommendation: RecommendationTable
    refused_reviewer: RefusedReviewerTable
  }
}

/** A health check of an initiative: booked with its questions and reviewers, then reported or called off. */
export interface HealthCheckTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  tier: ReviewTier
  phase: ReviewPhase
  scale: RatingScale
  planned_on: string
  purpose: string
  /** `ReviewQuestion[]`, as they were asked when it was booked */
  questions: unknown
  /** `{ id, name }[]` */
  reviewers: unknown
  state: Generated<'booked' | 'reported' | 'called_off'>
  booked_by: string
  booked_at: string
  /** `{ by, at, words }` */
  called_off: Generated<unknown>
  level: Generated<RatingLevel | null>
  /** `{ by, at, words }` */
  report: Generated<unknown>
  /** `ReviewReason[]` */
  reasons: Generated<unknown>
  /** `HealthIndicator[]` as they stood at the report */
  indicators: Generated<unknown>
}

/** What was found in an area; only added to, and the newest holds. */
export interface JudgedAreaTable {
  org_id: string
  id: string
  check_id: string
  area: ReviewArea
  level: RatingLevel
  words: string
  /** `ReviewEvidence[]` */
  evidence: unknown
  judged_by: string
  judged_at: string
}

/** A recommendation of a health check, with what became of it. */
export interface RecommendationTable {
  org_id: string
  id: string
  version: Generated<number>
  check_id: string
  area: ReviewArea | null
  words: string
  class: RecommendationClass
  due_on: string | null
  owner_id: string
  owner: string
  given_by: string
  given_at: string
  state: Generated<RecommendationState>
  /** Each `{ by, at, words }` */
  outcome: Generated<unknown>
  recheck: Generated<unknown>
  withdrawn: Generated<unknown>
}

/** Who was refused as reviewer of an initiative for want of independence; only added to. */
export interface RefusedReviewerTable {
  org_id: string
  id: string
  initiative_id: string
  reviewer: string
  way: string
  refused_to: string
  refused_at: string
}
