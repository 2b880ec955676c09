import { useLayoutEffect, useRef, useState } from 'react'
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
  const { box, scrolls } = useScrolls(maxHeight !== undefined)
  return (
    <div ref={box} className="table-scroll" style={{ maxHeight }} tabIndex={scrolls ? 0 : undefined} role={scrolls ? 'region' : undefined} aria-label={scrolls ? caption : undefined}>
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

/** Whether the table is wider or higher than its place; it is then a stop for the keyboard, so that it can be scrolled. */
function useScrolls(before: boolean) {
  const box = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(before)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { box, scrolls }
}
