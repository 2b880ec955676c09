import { lazy, Suspense, useCallback, useId, useImperativeHandle, useRef, useState } from 'react'
import type { ClipboardEvent, CSSProperties, RefObject } from 'react'
import { Catcher } from './Catcher.tsx'
import { widthOf } from './changes.ts'
import { GridHead } from './GridHead.tsx'
import { GridLines } from './GridLines.tsx'
import { at, rangeOf } from './range.ts'
import type { Spot } from './range.ts'
import type { Acts } from './use-acts.ts'
import { useCommit } from './use-commit.ts'
import type { GridModel } from './use-grid.ts'
import { handleGridKey, openRow, startEdit } from './use-grid-keys.ts'
import { isOnCell, usePointer } from './use-pointer.ts'
import { useScroll } from './use-scroll.ts'

const ColumnMenu = lazy(() => import('./acts/index.ts').then(({ ColumnMenu }) => ({ default: ColumnMenu })))

/** What the table hands to the parts around it. */
export type TableReach = { goTo(spot: Spot): void; focus(): void }
export type GridTableProps<Row> = { readonly grid: GridModel<Row>; readonly acts: Acts; readonly label: string; readonly reach: RefObject<TableReach | null>; say(words: string): void }

/** The scrolling body, and the field that holds the focus and hears what is typed. */
export function GridTable<Row>({ grid, acts, label, reach, say }: GridTableProps<Row>) {
  const id = useId()
  const catcher = useRef<HTMLTextAreaElement>(null)
  const [menu, setMenu] = useState<number>()
  const widths = grid.shown.map((column) => widthOf(grid.state, column))
  const gutter = grid.props.rowNumbers ? gutterPx(grid.lines.count) : 0
  const { box, ...view } = useScroll(grid, widths, gutter)
  const focus = useCallback(() => catcher.current?.focus({ preventScroll: true }), [])
  const goTo = (spot: Spot): void => {
    grid.setSelection(at(spot.line, spot.column))
    view.reveal(spot.line, spot.column)
  }
  useImperativeHandle(reach, () => ({ goTo, focus }))
  const { onCommit, onCancel, run } = useCommit(grid, acts, focus, goTo)
  const pointer = usePointer(grid, box, { focus, fill: (series) => finishFill(grid, acts, series) })
  const leave = () => box.current?.setAttribute('tabindex', '-1')
  const keys = { acts, run, goTo, reveal: view.reveal, pageLines: view.pageLines, openColumnMenu: setMenu, say, leave }
  const { active } = grid.selection
  const style: CSSProperties & Record<`--${string}`, string> = { '--row': `${grid.rowHeight}px`, '--gutter': `${gutter}px`, ...Object.fromEntries(widths.map((width, index) => [`--w${index}`, `${width}px`])) }
  const clips = (act: (event: ClipboardEvent) => void, allowed: boolean) => (event: ClipboardEvent) => {
    if (!grid.editing && allowed) act(event)
  }
  return (
    <div className="grid-box" onKeyDown={(event) => handleGridKey(grid, keys, event)} onCopy={clips((event) => acts.copy(event, false), true)} onCut={clips((event) => acts.copy(event, true), true)} onPaste={clips(acts.paste, grid.editable)} onBlur={() => box.current?.setAttribute('tabindex', '0')}>
      <Catcher ref={catcher} label={label} controls={id} activeId={`${id}-${active.line}-${active.column}`} readOnly={!grid.editable} onText={(text) => startEdit(grid, text) || (text.trim() !== '' && say(whyNot(grid)))} />
      <div
        ref={box}
        id={id}
        className="grid-frame"
        role={grid.state.groups.length > 0 ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label={label}
        aria-rowcount={grid.lines.count + 1}
        aria-colcount={grid.shown.length}
        aria-multiselectable="true"
        style={style}
        onScroll={view.follow}
        onFocus={(event) => event.target === event.currentTarget && focus()}
        {...pointer}
        onDoubleClick={(event) => isOnCell(event) && !startEdit(grid, undefined) && openRow(grid)}
      >
        <GridHead id={id} grid={grid} openMenu={setMenu} />
        <GridLines id={id} grid={grid} view={view.place} onCommit={onCommit} onCancel={onCancel} />
      </div>
      {menu !== undefined && (
        <Suspense>
          <ColumnMenu grid={grid as GridModel<unknown>} column={menu} anchor={document.getElementById(`${id}--1-${menu}`)} onClose={() => setMenu(undefined)} />
        </Suspense>
      )}
    </div>
  )
}

function finishFill<Row>(grid: GridModel<Row>, acts: Acts, series: boolean): void {
  const { filling } = grid
  grid.setFilling(undefined)
  if (filling) acts.fill(rangeOf(grid.selection), filling, series)
}

/** Wide enough for the number of the last line. */
const gutterPx = (lines: number): number => 20 + 8 * String(lines).length

/** Why the active cell takes no text, in the words of its column. */
function whyNot<Row>({ rowAt, shown, selection: { active } }: GridModel<Row>): string {
  const row = rowAt(active.line)
  return (row === undefined ? undefined : shown[active.column]?.locked?.(row)) ?? 'This cell cannot be changed'
}
