import type { CellValue, Column } from '../column.ts'
import type { CellChange, CellIssue } from './change.ts'

/**
 * What became of a change of one cell: on its way, and shown; saved, and shown as long as the row still holds what it held when the answer came;
 * or refused, rolled back and marked.
 */
export type Edit =
  | { readonly status: 'saving'; readonly value: CellValue }
  | { readonly status: 'saved'; readonly value: CellValue; readonly held: CellValue }
  | { readonly status: 'refused'; readonly message: string }
export type RowEdits = Readonly<Record<string, Edit>>
export type Edits = ReadonlyMap<string, RowEdits>

/** Row, column, the edit to hold (none removes it), and the edit that must still stand for anything to change. */
export type Put = readonly [row: string, column: string, edit: Edit | undefined, only?: Edit]

/** The edits after several changes, in one copy: a paste brings thousands. */
export function withEdits(all: Edits, puts: readonly Put[]): Edits {
  const next = new Map(all)
  for (const [row, column, edit, only] of puts) {
    const current = next.get(row) ?? {}
    if (only && current[column] !== only) continue
    const { [column]: _replaced, ...others } = current
    const rowEdits = edit ? { ...others, [column]: edit } : others
    if (Object.keys(rowEdits).length > 0) next.set(row, rowEdits)
    else next.delete(row)
  }
  return next
}

/** What a cell shows. */
export function shownValue<Row>(column: Column<Row>, row: Row, edits: RowEdits | undefined): CellValue {
  const edit = edits?.[column.key]
  if (edit?.status === 'saving') return edit.value
  const value = column.get(row)
  return edit?.status === 'saved' && value === edit.held ? edit.value : value
}

/** What to put once the answer came: saved cells wait for their row to bring the value, refused ones carry the words. */
export function answered<Row>(sent: ReadonlyMap<string, readonly [CellChange, Edit]>, issues: readonly CellIssue[], columns: ReadonlyMap<string, Column<Row>>, rowOf: (key: string) => Row | undefined): readonly Put[] {
  const refused = new Map(issues.map((issue) => [cellName(issue), issue.message]))
  return [...sent].map(([name, [{ key, column, value }, saving]]): Put => {
    const message = refused.get(name)
    if (message !== undefined) return [key, column, { status: 'refused', message }, saving]
    const row = rowOf(key)
    const held = row === undefined ? undefined : columns.get(column)?.get(row)
    return [key, column, held === undefined || held === value ? undefined : { status: 'saved', value, held }, saving]
  })
}

/** What to put once rows have come anew: a saved change whose row has moved on is over. */
export function overtaken<Row>(edits: Edits, columns: ReadonlyMap<string, Column<Row>>, rowOf: (key: string) => Row | undefined): readonly Put[] {
  return [...edits].flatMap(([key, cells]) => {
    const waiting = Object.entries(cells).filter(([, edit]) => edit.status === 'saved')
    const row = waiting.length > 0 ? rowOf(key) : undefined
    return waiting.flatMap(([column, edit]): readonly Put[] => (row !== undefined && edit.status === 'saved' && columns.get(column)?.get(row) === edit.held ? [] : [[key, column, undefined, edit]]))
  })
}

/** Every refused cell with its words, in the order of the changes. */
export function refusedCells(edits: Edits): readonly CellIssue[] {
  return [...edits].flatMap(([key, cells]) => Object.entries(cells).flatMap(([column, edit]) => (edit.status === 'refused' ? [{ key, column, message: edit.message }] : [])))
}

/** One name for a cell, whatever its row and column are called. */
export const cellName = ({ key, column }: { readonly key: string; readonly column: string }): string => `${column}\u0000${key}`
