import { successorsOf } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { readObjectives } from '../objectives-store.ts'
import { readMappings } from './store.ts'

/** What became of objectives by their stable keys: those in force that each is now, none where it was given up. */
export async function readSuccessors(tx: Tx): Promise<(key: string) => readonly string[]> {
  const inForce = new Set((await readObjectives(tx)).map(({ key }) => key))
  const adopted = await readMappings(tx)
  return (key) => successorsOf(key, adopted, inForce)
}
