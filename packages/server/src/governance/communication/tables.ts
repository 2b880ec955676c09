import type { Cadence, Channel, Detail } from '@throughline/engine/governance'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    stakeholder: StakeholderTable
    communication: CommunicationTable
    stakeholder_message: StakeholderMessageTable
  }
}

/** Somebody, or a group, who is told of the work, with how they want to be told. */
export interface StakeholderTable {
  org_id: string
  id: string
  version: Generated<number>
  name: string
  kind: 'person' | 'group'
  account_id: string | null
  account: string | null
  note: string
  channel: Channel
  detail: Detail
  language: string
  opted_out: Generated<boolean>
  removed_at: Generated<string | null>
}

/** What a stakeholder is told, how often, from which day and by whom. */
export interface CommunicationTable {
  org_id: string
  id: string
  version: Generated<number>
  stakeholder_id: string
  about: string
  cadence: Cadence
  first_on: string
  owner_id: string
  owner: string
  initiative_id: string | null
  ended_at: Generated<string | null>
  ended_by: Generated<string | null>
  ended_because: Generated<string | null>
}

/** What was told, in which manner, and what came back. */
export interface StakeholderMessageTable {
  org_id: string
  id: string
  version: Generated<number>
  communication_id: string
  told_on: string
  channel: Channel
  detail: Detail
  language: string
  words: string
  delivered_by_id: string
  delivered_by: string
  delivered_at: string
  /** `{ state, at }` */
  mail: Generated<unknown>
  answer: Generated<string | null>
  answered_by: Generated<string | null>
  answered_at: Generated<string | null>
}
