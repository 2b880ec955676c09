import type { InitiativeFacts } from '@throughline/engine/demand'
import type { CivilDate } from '@throughline/engine/kernel'
import { noFacts, waivedUnits, type CoherenceFacts, type CoherenceInitiative, type Influence, type Target } from '@throughline/engine/strategy'
import type { AutonomyWaiver, UnitStrategy, UnitWeights, VersionLink } from '@throughline/contract/strategy'
import type { Selectable } from 'kysely'
import { everyMeasure, factsOf, unitOf, type StoredStrategy } from '../store.ts'
import { treeNodes } from '../tree/nodes.ts'
import { standingOf } from '../versions/case.ts'
import { ownWeights } from '../tree/own-weights.ts'
import type { MeasureTable } from '../tables.ts'
import { attributesOf, groundFacts } from '../grounds/facts.ts'
import type { StoredGround } from '../grounds/store.ts'
import type { RequiredBy } from './source.ts'

export type Elsewhere = Pick<CoherenceFacts, 'limits' | 'demands' | 'benefits'> & { readonly requirements: readonly RequiredBy[] }

/** Beside the strategy in force: its causal links, the units that weigh it by themselves, and the day on which leave is looked at. */
export type Around = { readonly links: readonly VersionLink[]; readonly unitNames: ReadonlyMap<string, string>; /** The unit that each stands below. */ readonly unitParents: ReadonlyMap<string, string | null>; /** What objectives said that an earlier version had, by their key. */ readonly earlier?: ReadonlyMap<string, string>; readonly today: CivilDate; /** What other rooms keep of it. */ readonly elsewhere?: Elsewhere; /** Policies, rewards and what becomes of assets, and the currency of their amounts. */ readonly grounds?: { readonly kept: readonly StoredGround[]; readonly currency: { readonly code: string; readonly parts: number } } }

/** What the thirteen rules look at, from the strategy in force and the initiatives of the current portfolio. */
export function coherenceFacts(stored: StoredStrategy, initiatives: readonly InitiativeFacts[], { links, unitNames, unitParents, earlier, today, elsewhere, grounds }: Around): CoherenceFacts {
  const { contributions } = factsOf(stored)
  const ids = new Map(stored.objectives.map(({ stable_key, id }) => [stable_key, id]))
  const units = (stored.inForce.units as readonly UnitWeights[]).filter(({ weights }) => weights === 'local')
  const below = stored.inForce.unit_strategies as readonly UnitStrategy[]
  const strategyOf = new Map(below.flatMap((one) => one.objectives.map(({ id }) => [id, one] as const)))
  const linksOf = Map.groupBy(contributions, ({ initiativeId }) => initiativeId)
  // What was closed or stopped works against nothing any more.
  const going = initiatives.filter((one) => one.current && standingOf(one) !== null).map((one) => initiativeOf(one, linksOf.get(one.id) ?? []))
  return {
    ...noFacts, ...(grounds ? groundFacts(grounds.kept, going, grounds.currency) : {}), limits: elsewhere?.limits ?? [], demands: elsewhere?.demands ?? [], benefits: elsewhere?.benefits ?? [],
    requirements: (elsewhere?.requirements ?? []).flatMap(({ objectiveKey, ...one }) => { const objectiveId = ids.get(objectiveKey); return objectiveId === undefined ? [] : [{ ...one, objectiveId }] }),
    strategies: [{ id: stored.inForce.id, name: stored.strategy.name, unitId: null, parentId: null }, ...units.map(({ unitId }) => ({ id: unitId, name: unitNames.get(unitId) ?? 'A unit', unitId, parentId: stored.inForce.id })), ...below.map(({ id, name, unitId, parentId }) => ({ id, name, unitId, parentId: parentId ?? stored.inForce.id }))],
    objectives: [
      ...stored.objectives.map(({ id, statement, owner, weight, parent_key }) => ({ id, name: statement, strategyId: stored.inForce.id, owner, parentId: parent_key === null ? null : (ids.get(parent_key) ?? null), retired: false, weight: Number(weight) })),
      ...units.flatMap(({ unitId, shares }) => shares.flatMap(({ key, weight }) => {
        const served = stored.objectives.find(({ stable_key }) => stable_key === key)
        return served ? [{ id: `${unitId} ${served.id}`, name: served.statement, strategyId: unitId, owner: unitNames.get(unitId) ?? 'The unit', parentId: served.id, retired: false, weight }] : []
      })),
      ...belowObjectives(stored, below, ids, earlier),
    ],
    influences: links.flatMap((link) => influencesOf(link, stored, ids)),
    waivedUnitIds: waivedUnits(stored.inForce.waivers as readonly AutonomyWaiver[], today),
    measures: everyMeasure(stored).map((row) => ({ id: row.id, name: row.name, identity: identityOf(row), unit: unitOf(row.unit), keptBy: strategyOf.get(row.objective_id)?.id ?? null })),
    // A target of a unit holds in the unit, and within that of the organisation; that of a function holds everywhere.
    targets: everyMeasure(stored).flatMap((row) => targetOf(row, stored, strategyOf.get(row.objective_id)?.unitId ?? null)),
    units: [...unitParents].map(([id, parentId]) => ({ id, parentId })),
    initiatives: going,
  }
}

/** Objectives of units and functions. What they inherit sums to what arrives, not to 1, so it is scaled to what the rules look at: how the unit weighs. One whose parent was retired serves what is gone. */
function belowObjectives(stored: StoredStrategy, below: readonly UnitStrategy[], ids: ReadonlyMap<string, string>, earlier: Around['earlier']): CoherenceFacts['objectives'] {
  const nodes = treeNodes({ id: stored.inForce.id, name: stored.strategy.name, objectives: stored.objectives.map(({ stable_key: key, statement, weight }) => ({ key, statement, weight: Number(weight) })) }, below)
  const weightIn = ownWeights(nodes, below)
  const own = new Set(below.flatMap(({ objectives }) => objectives.map(({ id }) => id)))
  const gone = new Set(below.flatMap(({ objectives }) => objectives.flatMap(({ serves }) => (serves === null || ids.has(serves) || own.has(serves) ? [] : [serves]))))
  return [
    ...below.flatMap(({ id: strategyId, objectives }) => objectives.map(({ id, statement, owner, serves }) => ({ id, name: statement, strategyId, owner, parentId: serves === null ? null : (ids.get(serves) ?? serves), retired: false, weight: weightIn.get(id) ?? 0 }))),
    ...[...gone].map((id) => ({ id, name: earlier?.get(id) ?? 'an earlier objective', strategyId: stored.inForce.id, owner: null, parentId: null, retired: true, weight: 0 })),
  ]
}

/**
 * A link between objectives as influences between their measures. The link speaks of getting better, a measure of going up: where lower is
 * better the sign turns. What is kept within a band goes neither way.
 */
function influencesOf({ id, from, to, polarity }: VersionLink, { measures }: StoredStrategy, ids: ReadonlyMap<string, string>): readonly Influence[] {
  const of = (key: string) => measures.filter(({ objective_id, direction }) => objective_id === ids.get(key) && (direction === 'higher' || direction === 'lower'))
  return of(from).flatMap((cause) => of(to).map((effect): Influence => ({ id, from: identityOf(cause), to: identityOf(effect), sign: (polarity === 'same') === (cause.direction === effect.direction) ? 1 : -1, elasticity: null })))
}

/** One definition in one unit is one measure, whatever it is called; without a definition the name is all there is. */
const identityOf = ({ unit, definition, name }: Selectable<MeasureTable>): string => `${unit} ${(definition.trim() || name).trim().toLowerCase().replace(/\s+/g, ' ')}`

/** The target of a measure while it is being worked towards: from its baseline to the day it is due. */
function targetOf(row: Selectable<MeasureTable>, { actuals }: StoredStrategy, scope: string | null): readonly Target[] {
  if (row.due_on === null) return []
  const way = { id: row.id, objectiveId: row.objective_id, measureId: row.id, scope, from: row.baseline_on ?? '0001-01-01', to: row.due_on }
  const latest = actuals.filter(({ measure_id }) => measure_id === row.id).at(-1)
  const current = latest ? Number(latest.value) : row.baseline === null ? null : Number(row.baseline)
  if (row.direction === 'range' || row.direction === 'maintain') return row.band_low === null || row.band_high === null ? [] : [{ ...way, low: Number(row.band_low), high: Number(row.band_high), direction: 'hold', current }]
  if (row.target === null) return []
  return row.direction === 'higher' ? [{ ...way, low: Number(row.target), high: null, direction: 'higher', current }] : [{ ...way, low: null, high: Number(row.target), direction: 'lower', current }]
}

const underWay: readonly InitiativeFacts['state'][] = ['approved', 'active', 'on_hold', 'closing']

function initiativeOf(one: InitiativeFacts, links: readonly { readonly objectiveId: string; readonly contribution: number }[]): CoherenceInitiative {
  return {
    id: one.id, name: one.name, unitId: one.unitId, standing: one.mandatory ? 'mandatory' : underWay.includes(one.state) ? 'committed' : 'candidate',
    from: one.startOn, to: one.endOn, finish: null, costToGo: one.cost.status === 'ok' ? Number(one.cost.value.minor) : 0, attributes: attributesOf(one),
    contributions: links.map(({ objectiveId, contribution }) => ({ objectiveId, contribution, accepted: false })), effects: [],
  }
}

/** Rules that nothing is recorded for yet, with what they need. */
export const needsOf = {
  'X-3': 'Causal links between objectives that are measured', 'X-5': 'What initiatives need of assets and what they change of them', 'X-6': 'Pools of people with their capacity, and what initiatives in the plan need of them', 'X-7': 'Benefits of initiatives, and what they lead to',
  'X-8': 'Strategic milestones of objectives, with the initiatives that they require', 'X-9': 'Strategies of units below this one', 'X-10': 'Rewards that are tied to measures, and causal links between objectives', 'X-11': 'Policies that initiatives must keep',
} as const

/** Which of these rules have something to look at. */
export const checkedBy = (facts: CoherenceFacts): ReadonlySet<keyof typeof needsOf> =>
  new Set([...(facts.influences.length > 0 ? ['X-3' as const] : []), ...(facts.limits.length > 0 ? ['X-6' as const] : []), ...(facts.benefits.length > 0 ? ['X-7' as const] : []), ...(facts.requirements.length > 0 ? ['X-8' as const] : []), ...(facts.strategies.length > 1 ? ['X-9' as const] : []), ...(facts.assetNeeds.length > 0 && facts.assetChanges.length > 0 ? ['X-5' as const] : []), ...(facts.rewards.length > 0 && facts.influences.length > 0 ? ['X-10' as const] : []), ...(facts.policies.length > 0 ? ['X-11' as const] : [])])
