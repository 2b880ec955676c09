import type { ChosenAction, DraftProblem } from '@throughline/contract/strategy'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { unreachable } from '@throughline/engine/kernel'
import { cyclesOf, sumToOne, versionDifference, weightSum, type DifferenceRefusal, type Mapping, type StrategyVersion } from '@throughline/engine/strategy'
import { standingOf } from './case.ts'
import { treeProblems } from '../tree/problems.ts'
import { comparedVersion, type DraftContent, type StrategyDocument } from './content.ts'
import { measuredObjectives } from './measures.ts'

/** Everything that keeps a draft from being sent, at once: what it says, how it compares with the version in force, and what is to become of initiatives. */
export function draftProblems(document: Pick<StrategyDocument, 'content' | 'actions' | 'settings'>, compared: { readonly before: StrategyVersion; readonly after: StrategyVersion; readonly mappings: readonly Mapping[] }, initiatives: ReadonlyMap<string, InitiativeFacts>): readonly DraftProblem[] {
  const statements = new Map([...compared.before.objectives, ...compared.after.objectives].map(({ key, statement }) => [key, statement]))
  // Weights that do not sum to 1 are told by themselves, and keep nothing else from being told.
  const difference = versionDifference(compared.before, comparedVersion(compared.after, document.content, true), compared.mappings)
  return [
    ...contentProblems(document.content, statements),
    ...(difference.ok || difference.refusal.code === 'weights_not_one' ? [] : [refusalProblem(difference.refusal, (key) => statements.get(key) ?? key)]),
    ...document.actions.flatMap((action) => actionProblems(action, initiatives.get(action.initiativeId))),
    ...document.settings.constraints.flatMap((constraint) => ('limit' in constraint && constraint.limit <= 0 ? [{ code: 'capacity_zero', ids: [], words: `A limit of ${constraint.limit} leaves room for nothing; expected more than 0.` }] : [])),
  ]
}

function contentProblems({ objectives, units, waivers, unitStrategies }: DraftContent, statements: ReadonlyMap<string, string>): readonly DraftProblem[] {
  const keys = new Set(objectives.map(({ key }) => key))
  const name = (key: string): string => `“${statements.get(key) ?? key}”`
  const weights = objectives.map(({ weight }) => weight)
  const measured = measuredObjectives({ objectives, unitStrategies })
  const twice = [...Map.groupBy(objectives, ({ statement }) => statement.toLowerCase()).values()].filter(({ length }) => length > 1)
  return [
    ...(objectives.length === 0 ? [{ code: 'objectives_none', ids: [], words: 'The version has no objectives.' }] : []),
    ...(objectives.length > 0 && !sumToOne(weights) ? [{ code: 'weights_not_one', ids: [...keys], words: `The weights sum to ${weightSum(weights)}; expected 1.` }] : []),
    ...twice.map((same) => ({ code: 'statement_twice', ids: same.map(({ key }) => key), words: `The objective “${same[0]?.statement ?? ''}” is there ${same.length} times; expected each once.` })),
    ...objectives.flatMap(({ key, parentKey }) => (parentKey === null || keys.has(parentKey) ? [] : [{ code: 'parent_retired', ids: [key, parentKey], words: `${name(key)} serves ${name(parentKey)}, which is not in this version.` }])),
    ...cyclesOf(objectives.map(({ key, parentKey }) => ({ id: key, parentId: parentKey }))).map((cycle) => ({ code: 'objective_cycle', ids: [...cycle], words: `${cycle.map(name).join(' serves ')} serves ${name(cycle[0] ?? '')}: a circle.` })),
    ...measured.flatMap(({ measures }) => measures.flatMap(({ id, name: called, target: { baselineOn, dueOn } }) => (baselineOn !== null && dueOn !== null && dueOn <= baselineOn ? [{ code: 'due_before_baseline', ids: [id], words: `${called} is due on ${dueOn}; expected a day after its baseline of ${baselineOn}.` }] : []))),
    ...measured.flatMap(({ measures }) => measures.flatMap(({ id, name: called, direction, band }) => ((direction === 'range' || direction === 'maintain') && (band === null || Number(band.low) > Number(band.high)) ? [{ code: 'band_unsound', ids: [id], words: `${called} is to stay within a band, and its band does not hold.` }] : []))),
    ...units.flatMap(({ unitId, weights: how, shares }) => {
      if (how === 'inherited') return []
      const gone = shares.filter(({ key }) => !keys.has(key))
      if (gone.length > 0) return [{ code: 'unit_weighs_retired', ids: [unitId, ...gone.map(({ key }) => key)], words: `A unit weighs ${gone.map(({ key }) => name(key)).join(', ')}, not in this version.` }]
      return sumToOne(shares.map(({ weight }) => weight)) ? [] : [{ code: 'unit_weights_not_one', ids: [unitId], words: `The weights of a unit sum to ${weightSum(shares.map(({ weight }) => weight))}; expected 1.` }]
    }),
    ...treeProblems({ objectives, units, unitStrategies }, name),
    ...waivers.flatMap(({ id, from, to }) => (from < to ? [] : [{ code: 'waiver_unsound', ids: [id], words: `A waiver ends on ${to}; expected a day after its beginning, ${from}.` }])),
  ]
}

/** Why two versions cannot be compared, in words. */
export function refusalProblem(refusal: DifferenceRefusal, nameOf: (key: string) => string): DraftProblem {
  const quoted = (keys: readonly string[]): string => keys.map((key) => `“${nameOf(key)}”`).join(', ')
  switch (refusal.code) {
    case 'weights_not_one':
      return { code: refusal.code, ids: [], words: `The weights sum to ${refusal.found}; expected 1.` }
    case 'key_twice':
      return { code: refusal.code, ids: [refusal.key], words: `${quoted([refusal.key])} is in the version twice.` }
    case 'mapping_unknown':
      return { code: refusal.code, ids: [refusal.key], words: `What is said of ${quoted([refusal.key])} names an objective that is not in that version.` }
    case 'mapped_twice':
      return { code: refusal.code, ids: [refusal.key], words: `Two things are said of ${quoted([refusal.key])}, or it is said to be gone while it stays.` }
    case 'weight_not_released':
      return { code: refusal.code, ids: [refusal.key], words: `${quoted([refusal.key])} is retired and hands on ${refusal.found / 1e8} of its weight; expected ${refusal.expected / 1e8}, to named objectives.` }
    case 'objectives_unmatched':
      return { code: refusal.code, ids: [...refusal.before, ...refusal.after], words: `Nobody said what became of ${quoted([...refusal.before, ...refusal.after])}: retired, added, merged or split.` }
    default:
      return unreachable(refusal)
  }
}

function actionProblems(action: ChosenAction, facts: InitiativeFacts | undefined): readonly DraftProblem[] {
  const { initiativeId, kind } = action
  const problem = (words: string) => [{ code: 'action_unsound', ids: [initiativeId], words }]
  const standing = facts?.current ? standingOf(facts) : null
  if (!facts || standing === null) return problem(`${facts?.name ?? 'An initiative'} is not in the portfolio any more, and the draft proposes to ${kind} it.`)
  if (kind === 'start' && standing === 'running') return problem(`${facts.name} runs already and cannot be started.`)
  if (kind !== 'start' && kind !== 'stop' && standing !== 'running') return problem(`${facts.name} does not run; only start or stop can be proposed for it.`)
  if ((kind === 'stop' || kind === 'pause') && facts.mandatory) return problem(`${facts.name} is mandatory; the draft proposes to ${kind} it.`)
  const [startOn, endOn] = [action.startOn ?? facts.startOn, action.endOn ?? facts.endOn]
  return startOn !== null && endOn !== null && endOn < startOn ? problem(`${facts.name} would end on ${endOn}, before its start on ${startOn}.`) : []
}
