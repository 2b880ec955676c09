import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { LinkedRow } from '../imports/link.ts'
import type { StagedRow } from '../imports/staged.ts'
import type { ImportPlanTable } from '../imports/tables.ts'
import { insertAll } from './bulk.ts'
import { rowReader } from './pieces.ts'

/** Keeps issues; `issues` is the JSON text of `StagedIssue[]`. Those of the comparison come after those of the file. */
export async function insertIssues(tx: Tx, importId: string, issues: string, stage: 'read' | 'plan'): Promise<void> {
  await sql`insert into import_issue (org_id, import_id, number, severity, code, row_number, found, expected, message, place, stage)
    select current_org(), ${importId}::uuid, n.*, ${stage} from jsonb_to_recordset(${issues}::jsonb) as n(number int, severity text, code text, row_number int, found text, expected text, message text, place jsonb)`.execute(tx)
}

/** Names and places of rows, and the names of initiatives, for what is to be said about them. */
export async function readIssuePlaces(tx: Tx, importId: string, numbers: readonly number[], ids: readonly string[]): Promise<{ readonly rows: ReadonlyMap<number, { readonly name: string; readonly row: number }>; readonly names: ReadonlyMap<string, string> }> {
  const rows = await rowReader(tx, importId)(numbers)
  const named = await sql<{ id: string; name: string }>`select id, name from initiative where id = any(${ids}::uuid[])`.execute(tx)
  return { rows: new Map([...rows].map(([number, { name, content: { row } }]) => [number, { name, row }])), names: new Map(named.rows.map(({ id, name }) => [id, name])) }
}

export type PlannedRow = Omit<ImportPlanTable, 'org_id' | 'import_id'>

/** Takes back what an earlier comparison found. */
export async function clearPlan(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('import_plan').where('import_id', '=', importId).execute()
  await tx.deleteFrom('import_issue').where('import_id', '=', importId).where('stage', '=', 'plan').execute()
}

export const insertPlan = (tx: Tx, orgId: string, importId: string, rows: readonly PlannedRow[]): Promise<void> => insertAll(tx, 'import_plan', rows.map((row) => ({ org_id: orgId, import_id: importId, ...row })))

/** The links of the last comparison, in the order of the file. */
export async function readLinks(tx: Tx, importId: string): Promise<readonly Omit<LinkedRow, 'conflicts'>[]> {
  const { rows } = await sql<Omit<LinkedRow, 'conflicts'>>`
    select number, as_of as "asOf", begins, initiative_id as "initiativeId", linked_by as "linkedBy" from import_plan where import_id = ${importId} order by as_of nulls first, number`.execute(tx)
  return rows
}

export type RowsWanted = { readonly from: number; readonly limit: number; readonly effect?: string; readonly number?: number }
type Planned = Pick<PlannedRow, 'number' | 'linked_by' | 'effect' | 'changes'> & { readonly matched: string | null; readonly issues: number }
export type ShownRow = StagedRow & Omit<Planned, 'number'>

/** A page of rows with what becomes of each, in the order of the file, and how many there are. */
export async function readShownRows(tx: Tx, importId: string, { from, limit, effect, number }: RowsWanted): Promise<{ readonly total: number; readonly rows: readonly ShownRow[] }> {
  const wanted = sql`p.import_id = ${importId} and (${effect ?? null}::text is null or p.effect = ${effect ?? null}) and (${number ?? null}::int is null or p.number = ${number ?? null}::int)`
  const total = await sql<{ total: number }>`select count(*)::int as total from import_plan p where ${wanted}`.execute(tx)
  const { rows: planned } = await sql<Planned>`
    select p.number, p.linked_by, p.effect, p.changes, i.name as matched, (select count(*)::int from import_issue e where e.import_id = p.import_id and e.row_number = p.number) as issues
    from (select p.* from import_plan p where ${wanted} order by p.number offset ${from} limit ${limit}) p left join initiative i on i.org_id = p.org_id and i.id = p.initiative_id order by p.number`.execute(tx)
  const rows = await rowReader(tx, importId)(planned.map((one) => one.number))
  return { total: total.rows[0]?.total ?? 0, rows: planned.flatMap((one) => (rows.get(one.number) ? [{ ...one, ...(rows.get(one.number) as StagedRow) }] : [])) }
}

export type IssuesWanted = { readonly from: number; readonly limit: number | null; readonly severity?: string; readonly code?: string; readonly row?: number }
export type ShownIssue = { readonly number: number; readonly severity: 'error' | 'warning' | 'note'; readonly code: string; readonly row: number | null; readonly found: string; readonly expected: string; readonly message: string; readonly place: { readonly sheet: string; readonly row: number; readonly column: number; readonly cell: string; readonly header?: string } }

/** A page of issues in the order of the file, and how many there are. */
export async function readShownIssues(tx: Tx, importId: string, { from, limit, severity, code, row }: IssuesWanted): Promise<{ readonly total: number; readonly rows: readonly ShownIssue[] }> {
  const wanted = sql`import_id = ${importId} and (${severity ?? null}::text is null or severity = ${severity ?? null}) and (${code ?? null}::text is null or code = ${code ?? null}) and (${row ?? null}::int is null or row_number = ${row ?? null}::int)`
  const total = await sql<{ total: number }>`select count(*)::int as total from import_issue where ${wanted}`.execute(tx)
  const { rows } = await sql<ShownIssue>`select number, severity, code, row_number as row, found, expected, message, place from import_issue where ${wanted} order by number offset ${from} limit ${limit}`.execute(tx)
  return { total: total.rows[0]?.total ?? 0, rows }
}

/** How many issues of each kind there are, errors first, the most frequent first. */
export async function countIssues(tx: Tx, importId: string): Promise<readonly { readonly code: string; readonly severity: 'error' | 'warning' | 'note'; readonly count: number }[]> {
  const { rows } = await sql<{ code: string; severity: 'error' | 'warning' | 'note'; count: number }>`
    select code, severity, count(*)::int as count from import_issue where import_id = ${importId} group by code, severity order by array_position(array['error', 'warning', 'note'], severity), count(*) desc, code`.execute(tx)
  return rows
}
