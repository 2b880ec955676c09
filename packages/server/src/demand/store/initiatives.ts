import type { Flag, InitiativeFacts, Rating } from '@throughline/engine/demand'
import type { Currency } from '@throughline/engine/kernel'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import type { InitiativeTable } from '../tables.ts'
import { currentAmount } from './amounts.ts'
import { currentPublications } from './publications.ts'
import { sourcesOf } from './sources.ts'

export type InitiativeRecord = Selectable<InitiativeTable>
type Seen = { readonly reports: number; readonly last_on: string | null; readonly current: boolean }

/** Every initiative of the organisation that was not removed, by name. One query, whatever their number. */
export async function readInitiatives(tx: Tx): Promise<readonly InitiativeFacts[]> {
  return asFacts(tx, await rowsWhere(tx, sql`true`))
}

/** Some initiatives by their ids; those that are not there or were removed are left out. */
export async function readInitiativesOf(tx: Tx, ids: readonly string[]): Promise<readonly InitiativeFacts[]> {
  return asFacts(tx, await rowsWhere(tx, sql`i.id = any(${ids}::uuid[])`, sql`l.initiative_id = any(${ids}::uuid[])`))
}

/** One initiative, or undefined where there is none. */
export async function readInitiative(tx: Tx, id: string): Promise<InitiativeFacts | undefined> {
  return (await readInitiativesOf(tx, [id]))[0]
}

async function rowsWhere(tx: Tx, condition: ReturnType<typeof sql>, reported: ReturnType<typeof sql> = sql`true`): Promise<readonly (InitiativeRecord & Seen)[]> {
  const { rows } = await sql<InitiativeRecord & Seen>`
    with seen as (
      select l.initiative_id,
        (count(*) filter (where p.superseded_at is null))::int as reports,
        max(p.as_of) filter (where p.superseded_at is null) as last_on,
        bool_or(p.superseded_at is null and p.id in ${currentPublications}) as in_latest
      from position_line l join publication p on p.org_id = l.org_id and p.id = l.publication_id
      where ${reported}
      group by l.initiative_id)
    select i.*, coalesce(s.reports, 0) as reports, s.last_on, coalesce(s.in_latest, true) as current
    from initiative i left join seen s on s.initiative_id = i.id
    where i.removed_at is null and ${condition}
    order by i.name, i.key`.execute(tx)
  return rows
}

async function asFacts(tx: Tx, rows: readonly (InitiativeRecord & Seen)[]): Promise<readonly InitiativeFacts[]> {
  if (rows.length === 0) return []
  const { currency } = await readOrganisation(tx)
  const unitNames = new Map((await readUnits(tx)).map(({ id, name }) => [id, name]))
  return rows.map((row) => factsOf(row, row.unit_id === null ? null : (unitNames.get(row.unit_id) ?? null), currency))
}

function factsOf(row: InitiativeRecord & Seen, unitName: string | null, currency: Currency): InitiativeFacts {
  return {
    id: row.id, key: row.key, name: row.name, kind: row.kind, state: row.state, unitId: row.unit_id, unitName, category: row.category, sponsor: row.sponsor, mandatory: row.mandatory,
    rating: ratingOf(row), ratingAsOf: row.rating_as_of, startOn: row.start_on, endOn: row.end_on,
    cost: currentAmount('cost', row.cost_minor, row.cost_reason, currency),
    benefits: currentAmount('benefits', row.benefits_minor, row.benefits_reason, currency),
    inYearBaseline: currentAmount('inYearBaseline', row.in_year_baseline_minor, row.in_year_baseline_reason, currency),
    inYearForecast: currentAmount('inYearForecast', row.in_year_forecast_minor, row.in_year_forecast_reason, currency),
    sources: sourcesOf(row.sources), flags: row.flags as readonly Flag[], version: row.version, current: row.current, reports: row.reports, lastReportedOn: row.last_on,
  }
}

export const ratingOf = (row: Pick<InitiativeRecord, 'rating_scale' | 'rating_level'>): Rating | null => (row.rating_scale && row.rating_level ? { scale: row.rating_scale, level: row.rating_level } : null)

export { sourcesOf } from './sources.ts'

/** Rating in the publication before the newest that lists the initiative, by initiative: of some or of all. */
export async function readPreviousRatings(tx: Tx, ids?: readonly string[]): Promise<ReadonlyMap<string, Rating>> {
  const { rows } = await sql<Pick<InitiativeRecord, 'id' | 'rating_scale' | 'rating_level'>>`
    select initiative_id as id, rating_scale, rating_level
    from (select l.initiative_id, l.rating_scale, l.rating_level, row_number() over (partition by l.initiative_id order by p.as_of desc, p.imported_at desc) as nth
      from position_line l join publication p on p.org_id = l.org_id and p.id = l.publication_id
      where p.superseded_at is null and ${ids === undefined ? sql`true` : sql`l.initiative_id = any(${ids}::uuid[])`}) as ranked
    where nth = 2 and rating_level is not null`.execute(tx)
  return new Map(rows.flatMap((row) => {
    const rating = ratingOf(row)
    return rating ? [[row.id, rating] as const] : []
  }))
}

/** The stored row for an edit, locked until the act ends. */
export const lockInitiative = (tx: Tx, id: string): Promise<InitiativeRecord | undefined> =>
  tx.selectFrom('initiative').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()

/** Some stored rows, locked until the act ends; in one order for all, so that two acts never wait for each other. */
export const lockInitiativesOf = (tx: Tx, ids: readonly string[]): Promise<InitiativeRecord[]> =>
  tx.selectFrom('initiative').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).where('removed_at', 'is', null).orderBy('id').forUpdate().execute()

/** Every stored row, locked until the act ends. */
export const lockInitiatives = (tx: Tx): Promise<InitiativeRecord[]> => tx.selectFrom('initiative').selectAll().where('removed_at', 'is', null).orderBy('id').forUpdate().execute()

/** Stored rows by their ids without a lock; those that were removed are left out. */
export const readInitiativeRecords = (tx: Tx, ids: readonly string[]): Promise<InitiativeRecord[]> => tx.selectFrom('initiative').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).where('removed_at', 'is', null).execute()

export const insertInitiative = async (tx: Tx, row: Insertable<InitiativeTable>): Promise<void> => {
  await tx.insertInto('initiative').values(row).execute()
}

/** Changes an initiative and counts its version up. */
export const updateInitiative = async (tx: Tx, id: string, change: Omit<Updateable<InitiativeTable>, 'org_id' | 'id' | 'version'>): Promise<void> => {
  await tx.updateTable('initiative').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}

/** Whether an initiative that was not removed has the key, whatever its case. */
export async function keyIsTaken(tx: Tx, key: string): Promise<boolean> {
  return (await tx.selectFrom('initiative').select('id').where(sql<string>`lower(key)`, '=', key.toLowerCase()).where('removed_at', 'is', null).executeTakeFirst()) !== undefined
}

/** The description of an initiative; '' where it has none. */
export async function readDescription(tx: Tx, id: string): Promise<string> {
  return (await tx.selectFrom('initiative').select('description').where('id', '=', id).executeTakeFirst())?.description ?? ''
}

/** Descriptions of initiatives that were not removed, by id; one that has none is left out. */
export async function readDescriptions(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('initiative').select(['id', 'description']).where('removed_at', 'is', null).where('description', '<>', '').execute()
  return new Map(rows.map(({ id, description }) => [id, description]))
}

/** Names of initiatives that were not removed, by id: of some, or of all. */
export async function readNames(tx: Tx, ids?: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('initiative').select(['id', 'name']).where('removed_at', 'is', null).$if(ids !== undefined, (query) => query.where(sql<boolean>`id = any(${ids ?? []}::uuid[])`)).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** How many initiatives the organisation holds. */
export async function countInitiatives(tx: Tx): Promise<number> {
  const row = await tx.selectFrom('initiative').select(({ fn }) => fn.countAll<string>().as('count')).where('removed_at', 'is', null).executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The number after the highest that our own keys `I-0001` have reached, removed initiatives included. */
export async function nextKeyNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ highest: number | null }>`select max(substring(key from '^I-([0-9]{1,9})$')::int) as highest from initiative`.execute(tx)
  return (rows[0]?.highest ?? 0) + 1
}

/** Our own key of a number: 7 → I-0007. */
export const keyOfNumber = (number: number): string => `I-${String(number).padStart(4, '0')}`
