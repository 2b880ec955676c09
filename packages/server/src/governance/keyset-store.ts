import { sql, type RawBuilder } from 'kysely'

/** A place in a list that is ordered by an instant and, within one, by id. To the microsecond, as the database keeps it. */
export type Place = { readonly at: string; readonly id: string }

/** An instant to the last microsecond as text, for a cursor. */
export const exactly = (column: string): RawBuilder<string> => sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Whether a row stands after a place in a list from new to old. */
export const after = (at: string, id: string, place: Place): RawBuilder<boolean> => sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (${place.at}::timestamptz, ${place.id}::uuid)`

export const cursorOf = ({ at, id }: Place): string => `${at}_${id}`

/** The place that a cursor of the contract's form names. */
export function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  const cut = cursor.indexOf('_')
  return { at: cursor.slice(0, cut), id: cursor.slice(cut + 1) }
}

/** A page of at most `limit` rows out of one row more, and where the next begins. */
export function pageOf<Row extends { readonly exact: string; readonly id: string }>(rows: readonly Row[], limit: number): { readonly rows: readonly Row[]; readonly next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? cursorOf({ at: last.exact, id: last.id }) : null }
}
