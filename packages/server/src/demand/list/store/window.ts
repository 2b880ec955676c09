import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../database/index.ts'
import { fieldOf, listed, type Query } from './conditions.ts'

type Sql = RawBuilder<unknown>

/** What is summed of one amount: the sum of those that have one and how many those are, and the reasons of those that have none. */
type Sum<Name extends string> = { readonly [K in `${Name}_sum` | `${Name}_least` | `${Name}_most`]: string | null } & { readonly [K in `${Name}_known` | `${Name}_because`]: number }
export type FrameRow = Sum<'cost'> & Sum<'benefits'> & { readonly count: number; readonly values: readonly (string | null)[]; readonly labels: readonly (string | null)[] }

const summed = (name: 'cost' | 'benefits'): Sql => {
  const [minor, reason] = [sql.ref(`i.${name}_minor`), sql.ref(`i.${name}_reason`)]
  const as = (what: string): Sql => sql.ref(`${name}_${what}`)
  return sql`sum(${minor})::text as ${as('sum')}, count(${minor})::integer as ${as('known')}, min(${reason}) as ${as('least')}, max(${reason}) as ${as('most')}, count(${reason})::integer as ${as('because')}`
}

/** Counts and sums of every group, in the order of the groups; one row where none were asked for. At most `most` rows. */
export async function readFrame(tx: Tx, query: Query, most: number): Promise<readonly FrameRow[]> {
  const { groups } = query.asked
  const fields = groups.map((field) => fieldOf(query, field))
  const values = sql`array[${sql.join(fields.map(({ value }) => value))}]::text[]`
  const labels = sql`array[${sql.join(fields.map(({ value, label }) => label ?? value))}]::text[]`
  const by = fields.flatMap(({ value, label, order }) => [value, ...(label ? [label] : []), ...order])
  const { rows } = await sql<FrameRow>`
    select ${groups.length === 0 ? sql`'{}'::text[] as values, '{}'::text[] as labels` : sql`${values} as values, ${labels} as labels`}, count(*)::integer as count, ${summed('cost')}, ${summed('benefits')}
    ${listed(query, groups)}
    ${groups.length === 0 ? sql`` : sql`group by ${sql.join(by)} order by ${sql.join(fields.flatMap(({ order, value }) => [...order, value]).map((part) => sql`${part} nulls last`))}`}
    limit ${most}`.execute(tx)
  return rows
}

/** The ids of rows `from` to `from + limit`, in the order of the groups, then of the sorts, then of the ids: the order is total, so windows fit together. */
export async function readOrder(tx: Tx, query: Query, { from, limit }: { readonly from: number; readonly limit: number }): Promise<readonly string[]> {
  const { groups, sort } = query.asked
  const fields = [...groups, ...sort.map(({ field }) => field)]
  const order = [
    ...groups.flatMap((field) => [...fieldOf(query, field).order, fieldOf(query, field).value].map((part) => sql`${part} nulls last`)),
    ...sort.flatMap(({ field, descending }) => fieldOf(query, field).order.map((part) => (descending ? sql`${part} desc nulls last` : sql`${part} nulls last`))),
    sql`i.id`,
  ]
  const { rows } = await sql<{ id: string }>`select i.id ${listed(query, fields)} order by ${sql.join(order)} limit ${limit} offset ${from}`.execute(tx)
  return rows.map(({ id }) => id)
}
