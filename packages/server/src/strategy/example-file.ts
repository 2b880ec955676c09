import { Aggregation, Citation, Frequency, Horizon, Origin, UnitCode, VersionLink, Weight } from '@throughline/contract/strategy'
import { CivilDate, Decimal, LongText, Nullable, OneOf, ShortText } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { Type, type Static } from 'typebox'

const Actual = Type.Object({ on: CivilDate, value: Decimal, state: OneOf(['provisional', 'approved']), source: LongText(500), note: LongText(2000) })
const Measure = Type.Object({
  name: ShortText(), definition: LongText(), unit: UnitCode, direction: OneOf(['higher', 'lower']), aggregation: Aggregation, frequency: Frequency, horizon: Horizon, leading: Type.Boolean(), dataSource: LongText(500),
  baseline: Nullable(Decimal), baselineOn: Nullable(CivilDate), target: Nullable(Decimal), dueOn: Nullable(CivilDate), tolerance: Nullable(Decimal), actuals: Type.Array(Actual),
})
const Rule = Type.Object({
  objective: ShortText(), contribution: Type.Number({ minimum: -1, maximum: 1 }), rationale: ShortText(2000),
  departments: Type.Optional(Type.Array(Type.String())), categories: Type.Optional(Type.Array(Type.String())), names: Type.Optional(Type.Array(Type.String())), except: Type.Optional(Type.Array(Type.String())),
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
  contributionRules: Type.Object({ reading: Type.String(), rules: Type.Array(Rule) }),
  /** In a later version: what a stop must gain, in points; why and since when it was known; what became of the objectives of the one before. */
  hysteresis: Type.Optional(Type.Integer({ minimum: 0 })),
  signalOn: Type.Optional(CivilDate), reason: Type.Optional(ShortText(4000)),
  became: Type.Optional(Type.Array(Became)),
})
export type StrategyFile = Static<typeof StrategyFile>
export type ContributionRule = Static<typeof Rule>

/** A contribution that a rule gives: the initiative by its id, the objective by its key in the file. */
export type RuledContribution = { readonly initiativeId: string; readonly objective: string; readonly contribution: number; readonly rationale: string }

/** For each initiative and objective the first rule that fits; every condition that a rule gives must hold. */
export function contributionsBy(rules: readonly ContributionRule[], initiatives: readonly Pick<InitiativeFacts, 'id' | 'name' | 'category' | 'unitName'>[]): readonly RuledContribution[] {
  const compiled = rules.map((rule) => ({ rule, fits: fitting(rule) }))
  return initiatives.flatMap((initiative) => {
    const found = new Map<string, RuledContribution>()
    for (const { rule, fits } of compiled)
      if (!found.has(rule.objective) && fits(initiative)) found.set(rule.objective, { initiativeId: initiative.id, objective: rule.objective, contribution: rule.contribution, rationale: rule.rationale })
    return [...found.values()]
  })
}

type Fits = (initiative: Pick<InitiativeFacts, 'name' | 'category' | 'unitName'>) => boolean

function fitting({ departments, categories, names, except }: ContributionRule): Fits {
  const among = (words: readonly string[] | undefined) => {
    const known = words && new Set(words.map((word) => word.toLowerCase()))
    return (text: string | null): boolean => !known || (text !== null && known.has(text.toLowerCase()))
  }
  const patterns = (sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'iu'))
  const [department, category, named, excepted] = [among(departments), among(categories), names && patterns(names), patterns(except ?? [])]
  return ({ name, category: own, unitName }) => department(unitName) && category(own) && (!named || named.some((pattern) => pattern.test(name))) && !excepted.some((pattern) => pattern.test(name))
}
