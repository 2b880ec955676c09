import type { InitiativeFacts } from '@throughline/engine/demand'
import { noFacts, type CoherenceFacts, type CoherenceInitiative, type Target } from '@throughline/engine/strategy'
import type { Selectable } from 'kysely'
import { factsOf, unitOf, type StoredStrategy } from '../store.ts'
import type { MeasureTable } from '../tables.ts'

/** What the thirteen rules look at, from the strategy in force and the initiatives of the current portfolio. */
export function coherenceFacts(stored: StoredStrategy, initiatives: readonly InitiativeFacts[]): CoherenceFacts {
  const { contributions } = factsOf(stored)
  const linksOf = Map.groupBy(contributions, ({ initiativeId }) => initiativeId)
  return {
    ...noFacts,
    strategies: [{ id: stored.inForce.id, name: stored.strategy.name, unitId: null, parentId: null }],
    objectives: stored.objectives.map(({ id, statement, owner, weight }) => ({ id, name: statement, strategyId: stored.inForce.id, owner, parentId: null, retired: false, weight: Number(weight) })),
    measures: stored.measures.map((row) => ({ id: row.id, name: row.name, identity: identityOf(row), unit: unitOf(row.unit) })),
    targets: stored.measures.flatMap((row) => targetOf(row, stored)),
    initiatives: initiatives.filter(({ current }) => current).map((one) => initiativeOf(one, linksOf.get(one.id) ?? [])),
  }
}

/** One definition in one unit is one measure, whatever it is called; without a definition the name is all there is. */
const identityOf = ({ unit, definition, name }: Selectable<MeasureTable>): string => `${unit} ${(definition.trim() || name).trim().toLowerCase().replace(/\s+/g, ' ')}`

/** The target of a measure while it is being worked towards: from its baseline to the day it is due. */
function targetOf(row: Selectable<MeasureTable>, { actuals }: StoredStrategy): readonly Target[] {
  if (row.due_on === null) return []
  const way = { id: row.id, objectiveId: row.objective_id, measureId: row.id, scope: null, from: row.baseline_on ?? '0001-01-01', to: row.due_on }
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
    from: one.startOn, to: one.endOn, finish: null, costToGo: one.cost.status === 'ok' ? Number(one.cost.value.minor) : 0, attributes: {},
    contributions: links.map(({ objectiveId, contribution }) => ({ objectiveId, contribution, accepted: false })), effects: [],
  }
}

/** Rules that nothing is recorded for yet, with what they need. */
export const needsOf = {
  'X-3': 'Causal links between measures', 'X-5': 'What initiatives need of assets and what they change of them', 'X-6': 'Limits of budgets and skills by period', 'X-7': 'Claims on the movement of measures, beside the strategy',
  'X-8': 'Initiatives without which an objective is not reached, with their finish', 'X-9': 'Strategies of units below this one', 'X-10': 'Rewards that are tied to measures', 'X-11': 'Policies that initiatives must keep',
} as const
