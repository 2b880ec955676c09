import type { CaseState } from '@throughline/contract/demand'
import type { CaseContent } from '@throughline/engine/demand'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { servedInForce } from '../../strategy/index.ts'
import './tables.ts'
import type { BusinessCaseTable } from './tables.ts'

/** What stood around a case when it was submitted. */
export type KnownAround = { readonly objectives: readonly { readonly id: string; readonly name: string }[] }
export type StoredCase = Omit<Selectable<BusinessCaseTable>, 'content' | 'known'> & { readonly content: CaseContent; readonly known: KnownAround | null }

const standing = (tx: Tx) => tx.selectFrom('business_case').selectAll().where('removed_at', 'is', null)

/** Every version of the case of an initiative, the newest first. */
export const readCases = async (tx: Tx, initiativeId: string): Promise<readonly StoredCase[]> => (await standing(tx).where('initiative_id', '=', initiativeId).orderBy('no', 'desc').execute()) as StoredCase[]
/** The version of an initiative in a state, held until the act ends. */
export const lockCase = async (tx: Tx, initiativeId: string, state: 'draft' | 'submitted'): Promise<StoredCase | undefined> => (await standing(tx).where('initiative_id', '=', initiativeId).where('state', '=', state).forUpdate().executeTakeFirst()) as StoredCase | undefined
/** The number of the next version: those that were put away keep theirs. */
export const nextCaseNo = async (tx: Tx, initiativeId: string): Promise<number> => ((await tx.selectFrom('business_case').select((row) => row.fn.max('no').as('last')).where('initiative_id', '=', initiativeId).executeTakeFirst())?.last ?? 0) + 1

type Given<Row> = Omit<Row, 'content' | 'known'> & { readonly content?: CaseContent; readonly known?: KnownAround }
const asJson = ({ content, known, ...row }: { readonly content?: CaseContent; readonly known?: KnownAround }) => ({ ...row, ...(content === undefined ? {} : { content: JSON.stringify(content) }), ...(known === undefined ? {} : { known: JSON.stringify(known) }) })
export const insertCase = (tx: Tx, row: Given<Insertable<BusinessCaseTable>> & { readonly content: CaseContent }) => tx.insertInto('business_case').values(asJson(row) as Insertable<BusinessCaseTable>).execute()
/** Changes a version and counts its version up. */
export const updateCase = (tx: Tx, id: string, set: Given<Updateable<BusinessCaseTable>>) => tx.updateTable('business_case').set(asJson(set)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Objectives in force that initiatives serve, by initiative. */
export async function readServedObjectives(tx: Tx, initiativeIds: readonly string[]): Promise<ReadonlyMap<string, KnownAround['objectives']>> {
  const { rows } = await sql<{ initiative_id: string; id: string; name: string }>`
    select s.initiative_id, o.id, o.statement as name from (${servedInForce}) s join objective o on o.org_id = s.org_id and o.id = s.objective_id
    where s.org_id = current_org() and s.initiative_id = any(${[...initiativeIds]}::uuid[]) order by o.statement, o.id`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ initiative_id }) => initiative_id)].map(([id, own]) => [id, own.map(({ id: objective, name }) => ({ id: objective, name }))]))
}

/** Accounts of those who wrote in a version of the case of an initiative, or in one before it. Deciding is no writing. */
export async function readWriters(tx: Tx, initiativeId: string, no: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.account_id as id from business_case c join revision r on r.org_id = c.org_id and r.room = 'demand' and r.kind = 'business_case' and r.entity_id = c.id::text
    where c.initiative_id = ${initiativeId} and c.no <= ${no} and r.act in ('demand.draft-business-case', 'demand.change-business-case', 'demand.set-case-flows', 'demand.submit-business-case')`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Which cases a list asks for. */
export type CasesWanted = { readonly search: string; readonly state: CaseState | undefined; readonly decisionId: string | undefined; readonly from: number; readonly limit: number }
type Listed = StoredCase & { readonly key: string; readonly name: string; readonly unit_id: string | null }

/** The newest version of each initiative that stands, as a relation. */
const newest = sql`select distinct on (c.initiative_id) c.*, i.key, i.name, i.unit_id from business_case c join initiative i on i.org_id = c.org_id and i.id = c.initiative_id and i.removed_at is null where c.removed_at is null and c.org_id = current_org() order by c.initiative_id, c.no desc`

/** A page of the list by the name of the initiative, and how many there are of each state. Of a decision, the version that it was about. */
export async function readCasePage(tx: Tx, { search, state, decisionId, from, limit }: CasesWanted): Promise<{ readonly rows: readonly Listed[]; readonly total: number; readonly counts: readonly { readonly state: CaseState; readonly count: number }[] }> {
  const source = decisionId === undefined ? newest : sql`select c.*, i.key, i.name, i.unit_id from business_case c join initiative i on i.org_id = c.org_id and i.id = c.initiative_id and i.removed_at is null where c.removed_at is null and c.org_id = current_org() and c.decision_id = ${decisionId}`
  const pattern = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const found = sql`from (${source}) c where (c.name ilike ${pattern} or c.key ilike ${pattern})`
  const counts = (await sql<{ state: CaseState; count: number }>`select c.state, count(*)::int as count ${found} group by c.state order by c.state`.execute(tx)).rows
  const { rows } = await sql<Listed>`select c.* ${found} ${state === undefined ? sql`` : sql`and c.state = ${state}`} order by c.name, c.key, c.no desc limit ${limit} offset ${from}`.execute(tx)
  return { rows, counts, total: counts.filter((one) => state === undefined || one.state === state).reduce((sum, { count }) => sum + count, 0) }
}

/** How many initiatives in some states have no case. */
export async function countWithoutCase(tx: Tx, states: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from initiative i where i.removed_at is null and i.state = any(${[...states]}::text[]) and not exists (select 1 from business_case c where c.org_id = i.org_id and c.initiative_id = i.id and c.removed_at is null)`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Cases by what they are called, with those that were put away. */
export async function namesOfCases(tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly no: number; readonly initiative: string; readonly initiativeId: string; readonly gone: boolean }[]> {
  const { rows } = await sql<{ id: string; no: number; initiative: string; initiativeId: string; gone: boolean }>`
    select c.id, c.no, i.name as initiative, i.id as "initiativeId", c.removed_at is not null as gone from business_case c join initiative i on i.org_id = c.org_id and i.id = c.initiative_id where c.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}
/** Versions of the case of an initiative, by id. */
export const casesOf = async (tx: Tx, initiativeId: string): Promise<readonly string[]> => (await tx.selectFrom('business_case').select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id)
