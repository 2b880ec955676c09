import type { CivilDate } from '@throughline/engine/kernel'
import type { Issue } from '../sheet/index.ts'
import type { DraftPosition, DraftRow } from './draft.ts'

/** The rows dated, the positions they make and what is to be said about it. */
export type Dated = { readonly rows: readonly DraftRow[]; readonly positions: readonly DraftPosition[]; readonly issues: readonly Issue[] }

/**
 * Gives every row its position. Rows that carry a date keep it where the file has several; all else has the one date of the
 * file, `single`. A row without a date among several positions belongs to the newest, and that is said.
 */
export function datePositions(rows: readonly DraftRow[], single: CivilDate | undefined, title: string): Dated {
  const own = new Set(rows.flatMap((row) => ownDate(row) ?? []))
  const several = own.size > 1
  const newest = [...own].sort().at(-1)
  const issues: Issue[] = []
  const dated = rows.map((row): DraftRow => {
    if (!several) return { ...row, asOf: single }
    const date = ownDate(row)
    if (date === undefined) issues.push({ code: 'POSITION_UNDATED', severity: 'warning', place: row.cells.snapshotOn?.place ?? row.place, found: row.cells.snapshotOn?.asPublished ?? '', expected: 'the date of the position', hint: `Taken for the newest, ${newest ?? 'which'}` })
    return { ...row, asOf: date ?? newest }
  })
  return { rows: dated, positions: positionsOf(dated, title), issues }
}

/** The date that a row gives for itself: the last day, where only a month or a year is written. */
export function ownDate(row: Pick<DraftRow, 'cells'>): CivilDate | undefined {
  const reading = row.cells.snapshotOn
  return reading?.status === 'value' ? reading.value : reading?.status === 'range' ? reading.high : undefined
}

/** The distinct dates of rows, oldest first, with how many rows each has. */
export function positionsOf(rows: readonly DraftRow[], title: string): readonly DraftPosition[] {
  const counts = new Map<CivilDate, number>()
  for (const { asOf } of rows) if (asOf !== undefined) counts.set(asOf, (counts.get(asOf) ?? 0) + 1)
  const dates = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return dates.map(([asOf, count]) => ({ asOf, title: dates.length > 1 ? `${title} ${asOf}` : title, rows: count }))
}
