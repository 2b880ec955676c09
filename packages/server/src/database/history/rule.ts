import type { RunSql } from '../migration.ts'

/** How the past of a table is kept, where it differs from the ordinary: every state, and when it was believed. */
export type HistoryRule = {
  /** Why nothing is kept of what its rows were. Such a table shows the present, whatever the moment asked for. */
  readonly none?: string
  /** Condition on a row for the moment asked for, by `known_at()` and `valid_on()`: `as_of <= valid_on()`. */
  readonly shownWhen?: string
  /** For tables whose rows are added and never changed: the column that holds when a row was recorded. The database sets it. */
  readonly clock?: string
  /** Rows have a valid axis: each state holds from a civil date. SQL for the rows that are there already. Such rows are never deleted. */
  readonly validFrom?: string
  /** What changed between two instants is asked for, so that an index finds it: columns held in memory follow it. */
  readonly followed?: boolean
}

const text = (value: string | undefined): string => (value === undefined ? 'null' : `'${value.replaceAll("'", "''")}'`)

/** States the rule of a table, within a schema step of its room; a later rule replaces an earlier one. */
export const historyOf = (sql: RunSql, table: string, { none, shownWhen, clock, validFrom, followed = false }: HistoryRule): Promise<void> =>
  sql(`insert into history_rule (table_name, none, shown_when, clock, valid_from) values (${[table, none, shownWhen, clock, validFrom].map(text).join(', ')})
    on conflict (table_name) do update set none = excluded.none, shown_when = excluded.shown_when, clock = excluded.clock, valid_from = excluded.valid_from${followed ? `; update history_rule set followed = true where table_name = ${text(table)}` : ''}`)
