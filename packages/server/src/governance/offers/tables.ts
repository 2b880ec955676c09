import type { Generated } from 'kysely'
import type { OfferState } from '@throughline/engine/governance'

declare module '../../database/tables.ts' {
  interface Tables {
    unit_offer: UnitOfferTable
  }
}

/** What the PMO offers a unit about an initiative that its goals hang on, and what it asks in return. */
export interface UnitOfferTable {
  org_id: string
  id: string
  version: Generated<number>
  /** A strategy of a unit or function, or a unit; with what it was called. */
  holder_id: string
  holder: string
  initiative_id: string
  service_id: string
  lowers: string
  in_return: string
  state: Generated<OfferState>
  offered_by_id: string
  offered_by: string
  offered_at: string
  /** `{ by, at, words }` each */
  answer: Generated<unknown>
  withdrawn: Generated<unknown>
  given: Generated<unknown>
  returned: Generated<unknown>
}
