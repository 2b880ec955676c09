import { ok } from '@throughline/engine/kernel'
import type { Board } from '../board.ts'
import { placesBetween } from '../board.ts'
import type { CellValue, Column } from '../column.ts'
import type { Range } from '../range.ts'
import { readCell } from '../read-entry.ts'
import { showCell } from '../show.ts'
import { continued } from './series.ts'
import { planCells } from './write.ts'
import type { Planned } from './write.ts'

const nothing: Planned = { changes: [], unread: [], same: 0, locked: 0, beyond: { rows: 0, columns: 0 } }

/** Plans a fill from the cells of `from` to all of `to`, which holds it and reaches beyond it on one side. A series goes on where there is one, else cells repeat. */
export async function fillCells<Row>(board: Board<Row>, from: Range, to: Range, series: boolean): Promise<Planned> {
  const rows = await board.rows.read(placesBetween(board, from.top, from.bottom))
  const source = rows.filter((row) => row !== undefined)
  if (source.length === 0) return nothing
  const columns = board.shown.slice(from.left, from.right + 1)
  if (to.top < from.top || to.bottom > from.bottom) {
    const upward = to.top < from.top
    const places = upward ? placesBetween(board, to.top, from.top - 1).toReversed() : placesBetween(board, from.bottom + 1, to.bottom)
    const next = columns.map((column) => goOn(source.map((row) => board.valueIn(row, column)), places.length, column, series, upward))
    return planCells(board, places, columns, (rowOffset, columnOffset) => ok(next[columnOffset]?.[rowOffset] ?? null))
  }
  const leftward = to.left < from.left
  const targets = leftward ? board.shown.slice(to.left, from.left).toReversed() : board.shown.slice(from.right + 1, to.right + 1)
  const alike = series && [...columns, ...targets].every((column) => column.kind === columns[0]?.kind)
  const [first] = columns
  if (!first) return nothing
  return planCells(board, placesBetween(board, from.top, from.bottom), targets, (_, columnOffset, column, row) => {
    const values = columns.map((each) => board.valueIn(row, each))
    if (alike) return ok(goOn(values, columnOffset + 1, first, true, leftward).at(-1) ?? null)
    const at = columnOffset % columns.length
    const model = leftward ? columns.at(-1 - at) : columns[at]
    return model ? moved(board.valueIn(row, model), model, column, row, board.locale) : undefined
  })
}

/** Plans one value for all cells of a range, read anew for each column. */
export function repeatText<Row>(board: Board<Row>, range: Range, text: string): Promise<Planned> {
  return planCells(board, placesBetween(board, range.top, range.bottom), board.shown.slice(range.left, range.right + 1), (_row, _column, column, row) => readCell(column, text, row, board.locale))
}

/** Plans one value of one column for the rows of a range. */
export function setColumn<Row>(board: Board<Row>, range: Range, column: Column<Row>, value: CellValue): Promise<Planned> {
  return planCells(board, placesBetween(board, range.top, range.bottom), [column], () => ok(value))
}

function goOn<Row>(values: readonly CellValue[], count: number, { kind }: Column<Row>, series: boolean, backward: boolean): readonly CellValue[] {
  return continued(backward ? values.toReversed() : values, count, series && values.every((value) => value !== null) ? kind : 'text')
}

/** A value taken to another column: itself where both are of a kind and offer the same choices, else by its words. */
function moved<Row>(value: CellValue, from: Column<Row>, to: Column<Row>, row: Row, locale: string) {
  return from.kind === to.kind && from.choices === to.choices ? ok(value) : readCell(to, showCell(from, value, row, locale), row, locale)
}
