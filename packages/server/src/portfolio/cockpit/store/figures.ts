import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../database/index.ts'
import { servedInForce } from '../../../strategy/index.ts'
import type { Lines } from './lines.ts'

type Sql = RawBuilder<unknown>
export const amounts = ['cost', 'benefits', 'forecast'] as const
export type AmountName = (typeof amounts)[number]

type Sums = { readonly [K in `${AmountName}_sum` | `${AmountName}_least` | `${AmountName}_most`]: string | null } & { readonly [K in `${AmountName}_known` | `${AmountName}_because`]: number }
type Ratings = { readonly green: number; readonly amber_green: number; readonly amber: number; readonly amber_red: number; readonly red: number; readonly none: number; readonly least_scale: string | null; readonly most_scale: string | null }
/** Counts and sums of some lines: all, those of a unit, of a category, that serve an objective, or that give both cost and benefits. */
export type Tally = Sums & Ratings & { readonly kind: 'all' | 'both' | 'unit' | 'category' | 'objective'; readonly id: string | null; readonly name: string | null; readonly count: number }
/** How many lines have no amount, by reason; null where nobody has given it. */
export type Gap = { readonly amount: AmountName; readonly reason: string | null; readonly count: number }
/** A line among the largest by one amount. */
export type Large = { readonly list: AmountName | 'both_cost' | 'both_benefits'; readonly place: number; readonly id: string; readonly name: string; readonly minor: string | null; readonly reason: string | null }

export type Standing = { readonly tallies: readonly Tally[]; readonly gaps: readonly Gap[]; readonly largest: readonly Large[] }

const sums = sql.join(amounts.map((name) => {
  const [minor, reason] = [sql.ref(`${name}_minor`), sql.ref(`${name}_reason`)]
  const as = (what: string): Sql => sql.ref(`${name}_${what}`)
  return sql`sum(${minor})::text as ${as('sum')}, count(${minor})::integer as ${as('known')}, min(${reason}) as ${as('least')}, max(${reason}) as ${as('most')}, count(${reason})::integer as ${as('because')}`
}))
const rated = sql`${sql.join((['green', 'amber_green', 'amber', 'amber_red', 'red'] as const).map((level) => sql`count(*) filter (where rating_level = ${sql.lit(level)})::integer as ${sql.ref(level)}`))},
  count(*) filter (where rating_level is null)::integer as none, min(rating_scale) as least_scale, max(rating_scale) as most_scale`
const tally = sql`count(*)::integer as count, ${rated}, ${sums}`
const givesBoth = sql`cost_minor > 0 and benefits_minor > 0`

/** Everything that is counted and added up over the lines of a position, in one statement that reads them once. */
export async function readStanding(tx: Tx, lines: Lines, { groups, most }: { readonly groups: boolean; readonly most: number }): Promise<Standing> {
  const kinds = [
    sql`select 'all' as kind, null::text as id, null::text as name, ${tally} from line`,
    sql`select 'both', null, null, ${tally} from line where ${givesBoth}`,
    ...(groups
      ? [
          sql`select 'unit', min(unit_id::text), coalesce(unit_name, 'No department'), ${tally} from line group by coalesce(unit_name, 'No department')`,
          sql`select 'category', null, coalesce(category, 'No category'), ${tally} from line group by coalesce(category, 'No category')`,
          sql`select 'objective', s.objective_id::text, null, ${tally} from (${servedInForce}) s join line on line.id = s.initiative_id group by s.objective_id`,
        ]
      : []),
  ]
  const lists = [...amounts.map((name) => largestBy(name, name, sql`true`, most)), largestBy('both_cost', 'cost', givesBoth, most), largestBy('both_benefits', 'benefits', givesBoth, most)]
  const { rows } = await sql<Standing>`with line as materialized (${lines}) select
    (select json_agg(t) from (${sql.join(kinds, sql` union all `)}) t) as tallies,
    (select json_agg(g) from (${sql.join(amounts.map(gapsOf), sql` union all `)}) g) as gaps,
    (select json_agg(l) from (${sql.join(lists, sql` union all `)}) l) as largest`.execute(tx)
  const [row] = rows
  return { tallies: row?.tallies ?? [], gaps: row?.gaps ?? [], largest: row?.largest ?? [] }
}

const gapsOf = (name: AmountName): Sql => sql`select ${sql.lit(name)} as amount, ${sql.ref(`${name}_reason`)} as reason, count(*)::integer as count from line where ${sql.ref(`${name}_minor`)} is null group by ${sql.ref(`${name}_reason`)}`

/** In the order of `explainTotal`: by size, those without an amount last, then by name. */
function largestBy(list: Large['list'], name: AmountName, condition: Sql, most: number): Sql {
  const minor = sql.ref(`${name}_minor`)
  return sql`(select ${sql.lit(list)} as list, row_number() over (order by abs(${minor}) desc nulls last, name collate "C", key collate "C") as place, id, name, ${minor}::text as minor, ${sql.ref(`${name}_reason`)} as reason
    from line where ${condition} order by abs(${minor}) desc nulls last, name collate "C", key collate "C" limit ${most})`
}

/** Counts and sums of a publication's lines: the point of it in the trend. */
export async function readPoint(tx: Tx, numbers: Lines): Promise<Omit<Tally, 'kind' | 'id' | 'name'> | undefined> {
  const { rows } = await sql<Omit<Tally, 'kind' | 'id' | 'name'>>`select ${tally} from (${numbers}) line`.execute(tx)
  return rows[0]
}

export type SourceRow = { readonly id: string; readonly cost: unknown; readonly benefits: unknown }

/** Where the cost and benefits of some initiatives come from. */
export const readSources = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SourceRow>> => {
  const { rows } = await sql<SourceRow>`select id, sources->'cost' as cost, sources->'benefits' as benefits from initiative where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

export type CellRow = { readonly id: string; readonly publication: string; readonly cost: { readonly cell: string; readonly asPublished: string }; readonly benefits: { readonly cell: string; readonly asPublished: string } }

/** Where a publication printed the cost and benefits of some initiatives. */
export const readCells = async (tx: Tx, publicationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, CellRow>> => {
  const { rows } = await sql<CellRow>`select r.initiative_id as id, p.title as publication, r.cost, r.benefits from report r join publication p on p.org_id = r.org_id and p.id = r.publication_id
    where r.publication_id = ${publicationId} and r.initiative_id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}
