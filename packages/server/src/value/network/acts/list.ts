import type { NetworkAdded, NetworkRow, ValueRefusal } from '@throughline/contract/value'
import type { WireRefusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { planList, plainName, type ListIssue, type ListPlan } from '@throughline/engine/value'
import { newId, writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../../database/index.ts'
import { gather } from '../gather.ts'
import { insertEdges, insertNodes, type NodeRecord } from '../store.ts'
import { countedTwice } from './edges.ts'

/** What a list would add, with everything of it that cannot be taken. */
export type RowsPlan = Pick<ListPlan, 'nodes' | 'edges'> & { readonly issues: readonly (Omit<ListIssue, 'code'> & { readonly code: ListIssue['code'] | 'node_dates' })[] }

/** What a list would add to the network as it is now. */
export async function planRows(tx: Tx, rows: readonly NetworkRow[]): Promise<RowsPlan> {
  const names = new Set(rows.flatMap(({ name, leadsTo }) => [name, ...leadsTo].map(plainName)))
  const { facts } = await gather(tx, { names: [...names] })
  const plan = planList(facts, rows.map(({ owner = null, share = null, lagMonths = null, ...row }) => ({ ...row, owner, share, lagMonths })))
  const dated = rows.filter(({ startsOn, dueOn }) => startsOn && dueOn && dueOn < startsOn)
  const late = new Set(dated.map(({ line }) => `line ${line}`))
  // A node whose dates cannot be is left out with the edges that end on it.
  return {
    nodes: plan.nodes.filter(({ id }) => !late.has(id)), edges: plan.edges.filter(({ from, to }) => !late.has(from) && !late.has(to)),
    issues: [...plan.issues, ...dated.map(({ line, startsOn, dueOn }) => ({ line, code: 'node_dates' as const, found: `${startsOn} to ${dueOn}`, expected: 'a due day that is not before the start' }))],
  }
}

/** Adds the nodes and edges of a list in one act; what cannot be taken is named and holds nothing up. */
export function addList(db: Db, actor: Actor, rows: readonly NetworkRow[]): Promise<Result<NetworkAdded, ValueRefusal | WireRefusal>> {
  return writeAs<Result<NetworkAdded, ValueRefusal | WireRefusal>>(db, actor, 'value.add-network-list', (tx, record) => keepList({ tx, actor, record }, rows))
}

/** Adds the nodes and edges of a list within an act. */
export async function keepList({ tx, actor, record }: { readonly tx: Tx; readonly actor: Pick<Actor, 'orgId'>; readonly record: Recorder }, rows: readonly NetworkRow[]): Promise<Result<NetworkAdded, ValueRefusal | WireRefusal>> {
  const plan = await planRows(tx, rows)
  const twice = await firstTwice(tx, plan)
  if (twice) return refuse(twice)
  if (plan.nodes.length + plan.edges.length === 0) return refuse({ code: 'list_adds_nothing', values: { rows: rows.length, issues: new Set(plan.issues.map(({ line }) => line)).size } })
  const given = new Map(rows.map((row) => [row.line, row]))
  const ids = new Map(plan.nodes.map(({ id }) => [id, newId()]))
  const nodes = plan.nodes.map(({ id, line, kind, name, owner }) => ({
    org_id: actor.orgId, id: ids.get(id) ?? id, kind: kind as NodeRecord['kind'], name, owner, note: given.get(line)?.note?.trim() ?? '', initiative_id: null, starts_on: given.get(line)?.startsOn ?? null, due_on: given.get(line)?.dueOn ?? null, state: given.get(line)?.state ?? ('planned' as const),
  }))
  const edges = plan.edges.map(({ from, to, share, lagMonths }) => ({ org_id: actor.orgId, id: newId(), from_id: ids.get(from) ?? from, to_id: ids.get(to) ?? to, share: share ?? null, lag_months: lagMonths ?? null, evidence: '' }))
  await insertNodes(tx, nodes)
  await insertEdges(tx, edges)
  await record(...nodes.map(({ org_id: _, id, ...after }) => ({ room: 'value', kind: 'network_node', id, before: null, after })), ...edges.map(({ org_id: _, id, ...after }) => ({ room: 'value', kind: 'network_edge', id, before: null, after })))
  return ok({ nodes: nodes.length, edges: edges.length, issues: [...plan.issues] })
}

/** The first edge of a plan by which two benefits that are booked in money would lie on one path, together with the edges before it. */
async function firstTwice(tx: Tx, { edges }: RowsPlan) {
  const { facts } = await gather(tx)
  const benefits = new Set(facts.nodes.flatMap(({ id, kind }) => (kind === 'benefit' ? [id] : [])))
  const between = edges.filter(({ from, to }) => benefits.has(from) && benefits.has(to))
  for (const [at, edge] of between.entries()) {
    const refusal = await countedTwice(tx, { nodes: facts.nodes, edges: [...facts.edges, ...between.slice(0, at)] }, edge)
    if (refusal) return refusal
  }
  return null
}
