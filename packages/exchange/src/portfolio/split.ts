import type { PortfolioDraft } from './draft.ts'

/**
 * A file whose rows carry dates may hold several publications: one draft for each date, the oldest first, with the rows
 * of that date. Rows without a date stay with the newest. A draft of one publication comes back as it is.
 */
export function splitByDate(draft: PortfolioDraft): readonly PortfolioDraft[] {
  const dateOf = (row: PortfolioDraft['rows'][number]): string | undefined => (row.cells.snapshotOn?.status === 'value' ? row.cells.snapshotOn.value : undefined)
  const dates = [...new Set(draft.rows.flatMap((row) => dateOf(row) ?? []))].sort()
  const newest = dates.at(-1)
  if (dates.length < 2) return [draft]
  return dates.map((asOf) => ({ ...draft, asOf, rows: draft.rows.filter((row) => (dateOf(row) ?? newest) === asOf) }))
}
