import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedMoney, ExplainedNumber, Explanation, GivenMinor, Id, Instant, LongText, Money, MoneyMetric, Nullable, NumberMetric, OneOf, ShortText, Version } from '../wire/index.ts'
import { PermissionName } from '../people/schemas.ts'
import { Contribution } from '../strategy/schemas.ts'
import { CustomValues } from './fields.ts'

/** Delivery confidence on the scale it was given on; five-point and three-point ratings are never converted into each other. */
export const RatingScale = OneOf(['five_point', 'three_point'])
export const RatingLevel = OneOf(['green', 'amber_green', 'amber', 'amber_red', 'red'])
export const Rating = Type.Object({ scale: RatingScale, level: RatingLevel })
export type Rating = Static<typeof Rating>
export const InitiativeKind = OneOf(['programme', 'project', 'product', 'bundle', 'bau_improvement'])
export const InitiativeState = OneOf(['idea', 'case', 'approved', 'active', 'on_hold', 'closing', 'closed', 'stopped'])
export const Flag = OneOf(['likely_units_error', 'negative_cost', 'end_before_start', 'duplicate_key', 'range_only', 'exempt', 'unreadable'], 'What an import found odd and did not mend')

/** One line of the grid. */
export const InitiativeRow = Type.Object({
  id: Id, key: Type.String(), name: Type.String(), kind: InitiativeKind, state: InitiativeState, unitId: Nullable(Id), unit: Nullable(Type.String()), category: Nullable(Type.String()), sponsor: Nullable(Type.String()),
  mandatory: Type.Boolean(), rating: Nullable(Rating), ratingAsOf: Nullable(CivilDate), previousRating: Nullable(Rating), startOn: Nullable(CivilDate), endOn: Nullable(CivilDate),
  cost: MoneyMetric, benefits: MoneyMetric, inYearBaseline: MoneyMetric, inYearForecast: MoneyMetric, ratio: NumberMetric,
  /** Weighted contribution to the objectives, −1 to 1; undefined where nothing is linked. */
  alignment: NumberMetric,
  objectives: Type.Integer(),
  /** Whether the latest publication lists it; an initiative without any publication is current too. */
  current: Type.Boolean(), reports: Type.Integer(), flags: Type.Array(Flag),
  /** Values of the fields that the organisation added, by the id of the field; a field without a value is left out. */
  custom: CustomValues, version: Version,
  /** What the person who asks may do with this one, of what can be given in parts; in every list, and in what an act answers. */
  may: Type.Optional(Type.Array(PermissionName)),
})
export type InitiativeRow = Static<typeof InitiativeRow>

export const NewInitiative = Type.Object({
  name: ShortText(300), key: Type.Optional(ShortText(60)), kind: Type.Optional(InitiativeKind), state: Type.Optional(InitiativeState), unitId: Type.Optional(Nullable(Id)), category: Type.Optional(Nullable(ShortText(120))),
  sponsor: Type.Optional(Nullable(ShortText())), description: Type.Optional(LongText()), mandatory: Type.Optional(Type.Boolean()), startOn: Type.Optional(Nullable(CivilDate)), endOn: Type.Optional(Nullable(CivilDate)),
  costMinor: Type.Optional(Nullable(GivenMinor)), benefitsMinor: Type.Optional(Nullable(GivenMinor)), rating: Type.Optional(Nullable(Rating)),
})
export const InitiativeChange = Type.Object({
  version: Version, name: Type.Optional(ShortText(300)), kind: Type.Optional(InitiativeKind), state: Type.Optional(InitiativeState), unitId: Type.Optional(Nullable(Id)), category: Type.Optional(Nullable(ShortText(120))),
  sponsor: Type.Optional(Nullable(ShortText())), description: Type.Optional(LongText()), mandatory: Type.Optional(Type.Boolean()), startOn: Type.Optional(Nullable(CivilDate)), endOn: Type.Optional(Nullable(CivilDate)),
  costMinor: Type.Optional(Nullable(GivenMinor)), benefitsMinor: Type.Optional(Nullable(GivenMinor)), rating: Type.Optional(Nullable(Rating)), why: Type.Optional(LongText(2000)),
})
export type InitiativeChange = Static<typeof InitiativeChange>

/** Cost or benefit of one fiscal year. Spread lines are derived by a stated rule and marked so. */
export const YearLine = Type.Object({ year: Type.Integer(), label: Type.String(), amount: Money, derived: Type.Boolean(), rule: Nullable(Type.String()), given: Type.Optional(Type.Boolean({ description: 'Given for this year by a person or a file, and changed there' })) })
export type YearLine = Static<typeof YearLine>
export const YearProfile = Type.Object({ total: ExplainedMoney, lines: Type.Array(YearLine), difference: Type.Optional(Nullable(Money)) })

/** A figure as a publication gave it: the text that was printed beside what was read from it. */
export const PublishedFigure = Type.Object({ metric: MoneyMetric, low: Nullable(Money), high: Nullable(Money), asPublished: Type.String(), suspect: Nullable(Flag) })
export type PublishedFigure = Static<typeof PublishedFigure>
/** What one publication says of an initiative. Append-only: a re-import supersedes, it never rewrites. */
export const Report = Type.Object({
  id: Id, publicationId: Id, publication: Type.String(), asOf: CivilDate, name: Type.String(), publishedId: Nullable(Type.String()), unit: Nullable(Type.String()), category: Nullable(Type.String()), rating: Nullable(Rating), ratingAsPublished: Type.String(), sponsorRating: Nullable(Rating),
  startOn: Nullable(CivilDate), endOn: Nullable(CivilDate), startAsPublished: Type.String(), endAsPublished: Type.String(), cost: PublishedFigure, benefits: PublishedFigure, inYearBaseline: PublishedFigure, inYearForecast: PublishedFigure,
  narratives: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), text: Type.String() })), linkedBy: OneOf(['id', 'name', 'former_name', 'new', 'chosen']), flags: Type.Array(Flag),
})
export type Report = Static<typeof Report>

export const Dependency = Type.Object({ id: Id, fromId: Id, fromName: Type.String(), toId: Id, toName: Type.String(), reason: Type.String() })
export type Dependency = Static<typeof Dependency>
export const NewDependency = Type.Object({ fromId: Id, toId: Id, reason: Type.Optional(LongText(2000)) })
export const Exclusion = Type.Object({ id: Id, name: Type.String(), initiatives: Type.Array(Type.Object({ id: Id, name: Type.String() })), reason: Type.String() })
export type Exclusion = Static<typeof Exclusion>
export const NewExclusion = Type.Object({ name: ShortText(), initiativeIds: Type.Array(Id, { minItems: 2, maxItems: 100, uniqueItems: true }), reason: Type.Optional(LongText(2000)) })
export const Ties = Type.Object({ dependencies: Type.Array(Dependency), exclusions: Type.Array(Exclusion) })
export type Ties = Static<typeof Ties>

export const Revision = Type.Object({ id: Id, at: Instant, by: Type.String(), act: Type.String(), kind: Type.String(), entityId: Id, why: Nullable(Type.String()), changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })) })
export type Revision = Static<typeof Revision>

export const InitiativeDetail = Type.Object({
  row: InitiativeRow, description: Type.String(), costProfile: YearProfile, benefitProfile: YearProfile, ratio: ExplainedNumber, alignment: ExplainedNumber, inYear: Type.Object({ baseline: ExplainedMoney, forecast: ExplainedMoney }),
  dates: Type.Object({ start: Explanation, end: Explanation }), contributions: Type.Array(Contribution), reports: Type.Array(Report), ties: Ties, revisions: Type.Array(Revision),
  /** The idea that it was, with everybody who is credited for it; null where it was none. */
  idea: Nullable(Type.Object({ id: Id, title: Type.String(), credit: Type.Array(Type.String()) })),
  /** What the person who asks may do with it, by what its unit and the initiative itself give. */
  may: Type.Array(PermissionName),
})
export type InitiativeDetail = Static<typeof InitiativeDetail>

/** A publication in force: what was published, for which day. */
export const Publication = Type.Object({ id: Id, title: Type.String(), asOf: CivilDate, rows: Type.Integer() })
export type Publication = Static<typeof Publication>
export const InitiativeList = Type.Object({ rows: Type.Array(InitiativeRow), publications: Type.Array(Publication) })
export type InitiativeList = Static<typeof InitiativeList>

export const Example = Type.Object({ key: Type.String(), title: Type.String(), about: Type.String(), licence: Type.String(), source: Type.String(), publications: Type.Integer() })
export type Example = Static<typeof Example>
export const JobStarted = Type.Object({ jobId: Id })
