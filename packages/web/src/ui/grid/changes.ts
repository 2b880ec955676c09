import type { Column } from './column.ts'
import type { GridView, SortKey } from './grid-view.ts'

/** The sort after a person asks for one on a column: none, rising, falling, none. `add` keeps the other columns' sort. */
export function cycleSort(sort: readonly SortKey[], key: string, add: boolean): readonly SortKey[] {
  const current = sort.find((entry) => entry.key === key)
  const next: SortKey[] = current === undefined ? [{ key, descending: false }] : current.descending ? [] : [{ key, descending: true }]
  if (!add) return next
  return current ? sort.flatMap((entry) => (entry.key === key ? next : [entry])) : [...sort, ...next]
}

/** The order after a column moves before another in view, or to the end without one. */
export function moveBefore(order: readonly string[], key: string, before: string | undefined): readonly string[] {
  if (key === before) return order
  const others = order.filter((other) => other !== key)
  const place = before === undefined ? others.length : others.indexOf(before)
  return [...others.slice(0, place), key, ...others.slice(place)]
}

/** The order after a column moves one place left (-1) or right (+1) among those in view. */
export function moveBy<Row>(state: GridView, shown: readonly Column<Row>[], key: string, by: -1 | 1): readonly string[] {
  const from = shown.findIndex((column) => column.key === key)
  const to = from + by
  if (from < 0 || to < 0 || to >= shown.length) return state.order
  return by < 0 ? moveBefore(state.order, key, shown[to]?.key) : moveBefore(state.order, shown[to]?.key ?? key, key)
}

/** The width of a column after a person changes it, within 56 and 800 px. */
export function widthOf<Row>(state: GridView, column: Column<Row>, by = 0): number {
  return Math.max(56, Math.min(800, Math.round((state.widths[column.key] ?? column.width) + by)))
}

export const resized = <Row>(state: GridView, column: Column<Row>, width: number): Pick<GridView, 'widths'> => ({ widths: { ...state.widths, [column.key]: Math.max(56, Math.min(800, Math.round(width))) } })

export const toggled = (list: readonly string[], key: string): readonly string[] => (list.includes(key) ? list.filter((other) => other !== key) : [...list, key])
