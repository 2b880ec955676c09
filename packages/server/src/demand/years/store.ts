import type { FieldSource, KnownYear } from '@throughline/engine/demand'
import { money, type Currency } from '@throughline/engine/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

export type YearKind = 'cost' | 'benefits'
/** One year of one kind; null takes it back. */
export type YearGiven = { readonly kind: YearKind; readonly year: number; readonly minor: string | null }
/** What was given of an initiative, by kind, in the order of the years. */
export type GivenYears = Readonly<Record<YearKind, readonly KnownYear[]>>

type Row = { readonly initiative_id: string; readonly kind: YearKind; readonly year: number; readonly amount_minor: string; readonly source: FieldSource }

/** The years that were given of some initiatives. */
export async function readYears(tx: Tx, initiativeIds: readonly string[], currency: Currency): Promise<ReadonlyMap<string, GivenYears>> {
  const { rows } = await sql<Row>`select initiative_id, kind, year, amount_minor, source from year_line where initiative_id = any(${initiativeIds}::uuid[]) order by initiative_id, kind, year`.execute(tx)
  const of = (own: readonly Row[], kind: YearKind): readonly KnownYear[] => own.filter((row) => row.kind === kind).map(({ year, amount_minor, source }) => ({ year, amount: money(BigInt(amount_minor), currency), source: inWords(source) }))
  return new Map([...Map.groupBy(rows, (row) => row.initiative_id)].map(([id, own]) => [id, { cost: of(own, 'cost'), benefits: of(own, 'benefits') }]))
}

const inWords = (source: FieldSource): string => (source.kind === 'entered' ? `Entered by ${source.by} on ${source.at.slice(0, 10)}` : `Given in ${source.publication}, cell ${source.cell}`)

/** The amounts that stand for some years of an initiative, by `cost 2027`. */
export async function readStanding(tx: Tx, initiativeId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('year_line').select(['kind', 'year', 'amount_minor']).where('initiative_id', '=', initiativeId).execute()
  return new Map(rows.map(({ kind, year, amount_minor }) => [`${kind} ${year}`, amount_minor]))
}

/** Gives years, or takes them back. No revision: the act writes it, and counts the initiative's version up. */
export async function setYears(tx: Tx, initiativeId: string, given: readonly YearGiven[], source: FieldSource): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n(kind text, year int, minor bigint)`
  await sql`delete from year_line t using ${rows} where t.org_id = current_org() and t.initiative_id = ${initiativeId} and t.kind = n.kind and t.year = n.year and n.minor is null`.execute(tx)
  await sql`insert into year_line (org_id, initiative_id, kind, year, amount_minor, source) select current_org(), ${initiativeId}::uuid, n.kind, n.year, n.minor, ${JSON.stringify(source)}::jsonb from ${rows} where n.minor is not null
    on conflict (org_id, initiative_id, kind, year) do update set amount_minor = excluded.amount_minor, source = excluded.source, version = year_line.version + 1 where year_line.amount_minor <> excluded.amount_minor`.execute(tx)
}
