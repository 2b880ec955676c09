import type { PublicationFacts, ReportFacts } from '@throughline/engine/demand'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { KnownNames } from '../imports/link.ts'
import type { PublicationTable, ReportTable } from '../tables.ts'
import type { StagedRow } from '../imports/staged.ts'
import { byHashing, insertAll } from './bulk.ts'
import { publishedAmount, type StoredAmount } from './amounts.ts'

/** The publications in force, oldest position first. */
export async function readPublications(tx: Tx): Promise<readonly PublicationFacts[]> {
  const rows = await tx.selectFrom('publication').select(['id', 'title', 'as_of', 'rating_scale', 'rows', 'file_name']).where('superseded_at', 'is', null).orderBy('as_of').orderBy('imported_at').execute()
  return rows.map((row) => ({ id: row.id, title: row.title, asOf: row.as_of, ratingScale: row.rating_scale, rows: row.rows, fileName: row.file_name }))
}

/** Which reports to read; narratives are long and left out unless asked for. */
export type ReportsWanted = { readonly publicationId?: string; readonly initiativeId?: string; readonly initiativeIds?: readonly string[]; readonly narratives?: boolean }

/** Reports in force, oldest position first, in the order of the file within a publication. */
export async function readReports(tx: Tx, wanted: ReportsWanted = {}): Promise<readonly ReportFacts[]> {
  const rows = await tx
    .selectFrom('report as r')
    .innerJoin('publication as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.publication_id'))
    .select([...reportColumns, 'p.title as publication', 'p.as_of'])
    .$if(wanted.narratives === true, (query) => query.select('r.narratives'))
    .where('r.superseded_at', 'is', null)
    .$if(wanted.publicationId !== undefined, (query) => query.where('r.publication_id', '=', wanted.publicationId ?? ''))
    .$if(wanted.initiativeId !== undefined, (query) => query.where('r.initiative_id', '=', wanted.initiativeId ?? ''))
    .$if(wanted.initiativeIds !== undefined, (query) => query.where(sql<boolean>`r.initiative_id = any(${wanted.initiativeIds ?? []}::uuid[])`))
    .orderBy('p.as_of')
    .orderBy('p.imported_at')
    .orderBy('r.row_no')
    .execute()
  return rows.map(reportOf)
}

const reportColumns = [
  'r.id', 'r.publication_id', 'r.initiative_id', 'r.row_no', 'r.name', 'r.published_id', 'r.unit_name', 'r.category', 'r.rating_scale', 'r.rating_level', 'r.rating_as_published', 'r.sponsor_rating_level',
  'r.start_on', 'r.end_on', 'r.start_as_published', 'r.end_as_published', 'r.cost', 'r.benefits', 'r.in_year_baseline', 'r.in_year_forecast', 'r.linked_by', 'r.flags',
] as const

type ReportRow = Omit<Selectable<ReportTable>, 'org_id' | 'narratives' | 'recorded_at' | 'superseded_at' | 'years' | 'custom' | 'units' | 'content_hash'> & { readonly publication: string; readonly as_of: string; readonly narratives?: unknown }

function reportOf(row: ReportRow): ReportFacts {
  const rated = (level: ReportRow['rating_level']): ReportFacts['rating'] => (row.rating_scale && level ? { scale: row.rating_scale, level } : null)
  return {
    id: row.id, publicationId: row.publication_id, publication: row.publication, asOf: row.as_of, initiativeId: row.initiative_id, name: row.name, publishedId: row.published_id, unitName: row.unit_name, category: row.category,
    rating: rated(row.rating_level), ratingAsPublished: row.rating_as_published, sponsorRating: rated(row.sponsor_rating_level),
    startOn: row.start_on, endOn: row.end_on, startAsPublished: row.start_as_published, endAsPublished: row.end_as_published,
    cost: publishedAmount(row.cost as StoredAmount), benefits: publishedAmount(row.benefits as StoredAmount), inYearBaseline: publishedAmount(row.in_year_baseline as StoredAmount), inYearForecast: publishedAmount(row.in_year_forecast as StoredAmount),
    narratives: (row.narratives ?? []) as ReportFacts['narratives'], linkedBy: row.linked_by, flags: row.flags,
  }
}

/** Ids and names of every initiative, from all publications ever imported. */
export async function readKnownNames(tx: Tx): Promise<readonly KnownNames[]> {
  const own = await tx.selectFrom('initiative').select(['id', 'key', 'name']).where('removed_at', 'is', null).orderBy('created_at').orderBy('id').execute()
  const published = await tx.selectFrom('report').select(['initiative_id', 'name', 'published_id']).distinct().execute()
  const byInitiative = Map.groupBy(published, (row) => row.initiative_id)
  return own.map(({ id, key, name }) => {
    const reports = byInitiative.get(id) ?? []
    return { id, key, publishedId: reports.find((row) => row.published_id !== null)?.published_id ?? null, names: [...new Set([name, ...reports.map((row) => row.name)])] }
  })
}

/**
 * The publications that make the current list: the newest that is a whole list, and those of a part that are as new or newer.
 * An initiative is current if one of them lists it, or none ever has.
 */
export const currentPublications = sql<string>`(
  with whole as (select id, as_of from publication where superseded_at is null and scope = 'whole' order by as_of desc, imported_at desc limit 1)
  select p.id from publication p where p.superseded_at is null and (p.id = (select id from whole) or (p.scope = 'part' and p.as_of >= coalesce((select as_of from whole), '-infinity'))))`

/** How many initiatives are on the list because a publication lists them. */
export async function countListed(tx: Tx): Promise<number> {
  const { rows } = await byHashing(tx, () => sql<{ count: number }>`
    select count(*)::int as count from (select initiative_id from report where publication_id in ${currentPublications} intersect select id from initiative where removed_at is null) listed`.execute(tx))
  return rows[0]?.count ?? 0
}

/** Those on the list that the rows of an import at `asOf` do not continue, by name; all of them where no limit is given. */
export async function readLeaving(tx: Tx, importId: string, asOf: string, { from, limit }: { readonly from: number; readonly limit: number }): Promise<{ readonly total: number; readonly rows: readonly { readonly id: string; readonly key: string; readonly name: string }[] }> {
  const leaving = sql`from (
      select initiative_id from report where publication_id in ${currentPublications}
      except select initiative_id from import_plan where import_id = ${importId} and initiative_id is not null and as_of = ${asOf}
    ) gone join initiative i on i.id = gone.initiative_id where i.removed_at is null`
  return byHashing(tx, async () => {
    const total = await sql<{ total: number }>`select count(*)::int as total ${leaving}`.execute(tx)
    const { rows } = await sql<{ id: string; key: string; name: string }>`select i.id, i.key, i.name ${leaving} order by i.name, i.key offset ${from} limit ${limit}`.execute(tx)
    return { total: total.rows[0]?.total ?? 0, rows }
  })
}

export type PublicationInForce = { readonly id: string; readonly title: string; readonly as_of: string; readonly scope: 'whole' | 'part'; readonly rating_scale: string | null; readonly rows: number }

/** Publications in force, newest position first. */
export const readInForce = (tx: Tx): Promise<PublicationInForce[]> => tx.selectFrom('publication').select(['id', 'title', 'as_of', 'scope', 'rating_scale', 'rows']).where('superseded_at', 'is', null).orderBy('as_of', 'desc').orderBy('imported_at', 'desc').execute()

/** Whether a publication says of every initiative what rows say by their fingerprints, and of no other. */
export async function saysTheSame(tx: Tx, publicationId: string, said: readonly { readonly id: string; readonly hash: string }[]): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    with said as materialized (select id::uuid as initiative_id, hash as content_hash from unnest(${said.map(({ id }) => id)}::text[], ${said.map(({ hash }) => hash)}::text[]) as s(id, hash)),
      known as materialized (select initiative_id, content_hash from report where publication_id = ${publicationId})
    select (select count(*) from said) = (select count(*) from known) and not exists (select * from said except select * from known) as same`.execute(tx)
  return rows[0]?.same ?? false
}

/** Closes a publication and its reports; they are kept and no longer count. */
export async function supersedePublication(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('publication').set({ superseded_at: sql<string>`act_time()` }).where('id', '=', id).execute()
  await tx.updateTable('report').set({ superseded_at: sql<string>`act_time()` }).where('publication_id', '=', id).execute()
}

/** Puts a publication and its reports in force again. */
export async function reinstatePublication(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('publication').set({ superseded_at: null }).where('id', '=', id).execute()
  await tx.updateTable('report').set({ superseded_at: null }).where('publication_id', '=', id).execute()
}

export const insertPublication = async (tx: Tx, row: Insertable<PublicationTable>): Promise<void> => {
  await tx.insertInto('publication').values(row).execute()
}

/** A row of a file as a report of a publication on an initiative. */
export type NewReport = Pick<Insertable<ReportTable>, 'org_id' | 'id' | 'publication_id' | 'initiative_id' | 'linked_by'> & { readonly row: StagedRow }

/** Adds reports as their rows say. */
export const insertReports = (tx: Tx, reports: readonly NewReport[]): Promise<void> =>
  insertAll(tx, 'report', reports.map(({ row: { units, content_hash, content }, ...report }) => ({ ...report, ...content.report, years: content.years, custom: content.custom, units, content_hash })))
