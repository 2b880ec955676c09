import type { Density } from '../appearance.ts'
import type { Column } from './column.ts'

export type SortKey = { readonly key: string; readonly descending: boolean }

/** A filter on one column; `set` holds shown texts, `number` and `date` bounds are inclusive. */
export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'set'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'date'; readonly from: string | null; readonly to: string | null }

/** Everything a person can change about how the grid looks: what a page keeps as a view of its own or a shared one. */
export type GridView = {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  /** How many columns at the left stay in sight; null: as the page has it. */
  readonly frozen: number | null
  readonly sort: readonly SortKey[]
  readonly filters: Readonly<Record<string, ColumnFilter>>
  /** The words rows are filtered by while they are typed; leave them out of what is kept. */
  readonly quick: string
  /** The columns rows are grouped by, the outermost first. */
  readonly groups: readonly string[]
  /** Keys of the groups that are folded. */
  readonly collapsed: readonly string[]
  /** Null: as chosen for the whole app. */
  readonly density: Density | null
}

/** Keeps the view between visits. `read` may return anything that was once kept; unknown columns are dropped. */
export type GridStorage = { read(): Partial<GridView> | undefined; write(view: GridView): void }

/** A whole view from the parts that were kept; what is missing is as if nobody had touched it. */
export function initialView<Row>(columns: readonly Column<Row>[], kept: Partial<GridView> = {}): GridView {
  const keys = columns.map((column) => column.key)
  const known = (list: readonly string[] | undefined): string[] => (list ?? []).filter((key) => keys.includes(key))
  const order = known(kept.order)
  return {
    order: [...order, ...keys.filter((key) => !order.includes(key))],
    hidden: kept.hidden ? known(kept.hidden) : columns.filter((column) => column.hidden).map((column) => column.key),
    widths: kept.widths ?? {},
    frozen: kept.frozen ?? null,
    sort: (kept.sort ?? []).filter((sort) => keys.includes(sort.key)),
    filters: Object.fromEntries(Object.entries(kept.filters ?? {}).filter(([key]) => keys.includes(key))),
    quick: kept.quick ?? '',
    groups: known(kept.groups),
    collapsed: kept.collapsed ?? [],
    density: kept.density ?? null,
  }
}

/** The columns in view, in order. */
export function visibleColumns<Row>(columns: readonly Column<Row>[], view: Pick<GridView, 'order' | 'hidden'>): readonly Column<Row>[] {
  const byKey = new Map(columns.map((column) => [column.key, column]))
  return view.order.flatMap((key) => (view.hidden.includes(key) ? [] : (byKey.get(key) ?? [])))
}

/** Keeps the view in this browser under a name. A browser without storage keeps nothing. */
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
    write: (view) => {
      try {
        localStorage.setItem(key, JSON.stringify({ ...view, quick: '' }))
      } catch {
        return
      }
    },
  }
}
