import { Type, type Static } from 'typebox'
import { CivilDate, Decimal, Id, LongText, Nullable, OneOf, ShortText } from '../wire/index.ts'
import { Citation, Direction, MeasureTarget, Origin, UnitCode, Weight } from './schemas.ts'

/** The key of an objective: the same in every version of the strategy. */
export const StableKey = Type.String({ minLength: 1, maxLength: 80, pattern: '^[^\\u0000]*$', description: 'Key of an objective, the same in every version' })

/** A measure as a version has it: what a version can change of it. Its actuals belong to the measure, whatever the version. */
export const VersionMeasure = Type.Object({ id: Id, name: ShortText(200), definition: LongText(), unit: UnitCode, direction: Direction, target: MeasureTarget, band: Nullable(Type.Object({ low: Decimal, high: Decimal })) })
export type VersionMeasure = Static<typeof VersionMeasure>

/** An objective as a version has it. `id` is the same in every version too, as `key` is; `parentKey` is the objective of the same version that it serves. */
export const VersionObjective = Type.Object({
  key: StableKey, id: Id, perspectiveId: Id, statement: ShortText(300), description: LongText(), weight: Weight, owner: Nullable(ShortText()), deadline: Nullable(CivilDate), mandatory: Type.Boolean(), parentKey: Nullable(StableKey),
  origin: Origin, citations: Type.Array(Citation, { maxItems: 20 }), measures: Type.Array(VersionMeasure, { maxItems: 100 }),
})
export type VersionObjective = Static<typeof VersionObjective>

export const VersionPerspective = Type.Object({ id: Id, name: ShortText(80), order: Type.Integer({ minimum: 0 }) })
export type VersionPerspective = Static<typeof VersionPerspective>

/** How an initiative serves an objective of the version. */
export const VersionContribution = Type.Object({ initiativeId: Id, key: StableKey, contribution: Type.Number({ minimum: -1, maximum: 1 }), rationale: LongText(2000), origin: Origin })
export type VersionContribution = Static<typeof VersionContribution>

/** The claim that movement of one objective moves another, after `lag` whole periods of their measures. */
export const VersionLink = Type.Object({ id: Id, from: StableKey, to: StableKey, polarity: OneOf(['same', 'opposite'], 'Whether the two move the same way'), lag: Type.Integer({ minimum: 0, maximum: 60 }), rationale: LongText(2000) })
export type VersionLink = Static<typeof VersionLink>

/** How a unit weighs the objectives: as the organisation does, or by shares of its own that sum to 1. */
export const UnitWeights = Type.Object({ unitId: Id, weights: OneOf(['inherited', 'local']), shares: Type.Array(Type.Object({ key: StableKey, weight: Weight }), { maxItems: 500 }) })
export type UnitWeights = Static<typeof UnitWeights>

/** Leave for a unit to go its own way from a day until another, that day not included. */
export const AutonomyWaiver = Type.Object({ id: Id, unitId: Id, reason: ShortText(2000), guardrails: LongText(2000), from: CivilDate, to: CivilDate })
export type AutonomyWaiver = Static<typeof AutonomyWaiver>

const unitObjective = {
  id: Id, statement: ShortText(300), description: LongText(2000), weight: Weight, owner: Nullable(ShortText()), deadline: Nullable(CivilDate), serves: Nullable(StableKey),
  contributions: Type.Array(Type.Object({ initiativeId: Id, contribution: Type.Number({ minimum: -1, maximum: 1 }), rationale: LongText(2000) }), { maxItems: 500 }),
}
const unitMeasures = Type.Array(VersionMeasure, { maxItems: 100 })
/** An objective of a unit or a function. Its id is the same in every version; `serves` is the key of an objective of the organisation, or the id of one of the strategy above. */
export const UnitObjective = Type.Object(unitObjective)
export type UnitObjective = Static<typeof UnitObjective>
/** The same as a version has it, with what it is measured by. */
export const VersionUnitObjective = Type.Object({ ...unitObjective, measures: unitMeasures })
export type VersionUnitObjective = Static<typeof VersionUnitObjective>
/** The same as an edit gives it; measures that are left out stay as the draft has them. */
export const EditedUnitObjective = Type.Object({ ...unitObjective, measures: Type.Optional(unitMeasures) })
export type EditedUnitObjective = Static<typeof EditedUnitObjective>
const unitStrategy = { id: Id, name: ShortText(), intent: LongText(), level: OneOf(['unit', 'functional']), unitId: Nullable(Id), parentId: Nullable(Id), weights: OneOf(['inherited', 'local']) }
/** The strategy of a unit or a function, below that of the organisation (`parentId` null) or of another unit. Weights are shares of its own, or what its objectives inherit from those above. */
export const UnitStrategy = Type.Object({ ...unitStrategy, objectives: Type.Array(UnitObjective, { maxItems: 200 }) })
export type UnitStrategy = Static<typeof UnitStrategy>
/** The same as a version has it, and as an edit of a draft gives it. */
export const VersionUnitStrategy = Type.Object({ ...unitStrategy, objectives: Type.Array(VersionUnitObjective, { maxItems: 200 }) })
export type VersionUnitStrategy = Static<typeof VersionUnitStrategy>
export const EditedUnitStrategy = Type.Object({ ...unitStrategy, objectives: Type.Array(EditedUnitObjective, { maxItems: 200 }) })
export type EditedUnitStrategy = Static<typeof EditedUnitStrategy>

/** Everything that a version of the strategy says. */
export const VersionContent = Type.Object({
  name: ShortText(), mission: LongText(), vision: LongText(),
  perspectives: Type.Array(VersionPerspective), objectives: Type.Array(VersionObjective), contributions: Type.Array(VersionContribution), links: Type.Array(VersionLink), units: Type.Array(UnitWeights), waivers: Type.Array(AutonomyWaiver), unitStrategies: Type.Array(VersionUnitStrategy),
})
export type VersionContent = Static<typeof VersionContent>

const weightParts = Type.Array(Type.Object({ key: StableKey, weight: Weight }), { maxItems: 500 })
/** What a person says became of an objective that is in one version only, or that a new wording means the same. */
export const ObjectiveMapping = Type.Union([
  Type.Object({ kind: Type.Literal('retired'), key: StableKey, weight: weightParts }),
  Type.Object({ kind: Type.Literal('added'), key: StableKey, weight: weightParts }),
  Type.Object({ kind: Type.Literal('merged'), from: Type.Array(StableKey, { minItems: 1, maxItems: 100 }), to: StableKey }),
  Type.Object({ kind: Type.Literal('split'), from: StableKey, to: Type.Array(StableKey, { minItems: 1, maxItems: 100 }) }),
  Type.Object({ kind: Type.Literal('same_meaning'), key: StableKey }),
])
export type ObjectiveMapping = Static<typeof ObjectiveMapping>
