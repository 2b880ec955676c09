import type { ConformanceFinding } from '@throughline/contract/governance'
import type { OutcomeCounts } from '@throughline/engine/governance'
import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { StoredAdoption } from '../frameworks/index.ts'
import type { ConformanceCheckTable, ConformanceDeviationTable, ConformanceEvidenceTable, ConformanceTierTable } from './tables.ts'

type Named = { readonly id: string; readonly name: string }
/** What a check found, as it was on its day. */
export type FoundByCheck = { readonly full: number; readonly low: number; readonly sampled: readonly Named[]; readonly counts: OutcomeCounts; readonly findings: readonly ConformanceFinding[]; readonly justified: readonly ConformanceFinding[] }
/** The framework that the initiative followed when something was said: the codes of its elements mean nothing in another one. */
type OfFramework = { readonly framework_id: string | null }
export type StoredEvidence = Selectable<ConformanceEvidenceTable> & OfFramework
export type StoredDeviation = Selectable<ConformanceDeviationTable> & OfFramework
export type StoredCheck = Omit<Selectable<ConformanceCheckTable>, 'found'> & { readonly found: FoundByCheck }

/** What each initiative, or one, followed at the end of a day: its newest adoption until then. */
export const adoptionsBy = (tx: Tx, on: string, only?: string): Promise<readonly StoredAdoption[]> =>
  tx.selectFrom('framework_adoption').distinctOn('initiative_id').selectAll().$if(only !== undefined, (query) => query.where('initiative_id', '=', only ?? '')).where(sql<boolean>`(adopted_at at time zone 'UTC')::date <= ${on}::date`).orderBy('initiative_id').orderBy('adopted_at', 'desc').orderBy('id', 'desc').execute()

const followedAt = (table: 'conformance_evidence' | 'conformance_deviation', said: 'given_at' | 'asked_at') => {
  const [orgId, initiativeId, at] = (['org_id', 'initiative_id', said] as const).map((column) => sql.ref(`${table}.${column}`)) as [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>]
  return sql<string | null>`(select a.framework_id from framework_adoption a where a.org_id = ${orgId} and a.initiative_id = ${initiativeId} and a.adopted_at <= ${at} order by a.adopted_at desc, a.id desc limit 1)`.as('framework_id')
}

/** Evidence that stands, of some initiatives, by day, the newest first. */
export const readEvidence = (tx: Tx, initiativeIds: readonly string[]): Promise<readonly StoredEvidence[]> =>
  tx.selectFrom('conformance_evidence').selectAll().select(followedAt('conformance_evidence', 'given_at')).where('initiative_id', '=', sql<string>`any(${initiativeIds}::uuid[])`).where('removed_at', 'is', null).orderBy('shown_on', 'desc').orderBy('id', 'desc').execute()
export const insertEvidence = (tx: Tx, row: Insertable<ConformanceEvidenceTable>) => tx.insertInto('conformance_evidence').values(row).execute()
export const takeEvidenceAway = (tx: Tx, id: string, at: string) => tx.updateTable('conformance_evidence').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Deviations of some initiatives, or all of them, the oldest first. */
export const readDeviations = (tx: Tx, initiativeIds?: readonly string[]): Promise<readonly StoredDeviation[]> =>
  tx.selectFrom('conformance_deviation').selectAll().select(followedAt('conformance_deviation', 'asked_at')).$if(initiativeIds !== undefined, (query) => query.where('initiative_id', '=', sql<string>`any(${initiativeIds ?? []}::uuid[])`)).orderBy('asked_at').orderBy('id').execute()
export const lockDeviation = (tx: Tx, id: string): Promise<Selectable<ConformanceDeviationTable> | undefined> => tx.selectFrom('conformance_deviation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const insertDeviation = (tx: Tx, row: Insertable<ConformanceDeviationTable>) => tx.insertInto('conformance_deviation').values(row).execute()
export const updateDeviation = (tx: Tx, id: string, set: Updateable<ConformanceDeviationTable>) => tx.updateTable('conformance_deviation').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** How closely initiatives are looked at, or one is: what was said last until the end of a day. */
export async function readTiers(tx: Tx, on: string, only?: string): Promise<ReadonlyMap<string, ConformanceTierTable['tier']>> {
  const rows = await tx.selectFrom('conformance_tier').distinctOn('initiative_id').select(['initiative_id', 'tier']).$if(only !== undefined, (query) => query.where('initiative_id', '=', only ?? '')).where(sql<boolean>`(given_at at time zone 'UTC')::date <= ${on}::date`).orderBy('initiative_id').orderBy('given_at', 'desc').orderBy('id', 'desc').execute()
  return new Map(rows.map(({ initiative_id, tier }) => [initiative_id, tier]))
}
export const insertTier = (tx: Tx, row: Insertable<ConformanceTierTable>) => tx.insertInto('conformance_tier').values(row).execute()

/** Checks, the newest first, each with the first of what it found; its counts tell how much that was. */
export async function readChecks(tx: Tx, most: number, mostFound: number): Promise<readonly StoredCheck[]> {
  const first = (list: 'findings' | 'justified') => sql`jsonb_path_query_array(found, ${`$.${list}[0 to ${mostFound - 1}]`}::jsonpath)`
  return (await tx
    .selectFrom('conformance_check').select(['org_id', 'id', 'of_day', 'seed', 'low_share', 'reason', 'made_by', 'made_at']).select(sql<unknown>`found || jsonb_build_object('findings', ${first('findings')}, 'justified', ${first('justified')})`.as('found'))
    .orderBy('made_at', 'desc').orderBy('id', 'desc').limit(most).execute()) as StoredCheck[]
}
export const countChecks = async (tx: Tx): Promise<number> => (await tx.selectFrom('conformance_check').select(sql<number>`count(*)::int`.as('all')).executeTakeFirstOrThrow()).all
export const insertCheck = (tx: Tx, { found, ...row }: Omit<Insertable<ConformanceCheckTable>, 'found'> & { readonly found: FoundByCheck }) => tx.insertInto('conformance_check').values({ ...row, found: JSON.stringify(found) }).execute()

/** What was ever shown, asked for or said of an initiative, by the kind of its revisions. */
export async function idsOf(tx: Tx, initiativeId: string): Promise<readonly { readonly kind: string; readonly ids: readonly string[] }[]> {
  const of = async (kind: 'conformance_evidence' | 'conformance_deviation' | 'conformance_tier') => ({ kind, ids: (await tx.selectFrom(kind).select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id) })
  return [await of('conformance_evidence'), await of('conformance_deviation'), await of('conformance_tier')]
}
