import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { objectivesInForce, servedInForce } from '../../strategy/index.ts'
import type { NetworkEdgeTable, NetworkNodeTable } from './tables.ts'

export type NodeRecord = Selectable<NetworkNodeTable>
export type EdgeRecord = Omit<Selectable<NetworkEdgeTable>, 'org_id'>

const among = (ids: Iterable<string>) => sql<string>`any(${[...ids]}::uuid[])`
const standing = (tx: Tx) => tx.selectFrom('network_node').selectAll().where('removed_at', 'is', null)

/** Nodes that the network keeps, by name. */
export const readOwnNodes = (tx: Tx): Promise<NodeRecord[]> => standing(tx).orderBy(sql`lower(name)`).orderBy('id').execute()
/** Locked until the act ends. */
export const lockNode = (tx: Tx, id: string): Promise<NodeRecord | undefined> => standing(tx).where('id', '=', id).forUpdate().executeTakeFirst()
export const nodeNamed = (tx: Tx, kind: NodeRecord['kind'], name: string): Promise<NodeRecord | undefined> => standing(tx).where('kind', '=', kind).where(sql<boolean>`lower(name) = lower(${name})`).executeTakeFirst()
export const insertNodes = async (tx: Tx, rows: readonly Insertable<NetworkNodeTable>[]): Promise<void> => void (rows.length > 0 && (await tx.insertInto('network_node').values([...rows]).execute()))

/** Changes a node and counts its version up. */
export async function updateNode(tx: Tx, id: string, change: Updateable<NetworkNodeTable>): Promise<void> {
  await tx.updateTable('network_node').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}

const edgeColumns = ['id', 'from_id', 'to_id', 'share', 'lag_months', 'evidence', 'version'] as const
export const readOwnEdges = (tx: Tx): Promise<EdgeRecord[]> => tx.selectFrom('network_edge').select(edgeColumns).orderBy('id').execute()
export const lockEdge = (tx: Tx, id: string): Promise<EdgeRecord | undefined> => tx.selectFrom('network_edge').select(edgeColumns).where('id', '=', id).forUpdate().executeTakeFirst()
export const insertEdges = async (tx: Tx, rows: readonly Insertable<NetworkEdgeTable>[]): Promise<void> => void (rows.length > 0 && (await tx.insertInto('network_edge').values([...rows]).execute()))

/** Changes an edge and counts its version up. */
export async function updateEdge(tx: Tx, id: string, change: Updateable<NetworkEdgeTable>): Promise<void> {
  await tx.updateTable('network_edge').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}
export const deleteEdge = (tx: Tx, id: string) => tx.deleteFrom('network_edge').where('id', '=', id).execute()
/** Takes the edges of a node away; gives what they were. */
export const deleteEdgesOf = (tx: Tx, nodeId: string): Promise<EdgeRecord[]> => tx.deleteFrom('network_edge').where((row) => row.or([row('from_id', '=', nodeId), row('to_id', '=', nodeId)])).returning(edgeColumns).execute()

export type BenefitRow = { readonly id: string; readonly name: string; readonly owner: string | null; readonly initiative_id: string; readonly initiative: string; readonly measure_id: string | null; readonly measure: string | null; readonly has_baseline: boolean; readonly counted: boolean; readonly leads_to: string | null; readonly first_until: string | null; readonly version: number }
/** Benefits of the ledger with their measures, and the day after the first period for which they are promised. */
export async function readBenefitNodes(tx: Tx): Promise<readonly BenefitRow[]> {
  const { rows } = await sql<BenefitRow>`
    select b.id, b.name, a.name as owner, b.initiative_id, i.name as initiative, b.measure_id, m.name as measure, m.baseline is not null as has_baseline, b.counted, b.leads_to, b.version, f.first_until
    from benefit b join initiative i on i.org_id = b.org_id and i.id = b.initiative_id left join measure m on m.org_id = b.org_id and m.id = b.measure_id left join account a on a.id = b.owner_id
      left join (select l.org_id, l.benefit_id, min(p.to_on) as first_until from ledger_account l join value_period p on p.org_id = l.org_id and p.code = l.period where l.code in ('A10', 'A20', 'A30') and l.benefit_id is not null group by l.org_id, l.benefit_id) f
        on f.org_id = b.org_id and f.benefit_id = b.id
    order by lower(b.name), b.id`.execute(tx)
  return rows
}

export type ObjectiveRow = { readonly id: string; readonly name: string; readonly description: string; readonly owner: string | null; readonly deadline: string | null; readonly retired: boolean; readonly version: number }
/** Objectives in force, and those among some ids that are so no longer. */
export async function readObjectiveNodes(tx: Tx, ids: readonly string[]): Promise<readonly ObjectiveRow[]> {
  const { rows } = await sql<ObjectiveRow>`
    select o.id, o.statement as name, o.description, o.owner, o.deadline, o.version, f.id is null as retired from objective o left join (${objectivesInForce}) f on f.org_id = o.org_id and f.id = o.id
    where f.id is not null or o.id = ${among(ids)} order by lower(o.statement), o.id`.execute(tx)
  return rows
}

export type InitiativeRow = { readonly id: string; readonly name: string; readonly sponsor: string | null; readonly start_on: string | null; readonly end_on: string | null; readonly state: string; readonly version: number; readonly gone: boolean }
/** Some initiatives, also where they were removed since. */
export const readInitiativeNodes = async (tx: Tx, ids: Iterable<string>): Promise<readonly InitiativeRow[]> =>
  (await sql<InitiativeRow>`select id, name, sponsor, start_on, end_on, state, version, removed_at is not null as gone from initiative where id = ${among(ids)} order by lower(name), id`.execute(tx)).rows

/** Ids of initiatives that are called by one of some names. */
export const initiativesNamed = async (tx: Tx, names: readonly string[]): Promise<readonly string[]> =>
  (await sql<{ id: string }>`select id from initiative where removed_at is null and lower(regexp_replace(trim(name), '\\s+', ' ', 'g')) = any(${[...names]}::text[])`.execute(tx)).rows.map(({ id }) => id)

/** Which initiative serves which objective in force. */
export const readServed = async (tx: Tx): Promise<readonly { readonly initiative_id: string; readonly objective_id: string }[]> =>
  (await sql<{ initiative_id: string; objective_id: string }>`select s.initiative_id, s.objective_id from (${servedInForce}) s order by s.initiative_id, s.objective_id`.execute(tx)).rows

/** Which of some benefits have entries in the ledger. */
export const withEntries = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await tx.selectFrom('ledger_account').select('benefit_id').distinct().where('benefit_id', '=', among(ids)).execute()).flatMap(({ benefit_id }) => benefit_id ?? []))
