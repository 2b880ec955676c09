import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import type { Tone } from '../tone.ts'
import { CellEditor } from './CellEditor.tsx'
import type { CellEditorProps } from './CellEditor.tsx'
import type { Column } from './column.ts'
import { markOf, showCell } from './show.ts'
import { shownValue } from './use-edits.ts'
import type { RowEdits } from './use-edits.ts'
import type { Editing } from './use-grid.ts'

/** What of the selection touches this line; the same text for the same picture, so that memo can tell. */
export type RowSelection = { readonly from: number; readonly to: number; readonly top: boolean; readonly bottom: boolean; readonly active: number }

type Shared = { readonly id: string; readonly line: number; readonly top: number; readonly frozen: number; readonly selection: string; readonly zebra?: never }

export type GridRowProps<Row> = Shared & {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly locale: string
  readonly edits: RowEdits | undefined
  readonly editing: Editing | undefined
  readonly onCommit: CellEditorProps<Row>['onCommit']
  readonly onCancel: () => void
}

/** One row. Rendered again only when its data, its edits or its part of the selection change. */
export const GridRow = memo(function GridRow<Row>({ id, line, top, frozen, selection, row, columns, locale, edits, editing, onCommit, onCancel }: GridRowProps<Row>) {
  const chosen = readSelection(selection)
  const cells = columns.map((column, index) => {
    const value = shownValue(column, row, edits)
    const edit = edits?.[column.key]
    const text = showCell(column, value, row, locale)
    const mark = markOf(column, value, row)
    const absent = value === null ? column.absent?.(row) : undefined
    const refused = edit?.status === 'refused' ? edit.message : undefined
    const shared = { id: `${id}-${line}-${index}`, column, index, chosen, title: refused ?? absent, editState: edit?.status }
    if (editing?.column === index) {
      return (
        <Cell key={column.key} {...shared} editing>
          <CellEditor key={`${line}-${index}`} column={column} draft={editing.draft} replace={editing.replace} message={editing.message} onCommit={onCommit} onCancel={onCancel} />
        </Cell>
      )
    }
    return (
      <Cell key={column.key} {...shared}>
        <CellWords mark={mark} text={text} absent={absent} />
      </Cell>
    )
  })
  return (
    <Line {...{ line, top, frozen }} active={chosen.active >= 0} lifted={editing !== undefined}>
      {cells}
    </Line>
  )
}) as <Row>(props: GridRowProps<Row>) => ReactNode

export type GroupRowProps<Row> = Shared & { readonly label: string; readonly count: number; readonly open: boolean; readonly columns: readonly Column<Row>[]; totals(key: string): string; onToggle(): void }

/** The head of a group: its name and number of rows, and under each column the caller's total. */
export function GroupRow<Row>({ id, line, top, frozen, selection, label, count, open, columns, totals, onToggle }: GroupRowProps<Row>) {
  const chosen = readSelection(selection)
  const head = (
    <div key="head" id={`${id}-${line}-0`} role="gridcell" aria-colindex={1} aria-colspan={Math.max(1, frozen)} className="cell group-label" data-c={0} data-active={(chosen.active >= 0 && chosen.active < Math.max(1, frozen)) || undefined} style={{ width: frozenWidth(frozen) }} onClick={onToggle}>
      {open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
      <span>{label}</span>
      <span className="quiet figures">{count}</span>
    </div>
  )
  const rest = columns.slice(Math.max(1, frozen)).map((column, offset) => {
    const index = offset + Math.max(1, frozen)
    return (
      <Cell key={column.key} id={`${id}-${line}-${index}`} column={column} index={index} chosen={chosen}>
        {totals(column.key)}
      </Cell>
    )
  })
  return (
    <Line {...{ line, top }} frozen={1} active={chosen.active >= 0} group={open}>
      {[head, ...rest]}
    </Line>
  )
}

function Line({ line, top, frozen, active, lifted = false, group, children }: { readonly line: number; readonly top: number; readonly frozen: number; readonly active: boolean; readonly lifted?: boolean; readonly group?: boolean; readonly children: readonly ReactNode[] }) {
  return (
    <div role="row" aria-rowindex={line + 2} aria-expanded={group} className="grid-row" data-line={line} data-active={active || undefined} data-lifted={lifted || undefined} data-group={group === undefined ? undefined : ''} style={{ transform: `translateY(${top}px)` }}>
      {frozen > 0 && (
        <div className="grid-frozen" role="none">
          {children.slice(0, frozen)}
        </div>
      )}
      {children.slice(frozen)}
    </div>
  )
}

type CellProps<Row> = { readonly id: string; readonly column: Column<Row>; readonly index: number; readonly chosen: RowSelection; readonly title?: string | undefined; readonly editState?: string | undefined; readonly editing?: boolean; readonly children: ReactNode }

function Cell<Row>({ id, column, index, chosen, title, editState, editing = false, children }: CellProps<Row>) {
  const selected = index >= chosen.from && index <= chosen.to
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={index + 1}
      aria-selected={selected || undefined}
      aria-invalid={editState === 'refused' || undefined}
      aria-readonly={column.editable ? undefined : true}
      className="cell"
      data-c={index}
      data-kind={column.kind}
      data-strong={column.strong || undefined}
      data-edges={selected ? edges(index, chosen) : undefined}
      data-active={chosen.active === index || undefined}
      data-edit={editing ? 'open' : editState}
      title={title}
      style={{ width: `var(--w${index})` }}
    >
      {children}
    </div>
  )
}

function CellWords({ mark, text, absent }: { readonly mark: Tone | undefined; readonly text: string; readonly absent: string | undefined }) {
  if (text === '' && absent !== undefined) return <span className="quiet">{absent}</span>
  return (
    <>
      {mark && <span className="mark" data-tone={mark} aria-hidden="true" />}
      <span className="cell-text">{text}</span>
    </>
  )
}

/** A line's part of the selection as text, so that memo compares it by value. */
export const writeSelection = ({ from, to, top, bottom, active }: RowSelection): string => `${from} ${to} ${top ? 1 : 0} ${bottom ? 1 : 0} ${active}`

function readSelection(text: string): RowSelection {
  const [from = -1, to = -1, top = 0, bottom = 0, active = -1] = text.split(' ').map(Number)
  return { from, to, top: top === 1, bottom: bottom === 1, active }
}

/** As wide as the frozen columns, so that totals stand under their columns. */
const frozenWidth = (frozen: number): string => `calc(${Array.from({ length: Math.max(1, frozen) }, (_, index) => `var(--w${index})`).join(' + ')})`

const edges = (index: number, { from, to, top, bottom }: RowSelection): string => [top ? 't' : '', bottom ? 'b' : '', index === from ? 'l' : '', index === to ? 'r' : ''].filter(Boolean).join(' ')
