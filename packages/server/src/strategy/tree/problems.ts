import type { DraftProblem, VersionContent } from '@throughline/contract/strategy'
import { sumToOne, treeIssues, weightSum, type TreeIssue } from '@throughline/engine/strategy'
import { unreachable } from '@throughline/engine/kernel'
import { treeNodes } from './nodes.ts'

type Content = Pick<VersionContent, 'objectives' | 'units' | 'unitStrategies'>

/** Everything that is wrong with strategies of units and functions, at once: circles, retired parents, sums, units that are said twice. `name` quotes an objective of the organisation. */
export function treeProblems({ objectives, units, unitStrategies }: Content, name: (key: string) => string): readonly DraftProblem[] {
  const named = new Map(unitStrategies.map((one) => [one.id, one.name]))
  const statements = new Map(unitStrategies.flatMap((one) => one.objectives.map(({ id, statement }) => [id, statement] as const)))
  const words = (issue: TreeIssue): DraftProblem => issueProblem(issue, (id) => named.get(id) ?? id, (id) => (statements.has(id) ? `“${statements.get(id) ?? ''}”` : name(id)))
  const weighed = new Set(units.filter(({ weights }) => weights === 'local').map(({ unitId }) => unitId))
  const byUnit = Map.groupBy(unitStrategies.filter(({ unitId }) => unitId !== null), ({ unitId }) => unitId ?? '')
  return [
    ...treeIssues(treeNodes({ id: 'root', name: '', objectives }, unitStrategies)).map(words),
    ...unitStrategies.flatMap(({ id, name: own, weights, objectives: below }) => {
      const shares = below.map(({ weight }) => weight)
      return weights === 'local' && below.length > 0 && !sumToOne(shares) ? [{ code: 'unit_weights_not_one', ids: [id], words: `The weights of ${own} sum to ${weightSum(shares)}; expected 1.` }] : []
    }),
    ...unitStrategies.flatMap(({ id, name: own, level, unitId }) => (level === 'unit' && unitId === null ? [{ code: 'unit_missing', ids: [id], words: `${own} is the strategy of a unit, and names none.` }] : [])),
    ...unitStrategies.flatMap(({ id, name: own, objectives: below }) => [...Map.groupBy(below, ({ statement }) => statement.toLowerCase()).values()].filter(({ length }) => length > 1).map((same) => ({ code: 'statement_twice', ids: [id, ...same.map((one) => one.id)], words: `The objective “${same[0]?.statement ?? ''}” is in ${own} ${same.length} times; expected each once.` }))),
    ...[...byUnit].flatMap(([unitId, own]) => (own.length > 1 ? [{ code: 'unit_twice', ids: [unitId, ...own.map(({ id }) => id)], words: `${own.map((one) => one.name).join(' and ')} are strategies of one unit; expected one.` }] : [])),
    ...[...byUnit].flatMap(([unitId, own]) => (weighed.has(unitId) ? [{ code: 'unit_weighed_twice', ids: [unitId], words: `The unit of ${own[0]?.name ?? ''} weighs by its own strategy, and by shares beside it; expected one of them.` }] : [])),
  ]
}

/** What is wrong with a tree, in words. */
export function issueProblem(issue: TreeIssue, strategyName: (id: string) => string, objectiveName: (id: string) => string): DraftProblem {
  switch (issue.code) {
    case 'strategy_parent_unknown':
      return { code: 'unit_parent_unknown', ids: [issue.strategyId, issue.parentId], words: `${strategyName(issue.strategyId)} stands below a strategy that is not in this version.` }
    case 'strategy_cycle':
      return { code: 'unit_cycle', ids: [...issue.strategyIds], words: `${issue.strategyIds.map(strategyName).join(' stands below ')} stands below ${strategyName(issue.strategyIds[0] ?? '')}: a circle.` }
    case 'objective_parent_unknown':
    case 'objective_detached':
      return { code: 'unit_parent_retired', ids: [issue.objectiveId, issue.serves], words: `${objectiveName(issue.objectiveId)} serves ${objectiveName(issue.serves)}, which is not in the strategy above it.` }
    default:
      return unreachable(issue)
  }
}
