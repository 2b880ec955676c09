import { memo } from 'react'
import type { ReactNode } from 'react'
import type { Tone } from '../tone.ts'
import { CellEditor } from './CellEditor.tsx'
import type { CellEditorProps } from './CellEditor.tsx'
import type { Column } from './column.ts'
import { shownValue } from './edits/pending.ts'
import type { RowEdits } from './edits/pending.ts'
import { GridCell, GridLine } from './GridCell.tsx'
import { readSelection } from './row-selection.ts'
import type { RowSelection } from './row-selection.ts'
import { markOf, mayEdit, showCell } from './show.ts'
import type { Editing } from './use-grid.ts'

export type GridRowProps<Row> = {
  readonly id: string
  readonly line: number
  readonly top: number
  readonly frozen: number
  readonly numbered: boolean
  readonly selection: string
  /** Undefined while it has not arrived. */
  readonly row: Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly locale: string
  readonly edits: RowEdits | undefined
  readonly editing: Editing | undefined
  readonly onCommit: CellEditorProps<Row>['onCommit']
  readonly onCancel: () => void
}

/** One row. Rendered again only when its data, its edits or its part of the selection change. */
export const GridRow = memo(function GridRow<Row>(props: GridRowProps<Row>) {
  const { line, top, frozen, numbered, row, columns, editing } = props
  const chosen = readSelection(props.selection)
  return (
    <GridLine {...{ line, top, frozen, numbered, chosen }} lifted={editing !== undefined} busy={row === undefined}>
      {columns.map((column, index) => (row === undefined ? waitingCell(props, column, index, chosen) : filledCell(props, row, column, index, chosen)))}
    </GridLine>
  )
}) as <Row>(props: GridRowProps<Row>) => ReactNode

function waitingCell<Row>({ id, line }: GridRowProps<Row>, column: Column<Row>, index: number, chosen: RowSelection) {
  return (
    <GridCell key={column.key} id={`${id}-${line}-${index}`} {...{ column, index, chosen }} locked>
      <span className="quiet">…</span>
    </GridCell>
  )
}

function filledCell<Row>({ id, line, locale, edits, editing, onCommit, onCancel }: GridRowProps<Row>, row: Row, column: Column<Row>, index: number, chosen: RowSelection) {
  const value = shownValue(column, row, edits)
  const edit = edits?.[column.key]
  const opened = editing?.column === index ? editing : undefined
  const absent = value === null ? column.absent?.(row) : undefined
  const isOpen: boolean = mayEdit(column, row)
  const title = [absent, isOpen ? undefined : column.locked?.(row)].filter((words) => words !== undefined).join('. ')
  return (
    <GridCell key={column.key} id={`${id}-${line}-${index}`} {...{ column, index, chosen }} locked={!isOpen} refused={edit?.status === 'refused' ? edit.message : undefined} title={title || undefined} editState={opened ? 'open' : edit?.status}>
      {opened ? (
        <CellEditor key={`${line}-${index}`} column={column} draft={opened.draft} replace={opened.replace} message={opened.message} onCommit={onCommit} onCancel={onCancel} />
      ) : (
        <CellWords mark={markOf(column, value, row)} text={showCell(column, value, row, locale)} absent={absent} words={column.kind === 'text' || column.kind === 'longText'} />
      )}
    </GridCell>
  )
}

/** `words` may run in either direction, whatever the page does. */
function CellWords({ mark, text, absent, words }: { readonly mark: Tone | undefined; readonly text: string; readonly absent: string | undefined; readonly words: boolean }) {
  if (text === '' && absent !== undefined) return <span className="quiet">{absent}</span>
  return (
    <>
      {mark && <span className="mark" data-tone={mark} aria-hidden="true" />}
      <span className="cell-text" dir={words ? 'auto' : undefined}>
        {text}
      </span>
    </>
  )
}
