import { Weight, type AutonomyWaiver, type UnitStrategy } from '@throughline/contract/strategy'
import { CivilDate, LongText, Nullable, OneOf, ShortText } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { invariant } from '@throughline/engine/kernel'
import { wholeWeights } from '@throughline/engine/strategy'
import { Type, type TSchema } from 'typebox'
import { contributionsBy, type ContributionRule } from './example-rules.ts'

/** Strategies of units and functions as an example ships them: units by the name that their initiatives have, objectives by keys of the file, with rules that say which initiatives serve them. */
export const unitsOfFile = <M extends TSchema, R extends TSchema>(Measure: M, Rule: R) =>
  Type.Object({
    strategies: Type.Array(Type.Object({
      key: ShortText(), name: ShortText(), intent: LongText(), unit: Nullable(ShortText()), /** Key of the strategy that it stands below; null is that of the organisation. */ below: Nullable(ShortText()), weights: OneOf(['inherited', 'local']),
      objectives: Type.Array(Type.Object({ key: ShortText(), statement: ShortText(300), description: LongText(2000), weight: Weight, owner: Nullable(ShortText()), deadline: Nullable(CivilDate), serves: Nullable(ShortText()), measures: Type.Array(Measure) })),
    })),
    rules: Type.Array(Rule),
    waivers: Type.Array(Type.Object({ unit: ShortText(), reason: ShortText(2000), guardrails: LongText(2000), from: CivilDate, to: CivilDate })),
  })

type Given = {
  readonly strategies: readonly (Omit<UnitStrategy, 'id' | 'level' | 'unitId' | 'parentId' | 'objectives'> & { readonly key: string; readonly unit: string | null; readonly below: string | null; readonly objectives: readonly (Omit<UnitStrategy['objectives'][number], 'id' | 'contributions'> & { readonly key: string })[] })[]
  readonly rules: readonly ContributionRule[]
  readonly waivers: readonly (Omit<AutonomyWaiver, 'id' | 'unitId'> & { readonly unit: string })[]
}

/** Strategies of units as a version holds them. `idOf` gives what has a key its id; what an objective serves is one of the organisation, by its key, or one of the strategy above. */
export function unitStrategiesOf({ strategies, rules, waivers }: Given, initiatives: readonly Pick<InitiativeFacts, 'id' | 'name' | 'category' | 'unitName' | 'unitId' | 'current'>[], idOf: (key: string) => string): { readonly unitStrategies: readonly UnitStrategy[]; readonly waivers: readonly AutonomyWaiver[] } {
  const serving = Map.groupBy(contributionsBy(rules, initiatives), ({ objective }) => objective)
  // Publications write a department in several ways; the unit is that of its initiatives of today.
  const unitIds = new Map(initiatives.filter(({ current }) => current).map((one) => [one.unitName?.toLowerCase(), one.unitId]))
  const unitId = (name: string): string => {
    const id = unitIds.get(name.toLowerCase()) ?? undefined
    invariant(id !== undefined, `the example has the unit ${name}`)
    return id
  }
  return {
    unitStrategies: strategies.map(({ key, name, intent, unit, below, weights, objectives }): UnitStrategy => ({
      id: idOf(key), name, intent, level: unit === null ? 'functional' : 'unit', unitId: unit === null ? null : unitId(unit), parentId: below === null ? null : idOf(below), weights,
      objectives: objectives.map(({ key: own, statement, description, weight, owner, deadline, serves }) => ({
        id: idOf(own), statement, description, weight, owner, deadline, serves: serves === null || below === null ? serves : idOf(serves),
        contributions: (serving.get(own) ?? []).map(({ initiativeId, contribution, rationale }) => ({ initiativeId, contribution, rationale })),
      })),
    })),
    waivers: waivers.map(({ unit, ...waiver }, at) => ({ ...waiver, id: idOf(`waiver ${at} of ${unit}`), unitId: unitId(unit) })),
  }
}

/** Strategies of units without some objectives, the shares of the others scaled to 1. */
export const withoutUnitObjectives = <S extends UnitStrategy>(strategies: readonly S[], statements: readonly string[]): S[] =>
  strategies.map((one) => {
    const objectives = one.objectives.filter(({ statement }) => !statements.includes(statement))
    if (objectives.length === one.objectives.length) return one
    const whole = new Map(wholeWeights(objectives.map(({ id, weight }) => ({ id, share: weight }))).map(({ id, units }) => [id, units / 1e8]))
    return { ...one, objectives: objectives.map((objective) => ({ ...objective, weight: whole.get(objective.id) ?? 0 })) }
  })
