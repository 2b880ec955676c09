import type { GovernanceRefusal, NewSeal, Seal } from '@throughline/contract/governance'
import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { newId, readChainHead, withOrg, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { productVersion } from '../../../product.ts'
import type { MakeDocument } from '../document.ts'
import { insertSeal, readPositions, readSeals } from '../store.ts'

/**
 * Seals what is known by now: up to the latest act, whose instant is the database's own, so that no act can come to stand before it any more,
 * whatever the clock of this server says. The document is made before the act that keeps its digest.
 */
export async function addSeal(db: Db, actor: Actor, make: MakeDocument, { kind, title, position }: Static<typeof NewSeal>): Promise<Result<Seal, GovernanceRefusal>> {
  const { positions, head } = await withOrg(db, actor, async (tx) => ({ positions: await readPositions(tx), head: await readChainHead(tx) }), {})
  invariant(head, 'an organisation has the act of its founding')
  const of = kind === 'publication' ? (position ?? null) : null
  if (kind === 'publication' && !positions.includes(of ?? '')) return refuse({ code: 'position_needed', values: { latest: positions.at(-1) ?? 'none yet' } })
  const sealed = { kind, knownAt: head.at, position: of }
  const { bytes, digest } = await make(db, actor.orgId, sealed)
  return writeAs(db, actor, 'governance.add-seal', async (tx, record) => {
    const id = newId()
    await insertSeal(tx, actor.orgId, { ...sealed, id, title: title.trim(), product: productVersion, digest, bytes: bytes.length, sealedBy: actor.accountId })
    await record({ room: 'governance', kind: 'seal', id, before: null, after: { ...sealed, title: title.trim(), digest } })
    const [seal] = await readSeals(tx, id)
    if (!seal) throw new Error(`Seal ${id} is not seen in the transaction that wrote it`)
    return ok(seal)
  })
}
