import type { NetworkNodeChange, NetworkRefusal, NewNetworkNode, ValueRefusal } from '@throughline/contract/value'
import type { Refusal, WireRefusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { kindSaid } from '@throughline/engine/value'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readInitiative } from '../../../demand/index.ts'
import { deleteEdgesOf, insertNodes, lockNode, nodeNamed, updateNode, type NodeRecord } from '../store.ts'

type Kept<T = string> = Promise<Result<T, ValueRefusal | WireRefusal>>
type Columns = Pick<NodeRecord, 'name' | 'owner' | 'note' | 'starts_on' | 'due_on' | 'state' | 'initiative_id'>

/** Adds a driver, a change or a deliverable under a name that no other of its kind has. */
export function addNode(db: Db, actor: Actor, { kind, ...given }: Static<typeof NewNetworkNode>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.add-network-node', async (tx, record) => {
    const [id, row] = [newId(), columnsOf(given, { name: given.name, owner: null, note: '', starts_on: null, due_on: null, state: 'planned', initiative_id: null })]
    const refusal = await refusalOf(tx, kind, row, id)
    if (refusal) return refuse(refusal)
    await insertNodes(tx, [{ org_id: actor.orgId, id, kind, ...row }])
    await record({ room: 'value', kind: 'network_node', id, before: null, after: { kind, ...row } })
    return ok(id)
  })
}

/** Changes a node that the network keeps. Its kind stays, for its edges were judged by it. */
export function changeNode(db: Db, actor: Actor, id: string, { version, ...given }: Static<typeof NetworkNodeChange>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.change-network-node', async (tx, record) => {
    const current = await expectVersion(tx, await lockNode(tx, id), { room: 'value', kind: 'network_node', id, version })
    if (!current.ok) return current
    const row = columnsOf(given, current.value)
    const refusal = await refusalOf(tx, current.value.kind, row, id)
    if (refusal) return refuse(refusal)
    await updateNode(tx, id, row)
    await record({ room: 'value', kind: 'network_node', id, before: columnsOf({}, current.value), after: row })
    return ok(id)
  })
}

/** Removes a node that the network keeps, and the edges that end on it. */
export function removeNode(db: Db, actor: Actor, id: string, now: Date): Kept<object> {
  return writeAs<Awaited<Kept<object>>>(db, actor, 'value.remove-network-node', async (tx, record) => {
    const node = await lockNode(tx, id)
    if (!node) return refuse({ code: 'not_found', values: { what: 'network node', id } })
    const edges = await deleteEdgesOf(tx, id)
    await updateNode(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'value', kind: 'network_node', id, before: { kind: node.kind, ...columnsOf({}, node) }, after: null }, ...edges.map((edge) => ({ room: 'value', kind: 'network_edge', id: edge.id, before: edge, after: null })))
    return ok({})
  })
}

function columnsOf({ name, owner, note, startsOn, dueOn, state, initiativeId }: Omit<Static<typeof NetworkNodeChange>, 'version'>, standing: Columns): Columns {
  const or = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given)
  return { name: (name ?? standing.name).trim().replaceAll(/\s+/g, ' '), owner: or(owner, standing.owner)?.trim() ?? null, note: (note ?? standing.note).trim(), starts_on: or(startsOn, standing.starts_on), due_on: or(dueOn, standing.due_on), state: state ?? standing.state, initiative_id: or(initiativeId, standing.initiative_id) }
}

async function refusalOf(tx: Tx, kind: NodeRecord['kind'], row: Columns, own: string): Promise<NetworkRefusal | Refusal<'initiative_unknown'> | undefined> {
  const same = await nodeNamed(tx, kind, row.name)
  if (same && same.id !== own) return { code: 'node_name_taken', values: { kind: kindSaid(kind), name: same.name } }
  if (row.starts_on !== null && row.due_on !== null && row.due_on < row.starts_on) return { code: 'node_dates', values: { startsOn: row.starts_on, dueOn: row.due_on } }
  return row.initiative_id !== null && !(await readInitiative(tx, row.initiative_id)) ? { code: 'initiative_unknown', values: { id: row.initiative_id } } : undefined
}
