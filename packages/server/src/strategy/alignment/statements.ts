import type { Tx } from '../../database/index.ts'
import { readObjectives } from '../objectives-store.ts'
import { readPerspectiveNames } from './store.ts'
import type { Statements } from './weights.ts'

/** What the strategy in force states. */
export async function readStatements(tx: Tx): Promise<Statements> {
  return { objectives: await readObjectives(tx), perspectives: await readPerspectiveNames(tx), units: [], waivers: [] }
}
