import type { Flag } from '@throughline/engine/demand'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { LinkedRow, LinkRow } from '../imports/link.ts'
import { unpackedParts } from '../imports/packed.ts'
import type { StagedCustom, StagedPart, StagedRow, StagedYear } from '../imports/staged.ts'
import type { ImportPlanTable } from '../imports/tables.ts'

/** Keeps rows as they were read; `rows` is what `packedRows` makes of them. */
export async function insertRows(tx: Tx, importId: string, rows: string): Promise<void> {
  await sql`insert into import_row (org_id, import_id, number, as_of, name, published_id, duplicate_of, units, unit_code, content_hash, content)
    select current_org(), ${importId}::uuid, n.* from jsonb_to_recordset(${rows}::jsonb) as n(number int, as_of date, name text, published_id text, duplicate_of int, units text[], unit_code text, content_hash text, content jsonb)`.execute(tx)
}

/** Keeps issues; `issues` is the JSON text of `StagedIssue[]`. Those of the comparison come after those of the file. */
export async function insertIssues(tx: Tx, importId: string, issues: string, stage: 'read' | 'plan'): Promise<void> {
  await sql`insert into import_issue (org_id, import_id, number, severity, code, row_number, found, expected, message, place, stage)
    select current_org(), ${importId}::uuid, n.*, ${stage} from jsonb_to_recordset(${issues}::jsonb) as n(number int, severity text, code text, row_number int, found text, expected text, message text, place jsonb)`.execute(tx)
}

/** What links rows, positions oldest first, within one in the order of the file. */
export async function readLinkRows(tx: Tx, importId: string): Promise<readonly LinkRow[]> {
  const { rows } = await sql<LinkRow>`select number, name, published_id as "publishedId", duplicate_of as "duplicateOf", as_of as "asOf" from import_row where import_id = ${importId} order by as_of nulls first, number`.execute(tx)
  return rows
}

/** What a row says of the fields of an initiative. */
export type RowParts = { readonly number: number; readonly asOf: string | null; readonly units: readonly string[]; readonly parts: readonly StagedPart[]; readonly flags: readonly Flag[]; readonly years: readonly StagedYear[]; readonly custom: readonly StagedCustom[] }

/** Rows by number, less what only their reports repeat. */
export async function readParts(tx: Tx, importId: string, numbers: readonly number[]): Promise<readonly RowParts[]> {
  const { rows } = await sql<Omit<RowParts, 'parts'> & { readonly said: string | null; readonly parts: RowParts['parts'] | null }>`
    select number, as_of as "asOf", units, content ->> 'said' as said, content -> 'parts' as parts, content -> 'report' -> 'flags' as flags, content -> 'years' as years, content -> 'custom' as custom
    from import_row where import_id = ${importId} and number = any(${numbers}::int[])`.execute(tx)
  // A file that an earlier version has read keeps its parts unpacked.
  return rows.map(({ said, parts, ...row }) => ({ ...row, parts: said === null ? (parts ?? []) : unpackedParts(said) }))
}

/** The paths of units that rows which are taken name, with how many rows name each, and a code where one is given. */
export async function readUnitPaths(tx: Tx, importId: string): Promise<readonly { readonly path: readonly string[]; readonly code: string | null; readonly rows: number }[]> {
  const { rows } = await sql<{ path: string[]; code: string | null; rows: number }>`
    select units as path, min(unit_code) as code, count(*)::int as rows from import_row where import_id = ${importId} and duplicate_of is null and cardinality(units) > 0 group by units order by min(number)`.execute(tx)
  return rows
}

/** Names and places of rows, and the names of initiatives, for what is to be said about them. */
export async function readIssuePlaces(tx: Tx, importId: string, numbers: readonly number[], ids: readonly string[]): Promise<{ readonly rows: ReadonlyMap<number, { readonly name: string; readonly row: number }>; readonly names: ReadonlyMap<string, string> }> {
  const { rows } = await sql<{ number: number; name: string; row: number }>`select number, name, (content ->> 'row')::int as row from import_row where import_id = ${importId} and number = any(${numbers}::int[])`.execute(tx)
  const named = await sql<{ id: string; name: string }>`select id, name from initiative where id = any(${ids}::uuid[])`.execute(tx)
  return { rows: new Map(rows.map((row) => [row.number, row])), names: new Map(named.rows.map(({ id, name }) => [id, name])) }
}

export type PlannedRow = Omit<ImportPlanTable, 'org_id' | 'import_id'>

/** Takes back what an earlier comparison found. */
export async function clearPlan(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('import_plan').where('import_id', '=', importId).execute()
  await tx.deleteFrom('import_issue').where('import_id', '=', importId).where('stage', '=', 'plan').execute()
}

export async function insertPlan(tx: Tx, importId: string, rows: readonly PlannedRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into import_plan (org_id, import_id, number, as_of, begins, initiative_id, linked_by, effect, changes)
    select current_org(), ${importId}::uuid, n.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(number int, as_of date, begins int, initiative_id uuid, linked_by text, effect text, changes jsonb)`.execute(tx)
}

/** The links of the last comparison, in the order of the file. */
export async function readLinks(tx: Tx, importId: string): Promise<readonly Omit<LinkedRow, 'conflicts'>[]> {
  const { rows } = await sql<Omit<LinkedRow, 'conflicts'>>`
    select number, as_of as "asOf", begins, initiative_id as "initiativeId", linked_by as "linkedBy" from import_plan where import_id = ${importId} order by as_of nulls first, number`.execute(tx)
  return rows
}

export type RowsWanted = { readonly from: number; readonly limit: number; readonly effect?: string; readonly number?: number }
export type ShownRow = Omit<StagedRow, 'content'> & { readonly content: Omit<StagedRow['content'], 'parts'> } & Pick<PlannedRow, 'linked_by' | 'effect' | 'changes'> & { readonly matched: string | null; readonly issues: number }

/** A page of rows with what becomes of each, in the order of the file, and how many there are. */
export async function readShownRows(tx: Tx, importId: string, { from, limit, effect, number }: RowsWanted): Promise<{ readonly total: number; readonly rows: readonly ShownRow[] }> {
  const wanted = sql`r.import_id = ${importId} and (${effect ?? null}::text is null or p.effect = ${effect ?? null}) and (${number ?? null}::int is null or r.number = ${number ?? null}::int)`
  const joined = sql`import_row r left join import_plan p on p.org_id = r.org_id and p.import_id = r.import_id and p.number = r.number`
  const total = await sql<{ total: number }>`select count(*)::int as total from ${joined} where ${wanted}`.execute(tx)
  const { rows } = await sql<ShownRow>`
    select r.number, r.as_of, r.name, r.published_id, r.duplicate_of, r.units, r.unit_code, r.content_hash, r.content, p.linked_by, p.effect, coalesce(p.changes, '[]') as changes, i.name as matched,
      (select count(*)::int from import_issue e where e.import_id = r.import_id and e.row_number = r.number) as issues
    from (select r.* from ${joined} where ${wanted} order by r.number offset ${from} limit ${limit}) r
    left join import_plan p on p.org_id = r.org_id and p.import_id = r.import_id and p.number = r.number
    left join initiative i on i.org_id = r.org_id and i.id = p.initiative_id order by r.number`.execute(tx)
  return { total: total.rows[0]?.total ?? 0, rows }
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
