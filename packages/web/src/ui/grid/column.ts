import type { Result } from '@throughline/engine/kernel'
import type { Tone } from '../tone.ts'

/** What a cell holds. Null: there is no figure, and `absent` may say why. */
export type CellValue = string | number | bigint | null

/** Why an entry could not be read or was refused, in words for the person who typed it. */
export type EntryRefusal = { readonly message: string }

export type Choice = { readonly value: string; readonly label: string; readonly tone?: Tone }

/**
 * One column. `text`, `number`, `date` (ISO civil dates), `choice` (one of a list, in its order) and
 * `status` (a choice shown with its mark). Choices and statuses are ordinal: they sort by order and are never summed.
 */
export type Column<Row> = {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'number' | 'date' | 'choice' | 'status'
  readonly width: number
  get(row: Row): CellValue
  /** How the value is shown and copied; a manner fitting the kind unless given. */
  format?(value: CellValue, row: Row): string
  /** The mark beside the words; from the choice's tone unless given. */
  mark?(row: Row): Tone | undefined
  /** Why the cell has no figure. */
  absent?(row: Row): string | undefined
  /** The choices in their order; needed for `choice` and `status`. */
  readonly choices?: readonly Choice[]
  readonly editable?: boolean | ((row: Row) => boolean)
  /** Reads what was typed or pasted; by kind and locale unless given. Numbers come as plain decimal text. */
  parse?(text: string, row: Row): Result<CellValue, EntryRefusal>
  /** What the group row shows for its rows: the caller's sum with its unit. Leave out for what cannot be added. */
  total?(rows: readonly Row[]): string
  /** Unit and meaning, shown on the head as a tooltip. */
  readonly note?: string
  /** Shown stronger: for the column that names the row. */
  readonly strong?: boolean
  /** Not shown until someone asks for it. */
  readonly hidden?: boolean
}

export type SortKey = { readonly key: string; readonly descending: boolean }

/** A filter on one column; `set` holds shown texts, `number` and `date` bounds are inclusive. */
export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'set'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'date'; readonly from: string | null; readonly to: string | null }

/** Everything a person can change about how the grid looks. */
export type GridState = {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  readonly sort: readonly SortKey[]
  readonly filters: Readonly<Record<string, ColumnFilter>>
  readonly quick: string
  readonly groupBy: string | null
  readonly collapsed: readonly string[]
}

/** Keeps the state between visits. `read` may return anything that was once kept; unknown columns are dropped. */
export type GridStorage = { read(): Partial<GridState> | undefined; write(state: GridState): void }

/** The state of columns nobody has touched. */
export function initialState<Row>(columns: readonly Column<Row>[], kept: Partial<GridState> = {}): GridState {
  const keys = columns.map((column) => column.key)
  const known = (list: readonly string[] | undefined): string[] => (list ?? []).filter((key) => keys.includes(key))
  const order = known(kept.order)
  return {
    order: [...order, ...keys.filter((key) => !order.includes(key))],
    hidden: kept.hidden ? known(kept.hidden) : columns.filter((column) => column.hidden).map((column) => column.key),
    widths: kept.widths ?? {},
    sort: (kept.sort ?? []).filter((sort) => keys.includes(sort.key)),
    filters: Object.fromEntries(Object.entries(kept.filters ?? {}).filter(([key]) => keys.includes(key))),
    quick: kept.quick ?? '',
    groupBy: kept.groupBy && keys.includes(kept.groupBy) ? kept.groupBy : null,
    collapsed: kept.collapsed ?? [],
  }
}

/** The columns in view, in order. */
export function visibleColumns<Row>(columns: readonly Column<Row>[], state: Pick<GridState, 'order' | 'hidden'>): readonly Column<Row>[] {
  const byKey = new Map(columns.map((column) => [column.key, column]))
  return state.order.flatMap((key) => (state.hidden.includes(key) ? [] : (byKey.get(key) ?? [])))
}

/** Keeps grid state in this browser under a name. A browser without storage keeps nothing. */
export function browserGridStorage(name: string): GridStorage {
  const key = `throughline.grid.${name}`
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
        return typeof kept === 'object' && kept !== null ? kept : undefined
      } catch {
        return undefined
      }
    },
    write: (state) => {
      try {
        localStorage.setItem(key, JSON.stringify({ ...state, quick: '' }))
      } catch {
        return
      }
    },
  }
}
