import { Type, type Static } from 'typebox'
import { MeasureSettings, MeasureSettingsChange, TargetBecause } from './measure-settings.ts'
import { CivilDate, Decimal, ExplainedMoney, ExplainedNumber, Id, LongText, Nullable, OneOf, ShortText, Version } from '../wire/index.ts'

/** Where a strategy text comes from: entered by the organisation, or our reading of published priorities. */
export const Origin = OneOf(['entered', 'our_reading'])
export const Weight = Type.Number({ minimum: 0, maximum: 1, description: 'Share of 1 among the objectives of the version' })

export const Perspective = Type.Object({ id: Id, name: Type.String(), order: Type.Integer(), version: Version })
export type Perspective = Static<typeof Perspective>
export const NewPerspective = Type.Object({ name: ShortText(80) })
export const PerspectiveChange = Type.Object({ version: Version, name: Type.Optional(ShortText(80)), order: Type.Optional(Type.Integer({ minimum: 0 })) })

export const Citation = Type.Object({ label: ShortText(300), url: Type.Optional(Type.String({ maxLength: 500, pattern: '^https?://[^\\u0000]*$' })) })
export const Objective = Type.Object({
  id: Id,
  /** Stays the same across versions of the strategy. */
  key: Type.String(),
  perspectiveId: Id,
  statement: Type.String(),
  description: Type.String(),
  weight: Weight,
  owner: Nullable(Type.String()),
  deadline: Nullable(CivilDate),
  mandatory: Type.Boolean(),
  origin: Origin,
  citations: Type.Array(Citation),
  version: Version,
  /** Initiatives that contribute, with those that hurt counted apart. */
  initiatives: Type.Integer(),
  hurtBy: Type.Integer(),
  /** Whole-life cost and benefits of the contributing initiatives, each counted whole. */
  cost: ExplainedMoney,
  benefits: ExplainedMoney,
  /** Attainment of the objective's measures, weighted alike, undefined without actuals. */
  attainment: ExplainedNumber,
})
export type Objective = Static<typeof Objective>
export const NewObjective = Type.Object({
  perspectiveId: Id, statement: ShortText(300), description: Type.Optional(LongText()), weight: Weight, owner: Type.Optional(Nullable(ShortText())), deadline: Type.Optional(Nullable(CivilDate)),
  mandatory: Type.Optional(Type.Boolean()), citations: Type.Optional(Type.Array(Citation, { maxItems: 20 })),
})
export const ObjectiveChange = Type.Object({
  version: Version, perspectiveId: Type.Optional(Id), statement: Type.Optional(ShortText(300)), description: Type.Optional(LongText()), weight: Type.Optional(Weight), owner: Type.Optional(Nullable(ShortText())),
  deadline: Type.Optional(Nullable(CivilDate)), mandatory: Type.Optional(Type.Boolean()), citations: Type.Optional(Type.Array(Citation, { maxItems: 20 })),
})

export const Direction = OneOf(['higher', 'lower', 'range', 'maintain'], 'Which way is better: up, down, within a band, or at a level')
export const Aggregation = OneOf(['flow', 'stock', 'ratio', 'weighted_average', 'min', 'max', 'non_additive'])
export const Horizon = OneOf(['short', 'mid', 'long'])
export const Frequency = OneOf(['month', 'quarter', 'year', 'ad_hoc'])
export const UnitCode = Type.String({ pattern: '^[a-z_0-9]+$', maxLength: 40, description: 'A unit of the registry' })

export const MeasureTarget = Type.Object({ baseline: Nullable(Decimal), baselineOn: Nullable(CivilDate), target: Nullable(Decimal), dueOn: Nullable(CivilDate), tolerance: Nullable(Decimal) })
export type MeasureTarget = Static<typeof MeasureTarget>
export const MeasureActual = Type.Object({ id: Id, on: CivilDate, value: Decimal, state: OneOf(['provisional', 'approved', 'restated']), note: Type.String(), source: Type.String(), version: Version })
export type MeasureActual = Static<typeof MeasureActual>
export const MeasureStatus = OneOf(['on_track', 'at_risk', 'off_track', 'complete', 'no_report'], 'Latest actual against the trajectory at its own date')
export const Measure = Type.Object({
  id: Id, objectiveId: Id, /** Other objectives of the same strategy that it was linked to, with the link. */ alsoOf: Type.Array(Type.Object({ linkId: Id, objectiveId: Id, version: Version })), name: Type.String(), definition: Type.String(), unit: UnitCode, direction: Direction, aggregation: Aggregation, frequency: Frequency, horizon: Horizon,
  leading: Type.Boolean(), owner: Nullable(Type.String()), dataSource: Type.String(), origin: Origin, target: MeasureTarget, settings: MeasureSettings, actuals: Type.Array(MeasureActual), version: Version,
  attainment: ExplainedNumber, expected: ExplainedNumber, status: MeasureStatus,
})
export type Measure = Static<typeof Measure>
const measureFields = {
  definition: Type.Optional(LongText()), aggregation: Type.Optional(Aggregation), frequency: Type.Optional(Frequency), horizon: Type.Optional(Horizon), leading: Type.Optional(Type.Boolean()),
  owner: Type.Optional(Nullable(ShortText())), dataSource: Type.Optional(LongText(500)), target: Type.Optional(MeasureTarget), settings: Type.Optional(MeasureSettingsChange),
}
export const NewMeasure = Type.Object({ objectiveId: Id, name: ShortText(200), unit: UnitCode, direction: Direction, ...measureFields })
export const MeasureChange = Type.Object({ version: Version, name: Type.Optional(ShortText(200)), unit: Type.Optional(UnitCode), direction: Type.Optional(Direction), ...measureFields, /** Why the target moves; needed beyond its leeway. */ because: Type.Optional(TargetBecause) })
export const NewActual = Type.Object({ on: CivilDate, value: Decimal, state: Type.Optional(OneOf(['provisional', 'approved'])), note: Type.Optional(LongText(2000)), source: Type.Optional(LongText(500)) })

export const InitiativeRef = Type.Object({ id: Id, key: Type.String(), name: Type.String() })
export type InitiativeRef = Static<typeof InitiativeRef>

/** How an initiative serves an objective: −1 (works against it) to 1 (serves it fully), with the reason. */
export const Contribution = Type.Object({ initiative: InitiativeRef, objectiveId: Id, contribution: Type.Number({ minimum: -1, maximum: 1 }), rationale: Type.String(), origin: Origin })
export type Contribution = Static<typeof Contribution>
export const ContributionChange = Type.Object({ initiativeId: Id, objectiveId: Id, contribution: Nullable(Type.Number({ minimum: -1, maximum: 1, description: 'null removes the link' })), rationale: Type.Optional(LongText(2000)), seen: Type.Optional(Nullable(Type.Number({ description: 'The contribution that was seen, null for none; refused where by now it is another' }))) })

export const Strategy = Type.Object({
  id: Id, name: Type.String(), mission: Type.String(), vision: Type.String(), origin: Origin, sourceNote: Type.String(),
  strategyVersion: Type.Object({ id: Id, no: Type.Integer(), status: OneOf(['draft', 'sent', 'in_force', 'superseded']) }),
  version: Version, perspectives: Type.Array(Perspective), objectives: Type.Array(Objective), measures: Type.Array(Measure), contributions: Type.Array(Contribution),
  /** Objectives that no initiative of the current portfolio serves. */
  unserved: Type.Array(Id),
  /** Initiatives of the current portfolio that serve no objective. */
  orphans: Type.Array(InitiativeRef),
  weightTotal: Type.Number(),
})
export type Strategy = Static<typeof Strategy>
export const StrategyChange = Type.Object({ version: Version, name: Type.Optional(ShortText()), mission: Type.Optional(LongText()), vision: Type.Optional(LongText()) })
export const WeightsChange = Type.Object({ weights: Type.Array(Type.Object({ objectiveId: Id, weight: Weight, version: Version }), { minItems: 1, maxItems: 500 }) })
