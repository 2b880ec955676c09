import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    framework: FrameworkTable
    framework_edition: FrameworkEditionTable
    framework_adoption: FrameworkAdoptionTable
  }
}

/** A framework as it stands in writing now. */
export interface FrameworkTable {
  org_id: string
  id: string
  version: Generated<number>
  /** `FrameworkText` */
  said: unknown
  retired_at: Generated<string | null>
  retired_by: Generated<string | null>
  retired_because: Generated<string | null>
}

/** What was published of a framework, with the first day on which it holds; only added to. */
export interface FrameworkEditionTable {
  org_id: string
  id: string
  framework_id: string
  no: number
  /** `FrameworkText` */
  said: unknown
  effective_on: string
  reason: string
  published_by: string
  published_at: string
}

/** Which edition an initiative follows from an instant on; only added to, and the newest of an initiative holds. */
export interface FrameworkAdoptionTable {
  org_id: string
  id: string
  initiative_id: string
  framework_id: string
  edition_no: number
  lifecycle: string
  reason: string
  adopted_by: string
  adopted_at: string
}
