import type { ChosenAction, DraftEdit, RecalibrationCase, StrategyVersionDetail } from '@throughline/contract/strategy'
import type { Action } from '@throughline/engine/portfolio'
import { weightUnits } from '@throughline/engine/strategy'

/**
 * Takes an objective out of the next version: its weight there goes to another, and what the version in force gave it is said to go there
 * too. One that only the draft has leaves without a word, with what was said of it.
 */
export function retired(version: StrategyVersionDetail, of: RecalibrationCase, key: string, to: string): Omit<DraftEdit, 'version'> {
  const before = of.before.objectives.find((one) => one.key === key)
  const own = of.after.objectives.find((one) => one.key === key)?.units ?? 0
  const weights = of.after.objectives.filter((one) => one.key !== key).map((one) => ({ key: one.key, weight: (one.units + (one.key === to ? own : 0)) / weightUnits }))
  const others = version.mappings.filter((mapping) => !('key' in mapping) || mapping.key !== key)
  return { retireObjectives: [key], weights, mappings: before ? [...others, { kind: 'retired', key, weight: before.units === 0 ? [] : [{ key: to, weight: before.units / weightUnits }] }] : others }
}

/** The actions of the draft after a choice: what was chosen before keeps its note and dates, what is new is as proposed. */
export function chosenOf(before: readonly ChosenAction[], proposed: readonly Action[], ids: readonly string[]): ChosenAction[] {
  const [kept, kinds] = [new Map(before.map((action) => [action.initiativeId, action])), new Map(proposed.map(({ initiativeId, kind }) => [initiativeId, kind]))]
  return ids.flatMap((initiativeId): readonly ChosenAction[] => {
    const [own, kind] = [kept.get(initiativeId), kinds.get(initiativeId)]
    if (own && (kind === undefined || own.kind === kind)) return [own]
    return kind === undefined ? [] : [{ initiativeId, kind }]
  })
}
