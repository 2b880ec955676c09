import { sql, type RawBuilder } from 'kysely'
import { planned, type Tx } from '../../../database/index.ts'
import { choices, ratingLevels, ratingScales } from '../../list/fields.ts'
import { noDay, reasonsInOrder } from '../shape.ts'
import type { Between } from './changed.ts'

type Sql = RawBuilder<unknown>

/** Rows of initiatives, column by column: numbers as PostgreSQL sends them (big-endian, one after another), texts as a list. Row `n` of every column is the same initiative. */
export type PackedInitiatives = {
  readonly ids: Buffer
  /** Zeros where there is none. */
  readonly units: Buffer
  /** Kind, state, mandatory and rating in one number: `codesOf`. */
  readonly codes: Buffer
  readonly becauses: Buffer
  readonly rated: Buffer
  readonly starts: Buffer
  readonly ends: Buffer
  readonly cost: Buffer
  readonly benefits: Buffer
  readonly baseline: Buffer
  readonly forecast: Buffer
  readonly versions: Buffer
  readonly keys: readonly string[]
  readonly names: readonly string[]
  readonly categories: readonly (string | null)[]
  readonly sponsors: readonly (string | null)[]
  readonly flags: readonly (string | null)[]
}

export type PackedLinks = { readonly ids: Buffer; readonly objectives: Buffer; readonly contributions: Buffer }
/** Which initiatives a publication has, and how it rates them. */
export type PackedListed = { readonly ids: Buffer; readonly ratings: Buffer }
export type PackedLines = PackedListed & { readonly ends: Buffer; readonly becauses: Buffer; readonly cost: Buffer; readonly benefits: Buffer; readonly forecast: Buffer }

const words = (list: readonly string[]): Sql => sql`array[${sql.join(list.map((word) => sql.lit(word)))}]::text[]`
/** Number of a word in a list, from 0. */
const number = (list: readonly string[], column: Sql): Sql => sql`(array_position(${words(list)}, ${column}) - 1)`
const all = (bytes: Sql): Sql => sql`string_agg(${bytes}, '')`
const day = (column: Sql): Sql => all(sql`int4send(coalesce(${column} - date '1970-01-01', ${sql.lit(String(noDay))}::integer))`)
const amount = (column: Sql): Sql => all(sql`int8send(coalesce(${column}, 0))`)

/** 0 without a rating, else 1 + scale × 5 + level. */
const rating = (scale: Sql, level: Sql): Sql => sql`coalesce(1 + ${number(ratingScales, scale)} * ${sql.lit(ratingLevels.length)} + ${number(ratingLevels, level)}, 0)`
/** 0 where there is an amount, 1 where nobody has given it, else 2 + the number of the reason. */
const because = (minor: Sql, reason: Sql): Sql => sql`case when ${minor} is null then coalesce(2 + ${number(reasonsInOrder, reason)}, 1) else 0 end`

const becauses = (...names: readonly string[]): Sql =>
  all(sql`int4send(${sql.join(names.map((name, place) => sql`(${because(sql.ref(`${name}_minor`), sql.ref(`${name}_reason`))}) * ${sql.lit(128 ** place)}`), sql` + `)})`)

/** In parts of which each is read by itself, so that nobody waits for all of them: by the last bits of an id, which are chance. */
const part = (id: Sql): Sql => sql`(get_byte(uuid_send(${id}), 15) & 15)`
const among = (id: Sql, ids: readonly string[] | undefined): Sql => (ids === undefined ? sql`true` : sql`${id} = any(${ids}::uuid[])`)

/** Which initiatives: some by their ids; those whose state of the moment is newer than an instant; or those whose state of the moment, an earlier one, was replaced by another instant. */
export type Some = { readonly ids: readonly string[] } | { readonly newerThan: string } | { readonly replacedIn: Between }

/** The initiatives of the moment that were not removed: all, or some. Whoever knows when they changed has them found by that: by its id, each would be sought among all of its states. */
export async function readPackedInitiatives(tx: Tx, some?: Some): Promise<readonly PackedInitiatives[]> {
  const codes = sql`${number(choices.kind, sql`kind`)} + ${number(choices.state, sql`state`)} * 8 + mandatory::integer * 64 + ${rating(sql`rating_scale`, sql`rating_level`)} * 128`
  const { rows } = await sql<PackedInitiatives>`${some === undefined ? sql`select` : planned(tx)} ${all(sql`uuid_send(id)`)} as ids, ${all(sql`coalesce(uuid_send(unit_id), ${sql.lit(noUnit)}::bytea)`)} as units, ${all(sql`int4send(${codes})`)} as codes,
      ${becauses('cost', 'benefits', 'in_year_baseline', 'in_year_forecast')} as becauses, ${day(sql`rating_as_of`)} as rated, ${day(sql`start_on`)} as starts, ${day(sql`end_on`)} as ends,
      ${amount(sql`cost_minor`)} as cost, ${amount(sql`benefits_minor`)} as benefits, ${amount(sql`in_year_baseline_minor`)} as baseline, ${amount(sql`in_year_forecast_minor`)} as forecast, ${all(sql`int4send(version)`)} as versions,
      json_agg(key) as keys, json_agg(name) as names, json_agg(category) as categories, json_agg(sponsor) as sponsors, json_agg(nullif(array_to_string(flags, ','), '')) as flags
    from ${some && 'replacedIn' in some ? sql`public.initiative_past` : sql`initiative`} where removed_at is null and ${some ? amongSome(some) : sql`true`} group by ${part(sql`id`)}`.execute(tx)
  return rows
}

function amongSome(some: Some): Sql {
  if ('ids' in some) return among(sql`id`, some.ids)
  if ('newerThan' in some) return sql`believed_from > ${some.newerThan}`
  const { after, until } = some.replacedIn
  return sql`replaced_at > ${after} and replaced_at <= ${until} and believed_from <= ${after}`
}

const noUnit = `\\x${'00'.repeat(16)}`

/** The contributions in force: of all initiatives, or of some. */
export async function readPackedLinks(tx: Tx, ids?: readonly string[]): Promise<readonly PackedLinks[]> {
  const { rows } = await sql<PackedLinks>`${ids === undefined ? sql`select` : planned(tx)} ${all(sql`uuid_send(initiative_id)`)} as ids, ${all(sql`uuid_send(objective_id)`)} as objectives, ${all(sql`int2send((contribution * 1000)::smallint)`)} as contributions
    from contribution where superseded_at is null and ${among(sql`initiative_id`, ids)} group by ${part(sql`initiative_id`)}`.execute(tx)
  return rows
}

const listed = sql`${all(sql`uuid_send(initiative_id)`)} as ids, ${all(sql`int4send(${rating(sql`rating_scale`, sql`rating_level`)})`)} as ratings`

export type PackedCustom = { readonly ids: Buffer; readonly texts: readonly string[] }

/** The values of a custom field. */
export async function readPackedCustom(tx: Tx, fieldId: string): Promise<readonly PackedCustom[]> {
  const { rows } = await sql<PackedCustom>`select ${all(sql`uuid_send(initiative_id)`)} as ids, json_agg(value) as texts from custom_value where field_id = ${fieldId} group by ${part(sql`initiative_id`)}`.execute(tx)
  return rows
}

/** Which initiatives a publication has, and how it rates them. */
export async function readPackedListed(tx: Tx, publicationId: string): Promise<readonly PackedListed[]> {
  const { rows } = await sql<PackedListed>`select ${listed} from position_line where publication_id = ${publicationId} group by ${part(sql`initiative_id`)}`.execute(tx)
  return rows
}

/** What a publication said, line by line. */
export async function readPackedLines(tx: Tx, publicationId: string): Promise<readonly PackedLines[]> {
  const { rows } = await sql<PackedLines>`
    select ${listed}, ${day(sql`end_on`)} as ends,
      ${becauses('cost', 'benefits', 'forecast')} as becauses, ${amount(sql`cost_minor`)} as cost, ${amount(sql`benefits_minor`)} as benefits, ${amount(sql`forecast_minor`)} as forecast
    from position_line where publication_id = ${publicationId} group by ${part(sql`initiative_id`)}`.execute(tx)
  return rows
}
