import type { GovernanceRefusal, NewPeriodSeal, NewSeal, Seal } from '@throughline/contract/governance'
import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { newId, readChainHead, withOrg, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { productVersion } from '../../../product.ts'
import type { MakeDocument, Sealed } from '../document.ts'
import { insertSeal, isClosedPeriod, readPositions, readSeals } from '../store.ts'

/**
 * Seals what is known by now: up to the latest act, whose instant is the database's own, so that no act can come to stand before it any more,
 * whatever the clock of this server says. The document is made before the act that keeps its digest.
 */
export async function addSeal(db: Db, actor: Actor, make: MakeDocument, { kind, title, position }: Static<typeof NewSeal>): Promise<Result<Seal, GovernanceRefusal>> {
  const { positions, knownAt } = await withOrg(db, actor, async (tx) => ({ positions: await readPositions(tx), knownAt: await latestAct(tx) }), {})
  const of = kind === 'publication' ? (position ?? null) : null
  if (kind === 'publication' && !positions.includes(of ?? '')) return refuse({ code: 'position_needed', values: { latest: positions.at(-1) ?? 'none yet' } })
  return keepSeal(db, actor, make, { kind, title: title.trim(), knownAt, position: of, period: null })
}

/** Seals the pack of a value period that is closed, as it is known by now: after a prior-period adjustment another seal holds the new figures, and the old one reads as before. */
export async function sealPeriod(db: Db, actor: Actor, make: MakeDocument, { period }: Static<typeof NewPeriodSeal>): Promise<Result<Seal, GovernanceRefusal>> {
  const { closed, knownAt } = await withOrg(db, actor, async (tx) => ({ closed: await isClosedPeriod(tx, period), knownAt: await latestAct(tx) }), {})
  if (!closed) return refuse({ code: 'period_not_closed', values: { period } })
  return keepSeal(db, actor, make, { kind: 'value_period', title: `Value period ${period}`, knownAt, position: null, period })
}

async function latestAct(tx: Tx): Promise<string> {
  const head = await readChainHead(tx)
  invariant(head, 'an organisation has the act of its founding')
  return head.at
}

async function keepSeal(db: Db, actor: Actor, make: MakeDocument, of: Sealed & Pick<Seal, 'title'>): Promise<Result<Seal, GovernanceRefusal>> {
  const { bytes, digest } = await make(db, actor.orgId, of)
  return writeAs(db, actor, 'governance.add-seal', async (tx, record) => {
    const id = newId()
    await insertSeal(tx, actor.orgId, { ...of, id, product: productVersion, digest, bytes: bytes.length, sealedBy: actor.accountId })
    await record({ room: 'governance', kind: 'seal', id, before: null, after: { ...of, digest } })
    const [seal] = await readSeals(tx, id)
    if (!seal) throw new Error(`Seal ${id} is not seen in the transaction that wrote it`)
    return ok(seal)
  })
}
