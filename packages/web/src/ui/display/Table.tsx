import type { ReactNode } from 'react'

export type TableColumn<Row> = {
  readonly key: string
  readonly label: string
  readonly numeric?: boolean
  cell(row: Row): ReactNode
  /** Shown in the closing row, where any column gives one. */
  readonly foot?: ReactNode
}

export type TableProps<Row> = {
  /** What the table shows, for readers; in view where `captionShown`. */
  readonly caption: string
  readonly captionShown?: boolean
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  rowKey(row: Row): string
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode
  /** Beyond this height the table scrolls under its head. */
  readonly maxHeight?: number
}

/** A plain table: first column names the row, figures stand right. For up to a few hundred rows. */
export function Table<Row>({ caption, captionShown = false, columns, rows, rowKey, empty, maxHeight }: TableProps<Row>) {
  return (
    <div className="table-scroll" style={{ maxHeight }} tabIndex={maxHeight === undefined ? undefined : 0} role={maxHeight === undefined ? undefined : 'region'} aria-label={maxHeight === undefined ? undefined : caption}>
      <table className="table">
        <caption className={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" data-numeric={column.numeric || undefined}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} data-numeric={column.numeric || undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length}>{empty ?? 'Nothing to show'}</td>
            </tr>
          )}
        </tbody>
        {columns.some((column) => column.foot !== undefined) && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} data-numeric={column.numeric || undefined}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
