import type { BenefitNetwork, NetworkNode as NodeFacts } from '@throughline/engine/value'
import type { NetworkEdge, NetworkNode } from '@throughline/contract/value'
import { addDays } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { columnsOf, isInPlan } from '../../demand/index.ts'
import { initiativesNamed, readBenefitNodes, readInitiativeNodes, readObjectiveNodes, readOwnEdges, readOwnNodes, readServed, type BenefitRow, type InitiativeRow, type NodeRecord, type ObjectiveRow } from './store.ts'

/** A node before its gaps are known. */
export type GatheredNode = Omit<NetworkNode, 'gaps'>
/** What another room says: an initiative serves an objective, or has promised a benefit. */
export type Said = { readonly from: string; readonly to: string; readonly said: 'serves' | 'promises' }
export type Gathered = { readonly nodes: readonly GatheredNode[]; readonly edges: readonly NetworkEdge[]; readonly said: readonly Said[]; readonly facts: BenefitNetwork }

/** Whatever an act names beside what is in the network already: initiatives by id or by name. */
export type AlsoNamed = { readonly ids?: readonly string[]; readonly names?: readonly string[] }

/** The network as the engine judges it and as it is shown: its own nodes, and objectives, benefits and initiatives where they are kept. `served` brings in initiatives that no edge names. */
export async function gather(tx: Tx, also: AlsoNamed = {}, served: readonly Said[] = []): Promise<Gathered> {
  const [own, ownEdges, benefits] = [await readOwnNodes(tx), await readOwnEdges(tx), await readBenefitNodes(tx)]
  const ends = ownEdges.flatMap(({ from_id, to_id }) => [from_id, to_id])
  const objectives = await readObjectiveNodes(tx, ends)
  const said = [...served, ...benefits.map(({ id, initiative_id }): Said => ({ from: initiative_id, to: id, said: 'promises' }))]
  const named = also.names && also.names.length > 0 ? await initiativesNamed(tx, also.names) : []
  const initiatives = await readInitiativeNodes(tx, new Set([...ends, ...said.map(({ from }) => from), ...(also.ids ?? []), ...named]))
  const owners = new Map([...initiatives.map(({ id, name }) => [id, name] as const), ...(await namesBeyond(tx, own, initiatives))])
  const nodes = [...initiatives.map(ofInitiative), ...own.map((row) => ofOwn(row, owners)), ...benefits.map(ofBenefit), ...objectives.map(ofObjective)]
  const known = new Set(nodes.map(({ id }) => id))
  const edges = [...ownEdges.map(edgeOf), ...benefits.flatMap(ledgerEdge)].filter(({ from, to }) => known.has(from) && known.has(to))
  return { nodes, edges, said: said.filter(({ from, to }) => known.has(from) && known.has(to)), facts: { nodes: nodes.map(factsOf), edges } }
}

/** Which initiatives of the plan of record serve which objective in force. */
export async function servesInPlan(tx: Tx): Promise<readonly Said[]> {
  const served = await readServed(tx)
  if (served.length === 0) return []
  const columns = await columnsOf(tx)
  return served.flatMap(({ initiative_id, objective_id }) => (isInPlan(columns, columns.ids.find(initiative_id) ?? -1) ? [{ from: initiative_id, to: objective_id, said: 'serves' as const }] : []))
}

async function namesBeyond(tx: Tx, own: readonly NodeRecord[], known: readonly InitiativeRow[]): Promise<readonly (readonly [string, string])[]> {
  const there = new Set(known.map(({ id }) => id))
  const beyond = new Set(own.flatMap(({ initiative_id }) => (initiative_id !== null && !there.has(initiative_id) ? [initiative_id] : [])))
  return beyond.size === 0 ? [] : (await readInitiativeNodes(tx, beyond)).map(({ id, name }) => [id, name] as const)
}

const factsOf = ({ id, kind, name, owner, state, measure, counted, dueOn }: GatheredNode): NodeFacts => ({
  id, kind, name, ownerId: owner, dueOn, ...(state === 'retired' ? { retired: true } : {}), ...(kind === 'benefit' ? { measured: { hasMeasure: measure !== null, hasBaseline: measure?.hasBaseline ?? false }, counted: counted ?? false } : {}),
})

const nothingElse = { note: '', startsOn: null, dueOn: null, state: null, initiative: null, measure: null, counted: null } as const

/** A node that the network keeps, as it travels. */
export const ofOwn = (row: NodeRecord, initiatives: ReadonlyMap<string, string>): GatheredNode => ({
  ...nothingElse, id: row.id, kind: row.kind, keptIn: 'network', name: row.name, owner: row.owner, note: row.note, startsOn: row.starts_on, dueOn: row.due_on, state: row.state, version: row.version,
  initiative: row.initiative_id === null ? null : { id: row.initiative_id, name: initiatives.get(row.initiative_id) ?? '' },
})

const stateOf: Readonly<Record<string, NetworkNode['state']>> = { idea: 'planned', case: 'planned', approved: 'planned', active: 'under_way', on_hold: 'under_way', closing: 'under_way', closed: 'done', stopped: 'retired' }
const ofInitiative = ({ id, name, sponsor, start_on, end_on, state, version, gone }: InitiativeRow): GatheredNode => ({ ...nothingElse, id, kind: 'enabler', keptIn: 'portfolio', name, owner: sponsor, startsOn: start_on, dueOn: end_on, state: gone ? 'retired' : (stateOf[state] ?? null), initiative: { id, name }, version })

const ofBenefit = (row: BenefitRow): GatheredNode => ({
  ...nothingElse, id: row.id, kind: 'benefit', keptIn: 'ledger', name: row.name, owner: row.owner, dueOn: row.first_until === null ? null : addDays(row.first_until, -1), initiative: { id: row.initiative_id, name: row.initiative }, counted: row.counted, version: row.version,
  measure: row.measure_id === null ? null : { id: row.measure_id, name: row.measure ?? '', hasBaseline: row.has_baseline },
})

const ofObjective = ({ id, name, description, owner, deadline, retired, version }: ObjectiveRow): GatheredNode => ({ ...nothingElse, id, kind: 'objective', keptIn: 'strategy', name, owner, note: description, dueOn: deadline, state: retired ? 'retired' : null, version })

/** An edge that the network keeps, as it travels. */
export const edgeOf = ({ id, from_id, to_id, share, lag_months, evidence, version }: { readonly id: string; readonly from_id: string; readonly to_id: string; readonly share: number | null; readonly lag_months: number | null; readonly evidence: string; readonly version: number }): NetworkEdge => ({ id, from: from_id, to: to_id, share, lagMonths: lag_months, evidence, keptIn: 'network', version })

/** What a benefit itself says that it leads to: the edge has the id and the version of the benefit that says so. */
const ledgerEdge = ({ id, leads_to, version }: BenefitRow): readonly NetworkEdge[] => (leads_to === null ? [] : [{ id, from: id, to: leads_to, share: null, lagMonths: null, evidence: '', keptIn: 'ledger', version }])
