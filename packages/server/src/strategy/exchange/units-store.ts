import type { UnitStrategy } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored } from '../store.ts'

/** Strategies of units in force, and the objectives above them. */
export type UnitsInForce = { readonly versionId: string; readonly no: number; readonly strategies: readonly UnitStrategy[]; readonly objectives: readonly { readonly key: string; readonly statement: string }[] }

export async function readUnits(tx: Tx, orgId: string): Promise<UnitsInForce> {
  const { inForce, objectives } = (await readStored(tx)) ?? firstStrategy(orgId)
  return { versionId: inForce.id, no: inForce.no, strategies: inForce.unit_strategies as readonly UnitStrategy[], objectives: objectives.map(({ stable_key: key, statement }) => ({ key, statement })) }
}
