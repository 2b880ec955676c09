import type { Generated } from 'kysely'
import type { ConformanceTier } from '@throughline/engine/governance'

declare module '../../database/tables.ts' {
  interface Tables {
    conformance_evidence: ConformanceEvidenceTable
    conformance_deviation: ConformanceDeviationTable
    conformance_tier: ConformanceTierTable
    conformance_check: ConformanceCheckTable
  }
}

/** An artefact or an event that shows an element; taken away, never changed. */
export interface ConformanceEvidenceTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  element_key: string
  kind: 'artefact' | 'event'
  shown_on: string
  words: string
  link: string
  given_by: string
  given_at: string
  removed_at: Generated<string | null>
}

/** Somebody’s wish not to do an element, and what was answered. */
export interface ConformanceDeviationTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  element_key: string
  reason: string
  until: string | null
  asked_by_id: string
  asked_by: string
  asked_at: string
  state: Generated<'waiting' | 'approved' | 'declined'>
  answered_by: Generated<string | null>
  answered_at: Generated<string | null>
  answer: Generated<string | null>
}

/** How closely an initiative is looked at; only added to, and the newest holds. */
export interface ConformanceTierTable {
  org_id: string
  id: string
  initiative_id: string
  tier: ConformanceTier
  reason: string
  given_by: string
  given_at: string
}

/** A check that was made, with what it found; only added to. */
export interface ConformanceCheckTable {
  org_id: string
  id: string
  of_day: string
  seed: string
  low_share: number
  reason: string
  made_by: string
  made_at: string
  /** `FoundByCheck` */
  found: unknown
}
