import type { CitableObjective, UnitStrategy } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored } from '../store.ts'

/** Objectives in force that a decision can cite: those of the organisation, then those of its units. */
export async function readCitable(tx: Tx, orgId: string): Promise<readonly CitableObjective[]> {
  const { objectives, inForce } = (await readStored(tx)) ?? firstStrategy(orgId)
  return [
    ...objectives.map(({ stable_key: key, statement }) => ({ key, statement, unit: null })),
    ...(inForce.unit_strategies as readonly UnitStrategy[]).flatMap(({ name: unit, objectives: own }) => own.map(({ id: key, statement }) => ({ key, statement, unit }))),
  ]
}
