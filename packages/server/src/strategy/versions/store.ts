import type { EditedUnitStrategy, ObjectiveMapping, VersionLink, VersionMeasure } from '@throughline/contract/strategy'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { StrategyVersionTable } from '../tables.ts'
import type { DraftContent, StrategyDocument } from './content.ts'
import './tables.ts'

export type VersionRow = Selectable<StrategyVersionTable>

/** Heads of the versions, newest first; discarded drafts are not among them unless asked for. */
export const readVersions = (tx: Tx, all = false): Promise<VersionRow[]> =>
  tx.selectFrom('strategy_version').selectAll().$if(!all, (query) => query.where('removed_at', 'is', null)).orderBy('no', 'desc').orderBy('id', 'desc').execute()
export const readVersionRow = (tx: Tx, id: string): Promise<VersionRow | undefined> => tx.selectFrom('strategy_version').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
/** The draft of the next version, or what was sent; undefined where there is none. */
export const readNext = (tx: Tx): Promise<VersionRow | undefined> => tx.selectFrom('strategy_version').selectAll().where('status', 'in', ['draft', 'sent']).where('removed_at', 'is', null).executeTakeFirst()

/** What is kept beside the head of a version; undefined of one that was never drafted and is in force. `standing` has what objectives of units are measured by in force. */
export async function readDocument(tx: Tx, id: string, standing: Standing): Promise<StrategyDocument | undefined> {
  const row = await tx.selectFrom('strategy_document').selectAll().where('id', '=', id).executeTakeFirst()
  const document = row as unknown as StrategyDocument | undefined
  return document && { ...document, content: complete(document.content, standing), base: document.base && complete(document.base, standing) }
}

/** Mission, vision, perspectives and objectives of the organisation in a version that is kept; undefined of one that was never drafted and is in force. */
export const readOwnContent = async (tx: Tx, id: string): Promise<Pick<DraftContent, 'mission' | 'vision' | 'perspectives' | 'objectives'> | undefined> => (await readDocument(tx, id, new Map()))?.content

type Standing = ReadonlyMap<string, readonly VersionMeasure[]>
type Kept = Omit<DraftContent, 'unitStrategies'> & { readonly unitStrategies?: readonly EditedUnitStrategy[] }

/** A document that was kept before units had strategies of their own holds none; one that was kept before versions held their measures says nothing of them, and those in force hold. */
const complete = (content: Kept, standing: Standing): DraftContent => ({ ...content, unitStrategies: (content.unitStrategies ?? []).map((one) => ({ ...one, objectives: one.objectives.map((objective) => ({ ...objective, measures: objective.measures ?? [...(standing.get(objective.id) ?? [])] })) })) })

/** How approved versions reviewed an initiative, the newest version first. */
export async function readReviewed(tx: Tx): Promise<readonly Readonly<Record<string, number>>[]> {
  const { rows } = await sql<{ reviewed: Record<string, number> }>`select d.reviewed from strategy_document d join strategy_version v on v.org_id = d.org_id and v.id = d.id where v.status in ('in_force', 'superseded') order by v.no desc`.execute(tx)
  return rows.map(({ reviewed }) => reviewed)
}

/** What each adopted version made of the objectives of the one before, the oldest first. Weights are shares, as a draft says them. */
export async function readMappings(tx: Tx): Promise<readonly (readonly ObjectiveMapping[])[]> {
  const { rows } = await sql<{ mappings: readonly ObjectiveMapping[] }>`select d.mappings from strategy_document d join strategy_version v on v.org_id = d.org_id and v.id = d.id where v.status in ('in_force', 'superseded') order by v.no`.execute(tx)
  return rows.map(({ mappings }) => mappings)
}

/** Counts of objectives that versions hold which are not in force, by id. */
export async function readSizes(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; size: number }>`select id, jsonb_array_length(content -> 'objectives') as size from strategy_document`.execute(tx)
  return new Map(rows.map(({ id, size }) => [id, size]))
}

const inJson = (document: Partial<StrategyDocument>) => Object.fromEntries(Object.entries(document).map(([field, value]) => [field, value === null ? null : JSON.stringify(value)]))

export const insertVersion = (tx: Tx, row: Insertable<StrategyVersionTable>) => tx.insertInto('strategy_version').values(row).execute()
export async function insertDocument(tx: Tx, orgId: string, id: string, document: StrategyDocument): Promise<void> {
  await tx.insertInto('strategy_document').values({ org_id: orgId, id, ...(inJson(document) as Record<keyof StrategyDocument, unknown>) }).execute()
}
export async function updateDocument(tx: Tx, id: string, document: Partial<StrategyDocument>): Promise<void> {
  await tx.updateTable('strategy_document').set(inJson(document)).where('id', '=', id).execute()
}
/** Changes the head of a version and counts its version up. */
export async function updateVersion(tx: Tx, id: string, change: Omit<Updateable<StrategyVersionTable>, 'org_id' | 'id' | 'version' | 'units' | 'waivers' | 'unit_strategies'> & { readonly units?: readonly object[]; readonly waivers?: readonly object[]; readonly unit_strategies?: readonly object[] }): Promise<void> {
  const { units, waivers, unit_strategies: strategies, ...plain } = change
  const written = { ...plain, ...(units ? { units: JSON.stringify(units) } : {}), ...(waivers ? { waivers: JSON.stringify(waivers) } : {}), ...(strategies ? { unit_strategies: JSON.stringify(strategies) } : {}) }
  await tx.updateTable('strategy_version').set(written).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}

/** Ids that objectives have or had, by stable key. */
export async function readObjectiveIds(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('objective').select(['id', 'stable_key']).orderBy('id').execute()
  return new Map(rows.map(({ id, stable_key }) => [stable_key, id]))
}

/** What objectives say that are or were there, by stable key. */
export async function readObjectiveNames(tx: Tx): Promise<readonly { readonly key: string; readonly statement: string }[]> {
  const rows = await tx.selectFrom('objective').select(['stable_key', 'statement']).orderBy('stable_key').orderBy('id').execute()
  return rows.map(({ stable_key: key, statement }) => ({ key, statement }))
}

/** The causal links in force, by stable key of the objectives that they join. */
export async function readLinks(tx: Tx): Promise<readonly (VersionLink & { readonly version: number; readonly fromId: string; readonly toId: string })[]> {
  const { rows } = await sql<VersionLink & { version: number; fromId: string; toId: string }>`
    select l.id, l.version, l.from_id as "fromId", l.to_id as "toId", f.stable_key as "from", t.stable_key as "to", l.polarity, l.lag, l.rationale
    from causal_link l join objective f on f.org_id = l.org_id and f.id = l.from_id join objective t on t.org_id = l.org_id and t.id = l.to_id where l.removed_at is null order by l.id`.execute(tx)
  return rows
}
/** The same as a version says them. */
export const plainLink = ({ id, from, to, polarity, lag, rationale }: VersionLink): VersionLink => ({ id, from, to, polarity, lag, rationale })
