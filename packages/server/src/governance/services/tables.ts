import type { Generated } from 'kysely'
import type { CapabilityArea, ServiceClass } from '@throughline/engine/governance'

declare module '../../database/tables.ts' {
  interface Tables {
    pmo_service: PmoServiceTable
    service_edition: ServiceEditionTable
    service_request: ServiceRequestTable
    refused_performer: RefusedPerformerTable
    service_hours: ServiceHoursTable
    service_target: ServiceTargetTable
    service_capability: ServiceCapabilityTable
    service_need: ServiceNeedTable
    service_step: ServiceStepTable
  }
}

/** A service of a PMO: what stands in writing now, and who answers its requests. */
export interface PmoServiceTable {
  org_id: string
  id: string
  version: Generated<number>
  /** `ServiceText` */
  said: unknown
  owner_id: string
  owner: string
  retired_at: Generated<string | null>
  retired_by: Generated<string | null>
  retired_because: Generated<string | null>
}

/** What was published of a service; only added to. */
export interface ServiceEditionTable {
  org_id: string
  id: string
  service_id: string
  no: number
  /** `ServiceText` */
  said: unknown
  reason: string
  published_by: string
  published_at: string
}

/** Somebody’s request for a service, with what became of it. */
export interface ServiceRequestTable {
  org_id: string
  id: string
  version: Generated<number>
  service_id: string
  initiative_id: string | null
  words: string
  needed_on: string | null
  asked_by_id: string
  asked_by: string
  asked_at: string
  state: Generated<'waiting' | 'accepted' | 'declined' | 'delivered'>
  performer_id: Generated<string | null>
  performer: Generated<string | null>
  /** `{ by, at, words }` */
  answer: Generated<unknown>
  /** `{ by, at, words }` */
  outcome: Generated<unknown>
  /** `{ level, by, at, words }` */
  used: Generated<unknown>
}

/** Who was refused as performer for want of independence; only added to. */
export interface RefusedPerformerTable {
  org_id: string
  id: string
  request_id: string
  performer_id: string
  performer: string
  way: string
  refused_to: string
  refused_at: string
}

/** Hours of a day in hundredths, with the class that the service had when they were recorded; null of no service. */
export interface ServiceHoursTable {
  org_id: string
  id: string
  version: Generated<number>
  worked_on: string
  service_id: string | null
  request_id: string | null
  class: ServiceClass | null
  hundredths: number
  cost_minor: string | null
  words: string
  recorded_by: string
  recorded_at: string
  removed_at: Generated<string | null>
}

/** Which share of hours non-mandated services are to have from a day on; only added to. */
export interface ServiceTargetTable {
  org_id: string
  id: string
  from_on: string
  share: number
  reason: string
  set_by: string
  set_at: string
}

/** What a service is able to do in an area, from 0 to 5; only added to, and the newest holds. */
export interface ServiceCapabilityTable {
  org_id: string
  id: string
  service_id: string
  area: CapabilityArea
  level: number
  reason: string
  given_by: string
  given_at: string
}

/** What an objective needs of the PMO in an area, from 0 to 5; only added to, and the newest holds. */
export interface ServiceNeedTable {
  org_id: string
  id: string
  objective_id: string
  area: CapabilityArea
  level: number
  reason: string
  given_by: string
  given_at: string
}

/** A step that is to lift a service in an area to a level until a day. */
export interface ServiceStepTable {
  org_id: string
  id: string
  version: Generated<number>
  service_id: string
  area: CapabilityArea
  to_level: number
  due_on: string
  owner_id: string
  owner: string
  initiative_id: string | null
  words: string
  /** `{ by, at, words }` */
  dropped: Generated<unknown>
}
