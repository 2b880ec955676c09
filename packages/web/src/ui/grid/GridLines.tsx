import { useEffect } from 'react'
import { toggled } from './changes.ts'
import type { CellEditorProps } from './CellEditor.tsx'
import { GridRow } from './GridRow.tsx'
import { GroupRow } from './GroupRow.tsx'
import { rangeOf } from './range.ts'
import type { Range } from './range.ts'
import { writeSelection } from './row-selection.ts'
import type { GridModel } from './use-grid.ts'
import type { ScrollPlace } from './use-scroll.ts'
import { bodyHeightPx, gridWindow } from './window.ts'

export type GridLinesProps<Row> = { readonly id: string; readonly grid: GridModel<Row>; readonly view: ScrollPlace; readonly onCommit: CellEditorProps<Row>['onCommit']; onCancel(): void }

/** The lines near the part in view, in nodes that are used again as it scrolls. */
export function GridLines<Row>({ id, grid, view, onCommit, onCancel }: GridLinesProps<Row>) {
  const { lines, rowHeight, selection, shown, props, rows } = grid
  const { first, count } = gridWindow(view.top, view.height, rowHeight, lines.count)
  const height = bodyHeightPx(lines.count, rowHeight)
  const active = selection.active.line
  const outside = active >= 0 && active < lines.count && (active < first || active >= first + count)
  useNeed(grid, first, count)
  const range = rangeOf(selection)
  const drawn = (line: number, key: number | string) => {
    const found = lines.at(line)
    if (!found) return null
    const top = Math.max(-rowHeight, Math.min(line * rowHeight - view.offset, height - rowHeight))
    const shared = { id, line, top, frozen: grid.frozen, columns: shown, numbered: props.rowNumbers ?? false, selection: selectionOf(grid, range, line) }
    if (found.kind === 'group') {
      const { group, open } = found
      return <GroupRow key={key} {...shared} {...{ group, open }} totals={(column) => grid.totalIn(group, column)} onToggle={() => grid.change({ collapsed: toggled(grid.state.collapsed, group.key) })} />
    }
    const row = rows.at(found.place)
    return <GridRow<Row> key={key} {...shared} row={row} locale={grid.locale} edits={row === undefined || grid.edits.size === 0 ? undefined : grid.edits.get(props.rowKey(row))} editing={grid.editing?.line === line ? grid.editing : undefined} onCommit={onCommit} onCancel={onCancel} />
  }
  return (
    <div role="rowgroup" className="grid-body" style={{ height }}>
      {Array.from({ length: count }, (_, offset) => drawn(first + offset, (first + offset) % Math.max(1, count)))}
      {outside && drawn(active, 'active')}
    </div>
  )
}

/** Tells the owner of a source which rows are in view and not here. */
function useNeed<Row>({ props: { source }, lines, rows }: GridModel<Row>, first: number, count: number): void {
  useEffect(() => {
    if (!source) return
    let [from, to] = [Number.POSITIVE_INFINITY, -1]
    for (let line = first; line < first + count; line++) {
      const found = lines.at(line)
      if (found?.kind !== 'row' || rows.at(found.place) !== undefined) continue
      from = Math.min(from, found.place)
      to = found.place + 1
    }
    if (to > from) source.onNeed(from, to)
  }, [source, lines, rows, first, count])
}

/** Part of the selection on one line, as text. */
function selectionOf<Row>({ selection, filling, editable, editing }: GridModel<Row>, range: Range, line: number): string {
  const inside = line >= range.top && line <= range.bottom
  const single = range.top === range.bottom && range.left === range.right
  const fills = filling !== undefined && line >= filling.top && line <= filling.bottom
  return writeSelection({
    from: inside && !single ? range.left : -1,
    to: inside && !single ? range.right : -2,
    top: line === range.top,
    bottom: line === range.bottom,
    active: selection.active.line === line ? selection.active.column : -1,
    handle: editable && !editing && line === range.bottom && line >= 0 ? range.right : -1,
    fillFrom: fills ? filling.left : -1,
    fillTo: fills ? filling.right : -2,
    marked: inside,
  })
}
