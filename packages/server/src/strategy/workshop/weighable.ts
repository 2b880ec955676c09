import type { Actor, Tx } from '../../database/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored } from '../store.ts'
import type { Weighable } from './level.ts'

/** What can be weighed: the objectives in force. */
export async function readWeighable(tx: Tx, actor: Actor): Promise<Weighable> {
  const { perspectives, objectives } = (await readStored(tx)) ?? firstStrategy(actor.orgId)
  return { perspectives, objectives: objectives.map((row) => ({ key: row.stable_key, statement: row.statement, description: row.description, weight: Number(row.weight), perspectiveId: row.perspective_id })) }
}
