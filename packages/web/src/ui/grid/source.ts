/** A group of rows that stand together, for its head. */
export type SourceGroup = {
  readonly key: string
  readonly label: string
  /** Rows under it, the folded ones too. */
  readonly count: number
  /** What stands under a column, by its key: the owner's sums with their units. */
  readonly totals?: Readonly<Record<string, string>>
}

/**
 * Rows that are not all in the page: their owner sorts, filters and groups them as the view asks, and holds those near the part in view.
 * A new object whenever something in it changed; places count from 0 in the order of the view.
 */
export type RowSource<Row> = {
  /** Rows that pass the filters. */
  readonly count: number
  /** Rows in all; as many as `count` unless given. */
  readonly total?: number
  /** Groups in the order of the rows; together they hold every row. */
  readonly groups?: readonly SourceGroup[]
  /** The rows from `from` to before `to`; undefined where one has not arrived. */
  window(from: number, to: number): readonly (Row | undefined)[]
  /** These rows are in view and not all of them are here. May be called again and again: ask the server once. */
  onNeed(from: number, to: number): void
  /** Every row of a range, fetched where need be: for copying, filling and changing rows out of sight. */
  read(from: number, to: number): Promise<readonly Row[]>
  /** Where a row stands, if that is known: to go to a cell whose change was refused. */
  find?(key: string): number | undefined
}
