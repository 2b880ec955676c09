import type { MethodState, RatingClass, UseVerdict } from '@throughline/engine/governance'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    method_item: MethodItemTable
    method_rating: MethodRatingTable
    method_use: MethodUseTable
  }
}

/** An item of the method library. */
export interface MethodItemTable {
  org_id: string
  id: string
  version: Generated<number>
  /** `NewMethodItem` */
  said: unknown
  state: Generated<MethodState>
  published_on: Generated<string | null>
  published_by: Generated<string | null>
  published_because: Generated<string | null>
  retired_on: Generated<string | null>
  retired_by: Generated<string | null>
  retired_because: Generated<string | null>
  /** What comes after a retired one. */
  successor_id: Generated<string | null>
}

/** How one person rates an item: one row for each of them. */
export interface MethodRatingTable {
  org_id: string
  id: string
  version: Generated<number>
  item_id: string
  account_id: string
  rated_by: string
  rating: RatingClass
  words: string
  rated_at: string
}

/** An initiative uses an item from a day on. */
export interface MethodUseTable {
  org_id: string
  id: string
  version: Generated<number>
  item_id: string
  initiative_id: string
  begun_on: string
  purpose: string
  used_by: string
  used_at: string
  ended_on: Generated<string | null>
  verdict: Generated<UseVerdict | null>
  outcome: Generated<string | null>
  ended_by: Generated<string | null>
  /** Recorded by mistake, and taken away. */
  removed_at: Generated<string | null>
}
