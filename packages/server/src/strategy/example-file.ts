import { Aggregation, Citation, Frequency, Horizon, Origin, UnitCode, VersionLink, Weight } from '@throughline/contract/strategy'
import { CivilDate, Decimal, LongText, Nullable, OneOf, ShortText } from '@throughline/contract/wire'
import { Type, type Static } from 'typebox'
import { Rule } from './example-rules.ts'
import { unitsOfFile } from './example-units.ts'

export { contributionsBy, type ContributionRule, type RuledContribution } from './example-rules.ts'

const Actual = Type.Object({ on: CivilDate, value: Decimal, state: OneOf(['provisional', 'approved']), source: LongText(500), note: LongText(2000) })
const Measure = Type.Object({
  name: ShortText(), definition: LongText(), unit: UnitCode, direction: OneOf(['higher', 'lower']), aggregation: Aggregation, frequency: Frequency, horizon: Horizon, leading: Type.Boolean(), dataSource: LongText(500),
  baseline: Nullable(Decimal), baselineOn: Nullable(CivilDate), target: Nullable(Decimal), dueOn: Nullable(CivilDate), tolerance: Nullable(Decimal), actuals: Type.Array(Actual),
})
const Keys = Type.Array(Type.String(), { minItems: 1 })
const Weights = Type.Array(Type.Object({ key: Type.String(), units: Type.Integer({ minimum: 0 }) }))
/** What became of an objective that only one of two versions has. */
const Became = Type.Union([
  Type.Object({ kind: Type.Literal('retired'), key: Type.String(), weight: Weights }),
  Type.Object({ kind: Type.Literal('added'), key: Type.String(), weight: Weights }),
  Type.Object({ kind: Type.Literal('merged'), from: Keys, to: Type.String() }),
  Type.Object({ kind: Type.Literal('split'), from: Type.String(), to: Keys }),
])

/** A strategy as an example ships it, with rules that say which initiatives serve which objectives. */
export const StrategyFile = Type.Object({
  name: ShortText(), mission: LongText(), vision: LongText(), origin: Origin, sourceNote: LongText(), licence: LongText(), perspectives: Type.Array(Type.Object({ key: ShortText(), name: ShortText(80) })),
  objectives: Type.Array(Type.Object({
    key: ShortText(), perspective: ShortText(), statement: ShortText(300), description: LongText(), weight: Weight, owner: Nullable(ShortText()), deadline: Nullable(CivilDate), mandatory: Type.Boolean(),
    citations: Type.Array(Citation), measures: Type.Array(Measure),
  })),
  /** Which objective is said to move which, by key; each pair once. */
  links: Type.Optional(Type.Array(Type.Omit(VersionLink, ['id']))),
  /** What an earlier strategy wanted and this one gave up; what still serves it hangs on nothing. */
  retired: Type.Optional(Type.Array(Type.Object({ key: ShortText(), perspective: ShortText(), statement: ShortText(300), description: LongText() }))),
  unitStrategies: Type.Optional(unitsOfFile(Measure, Rule)),
  /** In a later version: objectives of units that it has no more, by what they say. */
  unitObjectivesRetired: Type.Optional(Type.Array(ShortText(300))),
  contributionRules: Type.Object({ reading: Type.String(), rules: Type.Array(Rule) }),
  /** In a later version: what a stop must gain, in points; why and since when it was known; what became of the objectives of the one before. */
  hysteresis: Type.Optional(Type.Integer({ minimum: 0 })),
  signalOn: Type.Optional(CivilDate), reason: Type.Optional(ShortText(4000)),
  became: Type.Optional(Type.Array(Became)),
})
export type StrategyFile = Static<typeof StrategyFile>
