import type { ReactNode } from 'react'
import type { OnEdit, OnEdits } from './edits/change.ts'
import type { Column } from './column.ts'
import type { GridStorage, GridView } from './grid-view.ts'
import type { RowSource } from './source.ts'

/** Either all rows, which the grid sorts, filters and groups, or a source whose owner does. */
type RowsProps<Row> = { readonly rows: readonly Row[]; readonly source?: never } | { readonly source: RowSource<Row>; readonly rows?: never }

export type DataGridProps<Row> = RowsProps<Row> & {
  /** What the rows are, for readers. */
  readonly label: string
  /** Keep `rows` and `columns` the same objects while nothing changes: useMemo or a constant. */
  readonly columns: readonly Column<Row>[]
  /** A stable function: the row's identity. */
  readonly rowKey: (row: Row) => string
  /** Height in CSS; the grid needs one. 560px unless given; `100%` fills a sized parent. */
  readonly height?: number | string
  /** What one and many rows are called. */
  readonly words?: { readonly one: string; readonly many: string }
  /** Columns that stay in sight at the left, until a person chooses otherwise. 2 unless given. */
  readonly frozen?: number
  /** Numbers of the lines at the left; pressing one selects the row. */
  readonly rowNumbers?: boolean
  /** The view, where the page keeps it; parts left out are as if nobody had touched them. */
  readonly view?: Partial<GridView>
  /** The person changed the view. Needed with `view`, and with `source`, whose owner sorts, filters and groups. */
  readonly onViewChange?: (view: GridView) => void
  /** Keeps the view where the page does not. */
  readonly storage?: GridStorage
  /** What is being loaded, while it is. */
  readonly loading?: string
  /** Shown when there are no rows at all. */
  readonly empty?: ReactNode
  /** Saves the cells of one act in one call: an entry, a paste, a fill, an undo. A stable function. */
  readonly onEdits?: OnEdits
  /** Saves one cell, where the page has no `onEdits`. A stable function. */
  readonly onEdit?: OnEdit<Row>
  /** Enter or double click on a cell that cannot be edited, Space, and Ctrl Enter. */
  readonly onOpen?: (row: Row) => void
  /** Keys of the rows that the person has selected, at most 200 and only those that have arrived; none before anything was selected. A stable function. */
  readonly onSelected?: (keys: readonly string[]) => void
  readonly toolbar?: boolean
  /** The page's own acts, at the right of the toolbar. */
  readonly actions?: ReactNode
}
