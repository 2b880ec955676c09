import type { ComponentKind, ReuseState } from '@throughline/engine/delivery'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    reuse_component: ReuseComponentTable
    reuse_offer: ReuseOfferTable
    reuse_saving: ReuseSavingTable
  }
}

/** What an initiative makes that another can use. */
export interface ReuseComponentTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  name: string
  kind: ComponentKind
  available_on: string
  task_id: string | null
  deliverable_id: Generated<string | null>
  /** `string[]` */
  skills: unknown
  words: string
  recorded_by: string
  /** `{ by, on, words }` */
  withdrawn: Generated<unknown>
}

/** A component that is offered to another initiative; hours are in hundredths. */
export interface ReuseOfferTable {
  org_id: string
  id: string
  version: Generated<number>
  component_id: string
  to_initiative_id: string
  least_hours: number
  most_hours: number
  basis: string
  offered_by_id: string
  offered_by: string
  offered_on: string
  state: Generated<ReuseState>
  answered_by_id: Generated<string | null>
  /** `{ by, on, words }` */
  answer: Generated<unknown>
}

/** What an accepted offer saved, in hundredths of hours: once for each offer, only added to. */
export interface ReuseSavingTable {
  org_id: string
  id: string
  offer_id: string
  hours: number
  saved_on: string
  words: string
  link: string
  confirmed_by: string
  confirmed_at: string
}
