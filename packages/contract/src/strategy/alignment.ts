import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Explanation, Id, Nullable, NumberMetric, OneOf, route } from '../wire/index.ts'

/** What goes to objectives: money, or the time of people in one of the units in which pools are counted. Units are never added. */
export const AlignmentBasis = OneOf(['money', 'hour', 'day', 'fte'], 'What is compared with the priorities; money unless said')
export type AlignmentBasis = Static<typeof AlignmentBasis>
export const AlignmentCounting = OneOf(['all', 'without_mandatory', 'without_waived', 'without_both'], 'Which initiatives are counted; all unless said')
export type AlignmentCounting = Static<typeof AlignmentCounting>
/** `whole`: over the whole life; `to_come`: from the fiscal year of today on; or a fiscal year by the calendar year in which it begins. */
export const AlignmentPeriod = Type.String({ pattern: '^(whole|to_come|(19|2[0-2])[0-9]{2})$', description: 'whole, to_come, or the calendar year in which a fiscal year begins; whole unless said' })
export const AlignmentAsked = Type.Object({ basis: Type.Optional(AlignmentBasis), counting: Type.Optional(AlignmentCounting), period: Type.Optional(AlignmentPeriod) })

/** An objective: its weight, and the share of what is spent that goes to it; `objectiveId` null is what serves none. */
export const PriorityShare = Type.Object({ objectiveId: Nullable(Id), statement: Type.String(), perspective: Nullable(Type.String()), stated: Type.Number(), revealed: Type.Number(), initiatives: Type.Integer(), why: Explanation })
export type PriorityShare = Static<typeof PriorityShare>
const UnitShare = Type.Object({ objectiveId: Nullable(Id), /** Of an objective of the unit’s own, that serves none of the organisation. */ statement: Type.Optional(Type.String()), stated: Type.Number(), revealed: Type.Number() })
/** A unit by itself, against the weights that hold there. `part` is its share of everything that is counted. */
export const UnitPriorities = Type.Object({ unitId: Id, unit: Type.String(), ownWeights: Type.Boolean(), /** Its own strategy, where it has one. */ strategy: Nullable(Type.Object({ id: Id, name: Type.String() })), waived: Type.Boolean(), part: Type.Number(), initiatives: Type.Integer(), distance: ExplainedNumber, shares: Type.Array(UnitShare) })
export type UnitPriorities = Static<typeof UnitPriorities>
const Apart = Type.Object({ initiatives: Type.Integer(), part: Type.Number({ description: 'Share of everything, whatever is counted' }) })

/** Stated priorities against where money or time goes. */
export const Alignment = Type.Object({
  asOf: CivilDate, basis: AlignmentBasis, counting: AlignmentCounting, period: AlignmentPeriod,
  /** What anything is known of. */
  bases: Type.Array(AlignmentBasis),
  /** The periods that can be asked for, with how far each is from the priorities, counted the same way. */
  periods: Type.Array(Type.Object({ period: AlignmentPeriod, label: Type.String(), distance: NumberMetric })),
  /** How far what is spent lies from the weights, 0 to 1, in each way of counting; the parts by objective sum to it. */
  distances: Type.Array(Type.Object({ counting: AlignmentCounting, distance: ExplainedNumber })),
  /** The mean alignment of the initiatives, weighted by what they take, in each way of counting. */
  means: Type.Array(Type.Object({ counting: AlignmentCounting, mean: ExplainedNumber })),
  /** By objective, the one furthest from its weight first. */
  shares: Type.Array(PriorityShare),
  units: Type.Array(UnitPriorities),
  /** Units beyond those listed. */
  unitsOmitted: Type.Integer(),
  counted: Type.Object({
    initiatives: Type.Integer(), mandatory: Apart, waived: Apart,
    /** Those whose amount nobody has given, or that cannot be put into the period for want of dates. */
    withoutAmount: Type.Integer(),
  }),
})
export type Alignment = Static<typeof Alignment>

export const alignmentRoutes = {
  readAlignment: route({ method: 'GET', path: '/api/strategy/alignment', summary: 'Stated priorities against where money and people go: distance, by objective and by unit, with and without mandatory work and waived units', access: 'read', query: AlignmentAsked, reply: Alignment }),
} as const
