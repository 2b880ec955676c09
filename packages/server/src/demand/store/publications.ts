import type { PublicationFacts, ReportFacts } from '@throughline/engine/demand'
import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { PublicationTable, ReportTable } from '../tables.ts'
import { publishedAmount, type StoredAmount } from './amounts.ts'

/** The publications in force, oldest position first. */
export async function readPublications(tx: Tx): Promise<readonly PublicationFacts[]> {
  const rows = await tx.selectFrom('publication').select(['id', 'title', 'as_of', 'rating_scale', 'rows', 'file_name']).where('superseded_at', 'is', null).orderBy('as_of').orderBy('imported_at').execute()
  return rows.map((row) => ({ id: row.id, title: row.title, asOf: row.as_of, ratingScale: row.rating_scale, rows: row.rows, fileName: row.file_name }))
}

/** Which reports to read; narratives are long and left out unless asked for. */
export type ReportsWanted = { readonly publicationId?: string; readonly initiativeId?: string; readonly narratives?: boolean }

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

type ReportRow = Omit<Selectable<ReportTable>, 'org_id' | 'narratives' | 'recorded_at' | 'superseded_at'> & { readonly publication: string; readonly as_of: string; readonly narratives?: unknown }

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

/** What links a row of a publication to an initiative: the publisher's id and every name it has had. */
export type KnownNames = { readonly id: string; readonly key: string; readonly publishedId: string | null; readonly names: readonly string[] }

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

/** Closes an earlier import of the same position; its reports are kept and no longer count. */
export async function supersedePublication(tx: Tx, position: { readonly asOf: string; readonly title: string }, at: string): Promise<string | undefined> {
  const earlier = await tx.updateTable('publication').set({ superseded_at: at }).where('as_of', '=', position.asOf).where('title', '=', position.title).where('superseded_at', 'is', null).returning('id').executeTakeFirst()
  if (earlier) await tx.updateTable('report').set({ superseded_at: at }).where('publication_id', '=', earlier.id).execute()
  return earlier?.id
}

export const insertPublication = async (tx: Tx, row: Insertable<PublicationTable>): Promise<void> => {
  await tx.insertInto('publication').values(row).execute()
}
