import type { CivilDate } from '@throughline/engine/kernel'
import { dayOrder, readOneWay } from '../portfolio/index.ts'
import type { Cell } from '../sheet/index.ts'

/** Whether the dates of a file begin with the day or the month, where anything decides it. */
export type DayOrder = ReturnType<typeof dayOrder>

/** The cell of a column; an empty one where the row ends before it. */
export const cellOf = (row: readonly Cell[], column: number | undefined): Cell => (column === undefined ? undefined : row[column]) ?? { text: '' }

/** The text of a day without the weekday and the time of day that planning tools write beside it. */
export const dayText = ({ text }: Cell): string => text.trim().replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '').replace(/[\sT]+\d{1,2}:\d{2}.*$/, '').replace(/^(\d{1,2})\/([a-z]{3,9})\/(\d{2,4})$/i, '$1 $2 $3').replace(/^(NA|N\/A)$/, '')

/** A day, of a month or a quarter its first or its last; null where there is none, undefined where it cannot be read or reads two ways. */
export function dayOf(cell: Cell, order: DayOrder, end: 'from' | 'to'): CivilDate | null | undefined {
  if (cell.date !== undefined) return cell.date
  const text = dayText(cell)
  if (text === '') return null
  return readOneWay(text, order)?.[end]
}
