import { noFacts, type CoherenceFacts, type CoherenceInitiative, type CoherenceObjective, type Target } from '../facts.ts'
import type { Witness, WitnessKind } from '../finding.ts'

/** An initiative that does nothing to anybody, with what a case changes. */
export const initiative = (id: string, more: Partial<CoherenceInitiative> = {}): CoherenceInitiative => ({
  id, name: id, unitId: null, standing: 'committed', from: '2026-01-01', to: '2026-12-31', finish: null, costToGo: 0, attributes: {}, contributions: [], effects: [], ...more,
})
/** An objective of the corporate strategy that Ada owns, with what a case changes. */
export const objective = (id: string, weight: number, more: Partial<CoherenceObjective> = {}): CoherenceObjective => ({ id, name: id, strategyId: 'corporate', owner: 'Ada', parentId: null, retired: false, weight, ...more })
/** A target for the whole organisation during 2026, with what a case changes. */
export const target = (id: string, objectiveId: string, measureId: string, more: Partial<Target> = {}): Target => ({
  id, objectiveId, measureId, scope: null, from: '2026-01-01', to: '2027-01-01', low: null, high: null, direction: 'higher', current: null, ...more,
})

/** A model in which everything agrees: a corporate strategy, a unit below it, money where the priorities are. */
export const consistent: CoherenceFacts = {
  ...noFacts,
  strategies: [{ id: 'corporate', name: 'Corporate', unitId: null, parentId: null }, { id: 'plant', name: 'Plant', unitId: 'plant', parentId: 'corporate' }],
  objectives: [
    objective('lean', 0.6), objective('happy', 0.4),
    objective('lean plant', 0.7, { strategyId: 'plant', parentId: 'lean' }), objective('happy plant', 0.3, { strategyId: 'plant', parentId: 'happy' }),
  ],
  measures: [
    { id: 'stock', name: 'Inventory days', identity: '#stock', unit: 'day' }, { id: 'service', name: 'Service level', identity: '#service', unit: 'percent' }, { id: 'cost', name: 'Cost', identity: '#cost', unit: 'gbp_million' },
  ],
  targets: [target('stock 30', 'lean', 'stock', { high: 30, direction: 'lower', current: 40 }), target('service 97', 'happy plant', 'service', { scope: 'plant', low: 97, current: 95 })],
  initiatives: [
    initiative('lean line', { unitId: 'plant', costToGo: 65, contributions: [{ objectiveId: 'lean', contribution: 0.5, accepted: false }, { objectiveId: 'lean plant', contribution: 0.5, accepted: false }], finish: { p50: '2026-06-01', p80: '2026-09-01' } }),
    initiative('good service', { unitId: 'plant', costToGo: 35, contributions: [{ objectiveId: 'happy', contribution: 0.5, accepted: false }, { objectiveId: 'happy plant', contribution: 0.5, accepted: false }], attributes: { supplier: 'Acme', months: 10 } }),
  ],
  assets: [{ id: 'hall', name: 'Hall 1' }],
  assetNeeds: [{ initiativeId: 'lean line', assetId: 'hall', state: 'running', from: '2026-03-01', to: '2026-05-01' }],
  assetChanges: [{ initiativeId: 'good service', assetId: 'hall', state: 'closed', on: '2026-05-01' }],
  limits: [{ id: 'budget', name: 'the budget of 2026', amount: 100 }],
  demands: [{ limitId: 'budget', initiativeId: 'lean line', amount: 60 }, { limitId: 'budget', initiativeId: 'good service', amount: 40 }],
  pools: [{ id: 'pool', name: 'Cost per call', forecast: 100 }],
  claims: [{ id: 'one', name: 'One', poolId: 'pool', amount: 60 }, { id: 'two', name: 'Two', poolId: 'pool', amount: 40 }],
  benefits: [{ id: 'skill', name: 'Skill', counted: false, leadsTo: ['time'] }, { id: 'time', name: 'Handling time', counted: true, leadsTo: [] }],
  requirements: [{ objectiveId: 'lean', initiativeId: 'lean line', deadline: '2026-09-01' }],
  policies: [{ id: 'short', name: 'Short projects', attribute: 'months', rule: 'at_most', value: 12, from: '2026-01-01', to: '2027-01-01' }],
  units: [{ id: 'plant', parentId: null }],
}

const fields: Readonly<Record<WitnessKind, keyof CoherenceFacts>> = {
  strategy: 'strategies', objective: 'objectives', measure: 'measures', target: 'targets', influence: 'influences', reward: 'rewards', initiative: 'initiatives',
  asset: 'assets', limit: 'limits', pool: 'pools', claim: 'claims', benefit: 'benefits', policy: 'policies',
}

/** The facts with nothing but these elements of the kinds that `of` names; what is of other kinds stays. */
export function restricted(facts: CoherenceFacts, of: readonly Witness[], kept: readonly Witness[]): CoherenceFacts {
  const changes = [...new Set(of.map(({ kind }) => kind))].map((kind) => {
    const ids = new Set(kept.filter((one) => one.kind === kind).map(({ id }) => id))
    const items = facts[fields[kind]] as readonly { readonly id: string }[]
    return [fields[kind], items.filter(({ id }) => ids.has(id))] as const
  })
  return { ...facts, ...Object.fromEntries(changes) }
}
