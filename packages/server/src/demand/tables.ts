import type { Flag, InitiativeKind, InitiativeState, LinkedBy, RatingLevel, RatingScale } from '@throughline/engine/demand'
import type { Generated } from 'kysely'

declare module '../database/tables.ts' {
  interface Tables {
    initiative: InitiativeTable
    publication: PublicationTable
    report: ReportTable
    dependency: DependencyTable
    exclusion: ExclusionTable
    exclusion_member: ExclusionMemberTable
  }
}

/** An amount: minor units, or the reason there is none; both null where nobody has given it. */
type Amount<Name extends string> = { [K in `${Name}_minor` | `${Name}_reason`]: string | null }

export interface InitiativeTable extends Amount<'cost'>, Amount<'benefits'>, Amount<'in_year_baseline'>, Amount<'in_year_forecast'> {
  org_id: string
  id: string
  version: Generated<number>
  key: string
  name: string
  kind: InitiativeKind
  state: InitiativeState
  unit_id: string | null
  category: string | null
  sponsor: string | null
  description: string
  mandatory: boolean
  rating_scale: RatingScale | null
  rating_level: RatingLevel | null
  rating_as_of: string | null
  start_on: string | null
  end_on: string | null
  /** FieldSource by field. */
  sources: unknown
  flags: readonly Flag[]
  /** Position date of the newest publication that updated it. */
  position_on: string | null
  /** The day from which this state holds: of its newest position, or of a later change by hand. */
  valid_from: Generated<string>
  created_at: Generated<string>
  removed_at: Generated<string | null>
}

export interface PublicationTable {
  org_id: string
  id: string
  title: string
  as_of: string
  file_name: string
  sha256: string
  format: string
  rating_scale: RatingScale | null
  mapping: unknown
  rows: number
  /** Whether it lists everything, so that what it leaves out has left, or some initiatives only. */
  scope: Generated<'whole' | 'part'>
  imported_at: Generated<string>
  imported_by: string
  superseded_at: Generated<string | null>
}

/** Append-only: what one publication says of one initiative. The amounts are `StoredAmount`. */
export interface ReportTable {
  org_id: string
  id: string
  publication_id: string
  initiative_id: string
  row_no: number
  name: string
  published_id: string | null
  unit_name: string | null
  category: string | null
  rating_scale: RatingScale | null
  rating_level: RatingLevel | null
  rating_as_published: string
  sponsor_rating_level: RatingLevel | null
  start_on: string | null
  end_on: string | null
  start_as_published: string
  end_as_published: string
  cost: unknown
  benefits: unknown
  in_year_baseline: unknown
  in_year_forecast: unknown
  narratives: unknown
  linked_by: LinkedBy
  flags: readonly Flag[]
  /** Amounts by year (`StagedYear`) and columns kept as custom fields (`StagedCustom`), as published. */
  years: Generated<unknown>
  custom: Generated<unknown>
  /** Names of the organisation's units from the top. */
  units: Generated<readonly string[]>
  /** Fingerprint of what it says, its place in the file apart; null in those of earlier versions. */
  content_hash: Generated<string | null>
  recorded_at: Generated<string>
  superseded_at: Generated<string | null>
}

export interface DependencyTable { org_id: string; id: string; from_id: string; to_id: string; reason: string; removed_at: Generated<string | null> }
export interface ExclusionTable { org_id: string; id: string; name: string; reason: string; removed_at: Generated<string | null> }
export interface ExclusionMemberTable { org_id: string; exclusion_id: string; initiative_id: string }
