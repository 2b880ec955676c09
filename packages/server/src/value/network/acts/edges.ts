import type { NetworkEdgeChange, NewNetworkEdge, ValueRefusal } from '@throughline/contract/value'
import type { Refusal, WireRefusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { linkRefusal, tracerOf, type BenefitNetwork, type NetworkEdge } from '@throughline/engine/value'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { gather } from '../gather.ts'
import { deleteEdge, insertEdges, lockEdge, updateEdge, withEntries } from '../store.ts'

type Kept<T = string> = Promise<Result<T, ValueRefusal | WireRefusal>>

/** Says that one node leads to another; judged against the whole network as it is in this act. */
export function addEdge(db: Db, actor: Actor, { from, to, share = null, lagMonths = null, evidence = '' }: Static<typeof NewNetworkEdge>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.add-network-edge', async (tx, record) => {
    const { facts } = await gather(tx, { ids: [from, to] })
    const refusal = linkRefusal(facts, { from, to }) ?? (await countedTwice(tx, facts, { from, to }))
    if (refusal) return refuse(refusal)
    const [id, row] = [newId(), { from_id: from, to_id: to, share, lag_months: lagMonths, evidence: evidence.trim() }]
    await insertEdges(tx, [{ org_id: actor.orgId, id, ...row }])
    await record({ room: 'value', kind: 'network_edge', id, before: null, after: row })
    return ok(id)
  })
}

/** Changes what is said of an edge; from where to where it goes stays. */
export function changeEdge(db: Db, actor: Actor, id: string, { version, share, lagMonths, evidence }: Static<typeof NetworkEdgeChange>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.change-network-edge', async (tx, record) => {
    const current = await expectVersion(tx, await lockEdge(tx, id), { room: 'value', kind: 'network_edge', id, version })
    if (!current.ok) return current
    const before = { share: current.value.share, lag_months: current.value.lag_months, evidence: current.value.evidence }
    const after = { share: share === undefined ? before.share : share, lag_months: lagMonths === undefined ? before.lag_months : lagMonths, evidence: evidence?.trim() ?? before.evidence }
    await updateEdge(tx, id, after)
    await record({ room: 'value', kind: 'network_edge', id, before, after })
    return ok(id)
  })
}

/** Removes an edge. */
export function removeEdge(db: Db, actor: Actor, id: string): Kept<object> {
  return writeAs<Awaited<Kept<object>>>(db, actor, 'value.remove-network-edge', async (tx, record) => {
    const edge = await lockEdge(tx, id)
    if (!edge) return refuse({ code: 'not_found', values: { what: 'network edge', id } })
    await deleteEdge(tx, id)
    await record({ room: 'value', kind: 'network_edge', id, before: edge, after: null })
    return ok({})
  })
}

/** Two benefits that are counted in money and have entries never come to lie on one path (V-11). */
export async function countedTwice(tx: Tx, { nodes, edges }: BenefitNetwork, { from, to }: Pick<NetworkEdge, 'from' | 'to'>): Promise<Refusal<'chain_counted_twice'> | null> {
  const traced = tracerOf({ edges })
  const counted = (ids: ReadonlySet<string>) => nodes.filter(({ id, kind, counted: counts }) => kind === 'benefit' && counts === true && ids.has(id))
  const [behind, ahead] = [counted(traced(from, 'back')), counted(traced(to, 'forward'))]
  if (behind.length === 0 || ahead.length === 0) return null
  const booked = await withEntries(tx, [...behind, ...ahead].map(({ id }) => id))
  const [one, other] = [behind.find(({ id }) => booked.has(id)), ahead.find(({ id }) => booked.has(id))]
  return one && other ? { code: 'chain_counted_twice', values: { benefit: one.name, other: other.name } } : null
}

/** Why a benefit cannot say itself that it leads to another: by the rules of the edges of the network, what it said before apart. */
export async function benefitLinkRefusal(tx: Tx, id: string, to: string): Promise<Refusal<'chain_counted_twice' | 'link_unknown' | 'link_retired' | 'link_not_allowed' | 'link_there' | 'link_cycle'> | null> {
  const { nodes, edges } = await gather(tx)
  const facts = { nodes: nodes.map((node) => ({ id: node.id, kind: node.kind, name: node.name, ownerId: node.owner, counted: node.counted ?? false })), edges: edges.filter((edge) => edge.keptIn !== 'ledger' || edge.id !== id) }
  return linkRefusal(facts, { from: id, to }) ?? (await countedTwice(tx, facts, { from: id, to }))
}
