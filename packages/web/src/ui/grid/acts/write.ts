import type { Result } from '@throughline/engine/kernel'
import type { Board } from '../board.ts'
import type { CellValue, Column, EntryRefusal } from '../column.ts'
import type { CellChange, CellIssue } from '../edits/change.ts'
import { mayEdit } from '../show.ts'

/** What an act comes to before anybody is asked: cells to change, cells whose text could not be read, and what is left alone. */
export type Planned = {
  readonly changes: readonly CellChange[]
  readonly unread: readonly CellIssue[]
  /** Cells that already hold the value. */
  readonly same: number
  /** Cells that may not be changed. */
  readonly locked: number
  /** Rows and columns that did not fit in. */
  readonly beyond: { readonly rows: number; readonly columns: number }
}

/** A value for a cell, or why its text cannot be read; undefined leaves the cell alone. */
export type ValueFor<Row> = (rowOffset: number, columnOffset: number, column: Column<Row>, row: Row) => Result<CellValue, EntryRefusal> | undefined

/** Plans values for the cells of some rows and columns. */
export async function planCells<Row>(board: Board<Row>, places: readonly number[], columns: readonly (Column<Row> | undefined)[], valueFor: ValueFor<Row>): Promise<Planned> {
  const changes: CellChange[] = []
  const unread: CellIssue[] = []
  let [same, locked] = [0, 0]
  const rows = await board.rows.read(places)
  rows.forEach((row, rowOffset) => {
    if (row === undefined) return
    const key = board.keyOf(row)
    board.rows.note(key, places[rowOffset] ?? -1)
    columns.forEach((column, columnOffset) => {
      if (!column) return
      if (!mayEdit(column, row)) {
        locked++
        return
      }
      const read = valueFor(rowOffset, columnOffset, column, row)
      if (!read) return
      const before = board.valueIn(row, column)
      if (!read.ok) unread.push({ key, column: column.key, message: read.refusal.message })
      else if (read.value === before) same++
      else changes.push({ key, column: column.key, value: read.value, before })
    })
  })
  return { changes, unread, same, locked, beyond: { rows: 0, columns: 0 } }
}
