import type { Actor, Tx } from '../../database/index.ts'
import { contentInForce } from '../versions/content.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored } from '../store.ts'
import { readNext, readOwnContent } from '../versions/store.ts'
import type { Weighable } from './level.ts'

/** What can be weighed: the objectives of the next version where there is a draft of one, else those in force. */
export async function readWeighable(tx: Tx, actor: Actor): Promise<Weighable> {
  const next = await readNext(tx)
  const drafted = next && (await readOwnContent(tx, next.id))
  const { perspectives, objectives } = drafted ?? contentInForce((await readStored(tx)) ?? firstStrategy(actor.orgId), [])
  return { perspectives, objectives: objectives.map(({ key, statement, description, weight, perspectiveId }) => ({ key, statement, description, weight, perspectiveId })) }
}
