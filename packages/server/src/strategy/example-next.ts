import type { InitiativeFacts } from '@throughline/engine/demand'
import { carriedContributions, contributionOf, wholeWeights, type Mapping, type StrategyVersion } from '@throughline/engine/strategy'
import { contributionsBy, type RuledContribution, type StrategyFile } from './example-file.ts'

type Judged = Pick<InitiativeFacts, 'id' | 'name' | 'category' | 'unitName'>

/** The strategy of a file as a version that can be compared: weights in whole units, a measure known by its name. */
export function versionOfFile(file: StrategyFile, no: number): StrategyVersion {
  const units = new Map(wholeWeights(file.objectives.map(({ key, weight }) => ({ id: key, share: weight }))).map((one) => [one.id, one.units]))
  return {
    id: file.name, no,
    objectives: file.objectives.map(({ key, statement, owner, deadline, measures }) => ({
      key, statement, units: units.get(key) ?? 0, owner, deadline, parentKey: null,
      measures: measures.map(({ name, definition, unit, target, dueOn, baseline, baselineOn, tolerance }) => ({ id: name, identity: name, name, definition, unit, target: number(target), dueOn, baseline: number(baseline), baselineOn, tolerance: number(tolerance), low: null, high: null })),
    })),
  }
}

const number = (text: string | null): number | null => (text === null ? null : Number(text))

/** What became of the objectives of the version before, as the file of the next one says. */
export const mappingsOfFile = ({ became = [] }: StrategyFile): readonly Mapping[] => became

/**
 * What initiatives contribute under the next version of an example: objectives that it has rules for are judged anew, of the others the
 * contributions of the version before are carried over with their reasons.
 */
export function nextContributions(before: StrategyFile, after: StrategyFile, initiatives: readonly Judged[]): readonly RuledContribution[] {
  const [was, is, mappings] = [versionOfFile(before, 1), versionOfFile(after, 2), mappingsOfFile(after)]
  const judged = new Set(after.contributionRules.rules.map(({ objective }) => objective))
  const earlier = Map.groupBy(contributionsBy(before.contributionRules.rules, initiatives), ({ initiativeId }) => initiativeId)
  const carried = [...earlier].flatMap(([initiativeId, all]) => {
    const reasons = new Map(all.map(({ objective, rationale }) => [objective, rationale]))
    const contributions = carriedContributions(was, is, mappings, new Map(all.map(({ objective, contribution }) => [objective, contributionOf(contribution)])))
    return [...contributions].flatMap(([objective, units]): readonly RuledContribution[] =>
      judged.has(objective) ? [] : [{ initiativeId, objective, contribution: units / 1000, rationale: reasons.get(objective) ?? 'Carried over from the objective that this one was part of.' }])
  })
  return [...carried, ...contributionsBy(after.contributionRules.rules, initiatives)]
}
