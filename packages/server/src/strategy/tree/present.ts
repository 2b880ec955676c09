import type { AutonomyWaiver, StrategyTree, TreeStrategy, VersionContent } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { known, notApplicable, type CivilDate } from '@throughline/engine/kernel'
import { arrivedWeight, effectiveWeights, explainEffectiveWeight, servedBy, sharedWeights, treeIssues, waivedUnits, waiverState, type StrategyNode } from '@throughline/engine/strategy'
import type { Measured } from './measured.ts'
import { treeNodes, type TreeRoot } from './nodes.ts'
import { ownWeights } from './own-weights.ts'
import { issueProblem } from './problems.ts'

export type TreeSources = {
  readonly version: StrategyTree['version']
  readonly draftId: string | null
  readonly content: VersionContent
  /** Objectives that an earlier version had and this one has not. */
  readonly retired: NonNullable<TreeRoot['retired']>
  /** What the objectives are measured by. */
  readonly measured: Measured
  readonly initiatives: readonly InitiativeFacts[]
  readonly unitNames: ReadonlyMap<string, string>
  readonly today: CivilDate
}

/** The tree of strategies of a version as it travels. */
export function presentTree({ version, draftId, content, retired, measured, initiatives, unitNames, today }: TreeSources): StrategyTree {
  const nodes = treeNodes({ id: version.id, name: content.name, objectives: content.objectives, retired }, content.unitStrategies)
  const present = new Map(initiatives.filter(({ current }) => current).map((one) => [one.id, one]))
  const weightIn = ownWeights(nodes, content.unitStrategies)
  const strategies = [root(nodes, content, present, measured), ...content.unitStrategies.map((one) => below(one, nodes, { present, measured, weightIn, unitNames, waived: waivedUnits(content.waivers, today), parentId: one.parentId ?? version.id }))]
  const statements = new Map(nodes.flatMap(({ objectives }) => objectives.map(({ id, statement }) => [id, statement] as const)))
  const named = new Map(nodes.map(({ id, name }) => [id, name]))
  const taken = servedBy(nodes)
  return toWire({
    version, draftId, strategies,
    waivers: content.waivers.map((waiver: AutonomyWaiver) => ({ waiver, unit: unitNames.get(waiver.unitId) ?? '', state: waiverState(waiver, today) })),
    issues: treeIssues(nodes).map((issue) => issueProblem(issue, (id) => named.get(id) ?? id, (id) => `“${statements.get(id) ?? id}”`)),
    untaken: content.unitStrategies.length === 0 ? [] : content.objectives.filter(({ key }) => !taken.has(key)).map(({ key }) => key),
    unserved: content.unitStrategies.flatMap(({ objectives }) => objectives.filter(({ contributions }) => !contributions.some(({ initiativeId, contribution }) => contribution > 0 && present.has(initiativeId))).map(({ id }) => id)),
  }) as unknown as StrategyTree
}

type Present = ReadonlyMap<string, InitiativeFacts>

function root(nodes: readonly StrategyNode[], { objectives, contributions, mission }: VersionContent, present: Present, measured: Measured): TreeStrategy {
  const [node, taken, why] = [nodes[0], servedBy(nodes), explainEffectiveWeight(nodes)]
  const helping = Map.groupBy(contributions.filter(({ contribution, initiativeId }) => contribution > 0 && present.has(initiativeId)), ({ key }) => key)
  return {
    ...measured.compositeOf(node?.name ?? '', new Map(objectives.map(({ id, weight }) => [id, weight]))),
    id: node?.id ?? '', name: node?.name ?? '', intent: mission, level: 'corporate', unitId: null, unit: null, parentId: null, weights: 'local', arrived: known(1), shared: [], waived: false,
    objectives: objectives.map(({ id, key, statement, description, owner, deadline, weight }) => ({ id: key, statement, description, owner, deadline, weight, effective: toWire(why(key)), serves: null, servedBy: [...(taken.get(key) ?? [])], detached: false, attainment: measured.attainmentOf(id), measures: [], served: [], initiatives: helping.get(key)?.length ?? 0 })),
  }
}

type Around = { readonly present: Present; readonly measured: Measured; /** How each strategy weighs its own objectives. */ readonly weightIn: ReadonlyMap<string, number>; readonly unitNames: ReadonlyMap<string, string>; readonly waived: ReadonlySet<string>; readonly parentId: string }

function below({ id, name, intent, level, unitId, weights, objectives }: VersionContent['unitStrategies'][number], nodes: readonly StrategyNode[], { present, measured, weightIn, unitNames, waived, parentId }: Around): TreeStrategy {
  const [taken, why] = [servedBy(nodes), explainEffectiveWeight(nodes)]
  const detached = new Set(treeIssues(nodes).flatMap((issue) => ('objectiveId' in issue ? [issue.objectiveId] : [])))
  const weighed = effectiveWeights(nodes).some(({ strategyId, weight }) => strategyId === id && weight.status === 'ok')
  return {
    ...measured.compositeOf(name, new Map(objectives.map((one) => [one.id, weightIn.get(one.id) ?? 0]))),
    id, name, intent, level, unitId, unit: unitId === null ? null : (unitNames.get(unitId) ?? ''), parentId, weights, arrived: weighed ? known(arrivedWeight(nodes, id)) : notApplicable, shared: [...sharedWeights(nodes, id).top].map(([key, weight]) => ({ key, weight })), waived: unitId !== null && waived.has(unitId),
    objectives: objectives.map(({ id: own, statement, description, owner, deadline, weight, serves, contributions }) => {
      const served = contributions.flatMap(({ initiativeId, contribution }) => {
        const initiative = present.get(initiativeId)
        return initiative ? [{ initiative: { id: initiativeId, key: initiative.key, name: initiative.name }, contribution }] : []
      })
      return { id: own, statement, description, owner, deadline, weight, effective: toWire(why(own)), serves, servedBy: [...(taken.get(own) ?? [])], detached: detached.has(own), attainment: measured.attainmentOf(own), measures: measured.measuresOf(own), served: served.toSorted((a, b) => b.contribution - a.contribution || (a.initiative.name < b.initiative.name ? -1 : 1)), initiatives: served.filter(({ contribution }) => contribution > 0).length }
    }),
  }
}
