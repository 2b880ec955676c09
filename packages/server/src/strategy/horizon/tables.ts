import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    change_signal: ChangeSignalTable
    assumption: AssumptionTable
    watch_item: WatchItemTable
  }
}

/** A signal of change. `objectives` are stable keys, `services` ids. */
export interface ChangeSignalTable {
  org_id: string
  id: string
  version: Generated<number>
  title: string
  words: string
  source: string
  link: string | null
  seen_on: string
  theme: string
  noted_by: string
  term_days: number
  /** The day on which somebody looked at it last: it was noted, or triaged. */
  looked_on: string
  /** `{ impact, likelihood, time, reason, by, on }` */
  triage: unknown
  objectives: unknown
  services: unknown
  /** `{ assumptionId, effect, words, by, on }`, one for each assumption. */
  effects: unknown
}

/** An assumption that the strategy rests on. */
export interface AssumptionTable {
  org_id: string
  id: string
  version: Generated<number>
  statement: string
  owner: string
  trip_words: string
  /** `{ measureId, direction, value }` */
  wire: unknown
  review_on: string
  /** By which signal: `{ signalId, words, by, on }`, until it is reviewed. */
  tripped: unknown
  /** The last review: `{ outcome, words, by, on }` */
  reviewed: unknown
  objectives: unknown
  services: unknown
}

export interface WatchItemTable { org_id: string; id: string; version: Generated<number>; theme: string; looks_for: string; owner: string; every_days: number; looked_on: string }
