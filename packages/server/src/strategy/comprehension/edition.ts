import { createHash } from 'node:crypto'
import type { BriefGoal, UnitStrategy } from '@throughline/contract/strategy'
import { editionText } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { everyMeasure, measureRows, readStored, type StoredStrategy } from '../store.ts'

/** The goals of the version in force, with the edition that they make. */
export type GoalsInForce = { readonly edition: string; readonly version: { readonly id: string; readonly no: number }; readonly goals: readonly BriefGoal[]; readonly stored: StoredStrategy }

/** Goals of the organisation by weight, then those of its units. */
export async function readGoals(tx: Tx, orgId: string): Promise<GoalsInForce> {
  const stored = (await readStored(tx)) ?? firstStrategy(orgId)
  const measures = Map.groupBy(measureRows(everyMeasure(stored), stored.measureLinks), ({ objective_id }) => objective_id)
  const own = stored.objectives.toSorted((a, b) => Number(b.weight) - Number(a.weight)).map(({ id, stable_key: key, statement, description, deadline }) => ({ id, key, statement, description, deadline, unit: null }))
  const below = (stored.inForce.unit_strategies as readonly UnitStrategy[]).flatMap(({ name: unit, objectives }) => objectives.map(({ id, statement, description, deadline }) => ({ id, key: id, statement, description, deadline, unit })))
  const goals = [...own, ...below].map(({ id, ...goal }) => ({ ...goal, measures: measures.get(id) ?? [] }))
  const text = editionText({ versionId: stored.inForce.id, goals: goals.map((goal) => ({ ...goal, measures: goal.measures.map(({ id, name, target, due_on: dueOn }) => ({ id, name, target, dueOn })) })) })
  return {
    edition: createHash('sha256').update(text).digest('hex'), version: { id: stored.inForce.id, no: stored.inForce.no },
    goals: goals.map((goal): BriefGoal => ({ ...goal, measures: goal.measures.map(({ name }) => name) })), stored,
  }
}
