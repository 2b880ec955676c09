import type { CivilDate, Metric, Money } from '../kernel/index.ts'

/** Scale of a delivery confidence rating. Levels of one scale are never converted into the other. */
export type RatingScale = 'five_point' | 'three_point'
/** Levels of delivery confidence, best first; a three-point scale uses green, amber and red only. Ordinal: never averaged. */
export type RatingLevel = 'green' | 'amber_green' | 'amber' | 'amber_red' | 'red'
/** Delivery confidence on the scale on which it was given. */
export type Rating = { readonly scale: RatingScale; readonly level: RatingLevel }

export type InitiativeKind = 'programme' | 'project' | 'product' | 'bundle' | 'bau_improvement'
export type InitiativeState = 'idea' | 'case' | 'approved' | 'active' | 'on_hold' | 'closing' | 'closed' | 'stopped'
/** What an import found odd and did not mend. */
export type Flag = 'likely_units_error' | 'negative_cost' | 'end_before_start' | 'duplicate_key' | 'range_only' | 'exempt' | 'unreadable'

/** Fields of an initiative that say where their content comes from. */
export type SourcedField = 'name' | 'unit' | 'category' | 'sponsor' | 'description' | 'rating' | 'startOn' | 'endOn' | 'cost' | 'benefits' | 'inYearBaseline' | 'inYearForecast'
/** Where the content of a field comes from: a cell of a publication, or a person at an instant (UTC). */
export type FieldSource =
  | { readonly kind: 'published'; readonly reportId: string; readonly publication: string; readonly asOf: CivilDate; readonly cell: string; readonly asPublished: string }
  | { readonly kind: 'entered'; readonly by: string; readonly at: string }

/** An initiative as it stands today. Amounts nobody has given are `missing`, those withheld or doubted `undefined` with the reason. */
export type InitiativeFacts = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly kind: InitiativeKind
  readonly state: InitiativeState
  readonly unitId: string | null
  readonly unitName: string | null
  readonly category: string | null
  readonly sponsor: string | null
  readonly mandatory: boolean
  readonly rating: Rating | null
  readonly ratingAsOf: CivilDate | null
  readonly startOn: CivilDate | null
  readonly endOn: CivilDate | null
  /** Whole-life cost. */
  readonly cost: Metric<Money>
  /** Whole-life monetised benefits. */
  readonly benefits: Metric<Money>
  /** Budget and forecast of the fiscal year in which the newest position lies. */
  readonly inYearBaseline: Metric<Money>
  readonly inYearForecast: Metric<Money>
  readonly sources: Readonly<Partial<Record<SourcedField, FieldSource>>>
  readonly flags: readonly Flag[]
  readonly version: number
  /** Whether the latest publication lists it; true for an initiative that no publication has ever listed. */
  readonly current: boolean
  /** How many publications list it. */
  readonly reports: number
  /** Position date of the newest publication that lists it. */
  readonly lastReportedOn: CivilDate | null
}

/** One dated position of the whole portfolio, as it was published. */
export type PublicationFacts = { readonly id: string; readonly title: string; readonly asOf: CivilDate; readonly ratingScale: RatingScale | null; readonly rows: number; readonly fileName: string }

/** A figure as published: the text that was printed beside what was read from it. */
export type PublishedAmount = {
  readonly metric: Metric<Money>
  /** Both ends where a range was published. */
  readonly low: Money | null
  readonly high: Money | null
  readonly asPublished: string
  /** The cell, for example `K12`. */
  readonly cell: string
  /** Set where the figure was left out of totals although it could be read. */
  readonly suspect: Flag | null
}

/** How a row of a publication was linked to its initiative. */
export type LinkedBy = 'id' | 'name' | 'former_name' | 'new' | 'chosen'

/** What one publication says of one initiative. */
export type ReportFacts = {
  readonly id: string
  readonly publicationId: string
  readonly publication: string
  readonly asOf: CivilDate
  readonly initiativeId: string
  readonly name: string
  readonly publishedId: string | null
  readonly unitName: string | null
  readonly category: string | null
  readonly rating: Rating | null
  readonly ratingAsPublished: string
  readonly sponsorRating: Rating | null
  readonly startOn: CivilDate | null
  readonly endOn: CivilDate | null
  readonly startAsPublished: string
  readonly endAsPublished: string
  readonly cost: PublishedAmount
  readonly benefits: PublishedAmount
  readonly inYearBaseline: PublishedAmount
  readonly inYearForecast: PublishedAmount
  /** Empty unless asked for: the texts are long. */
  readonly narratives: readonly { readonly key: string; readonly label: string; readonly text: string }[]
  readonly linkedBy: LinkedBy
  readonly flags: readonly Flag[]
}

/** `fromId` needs `toId`. */
export type DependencyFacts = { readonly id: string; readonly fromId: string; readonly toId: string; readonly reason: string }
/** At most one of the initiatives may be chosen. */
export type ExclusionFacts = { readonly id: string; readonly name: string; readonly reason: string; readonly initiativeIds: readonly string[] }
export type TieFacts = { readonly dependencies: readonly DependencyFacts[]; readonly exclusions: readonly ExclusionFacts[] }
