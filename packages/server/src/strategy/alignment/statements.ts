import type { Tx } from '../../database/index.ts'
import { readObjectives } from '../objectives-store.ts'
import { readInForce, readPerspectiveNames } from './store.ts'
import type { Statements, UnitStatement } from './weights.ts'

/** What the strategy in force states: of the whole organisation, of units that weigh by themselves, and who has leave to go their own way. */
export async function readStatements(tx: Tx): Promise<Statements> {
  const { units, waivers, unit_strategies: strategies } = await readInForce(tx)
  return { objectives: await readObjectives(tx), perspectives: await readPerspectiveNames(tx), units: units as readonly UnitStatement[], waivers: waivers as Statements['waivers'], strategies: strategies as Statements['strategies'] }
}
