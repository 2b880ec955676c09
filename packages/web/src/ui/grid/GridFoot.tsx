import { lazy, Suspense, useEffect, useState } from 'react'
import { formatNumber } from '../format.ts'
import type { Column } from './column.ts'
import { refusedCells, shownValue } from './edits/pending.ts'
import { cellCount, rangeOf } from './range.ts'
import { tallyRange } from './tally.ts'
import type { Tally } from './tally.ts'
import type { Acts } from './use-acts.ts'
import type { GridModel } from './use-grid.ts'

const IssuesList = lazy(() => import('./acts/index.ts').then(({ IssuesList }) => ({ default: IssuesList })))

export type GridFootProps<Row> = { readonly grid: GridModel<Row>; readonly acts: Acts; readonly said: string }
export const rowWords = { one: 'row', many: 'rows' }

/** Below the grid: how many rows, what the selection comes to, what came of the last act, and what was refused. */
export function GridFoot<Row>({ grid, acts, said }: GridFootProps<Row>) {
  const { props, lines, locale, total } = grid
  const [anchor, setAnchor] = useState<Element | null>(null)
  const words = props.words ?? rowWords
  const all = `${formatNumber(total, locale)} ${total === 1 ? words.one : words.many}`
  const refused = grid.edits.size > 0 ? refusedCells(grid.edits) : []
  const tally = useTally(grid)
  const told = refusalAt(grid) ?? said
  return (
    <div className="grid-foot">
      <span className="figures">{lines.places === total ? all : `${formatNumber(lines.places, locale)} of ${all}`}</span>
      <span className="figures" role="status">
        {tally}
      </span>
      <span role="status" data-tone={refused.length > 0 ? 'bad' : undefined}>
        {told}
      </span>
      <span className="grow" />
      {refused.length > 0 && (
        <button type="button" className="grid-refused" aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>
          {`${formatNumber(refused.length, locale)} refused`}
        </button>
      )}
      <span className="grid-hint">{grid.editable ? 'Enter edits, Ctrl C copies, Ctrl V pastes, Ctrl Z undoes' : 'Ctrl C copies, Shift with arrows selects'}</span>
      {anchor && (
        <Suspense>
          <IssuesList grid={grid as GridModel<unknown>} issues={refused} anchor={anchor} goToCell={acts.goToCell} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </div>
  )
}

/** The selection in words, a moment after it came to rest: adding up must not hold up the drag. */
function useTally<Row>({ selection, rows, edits, lines, shown, locale, keyOf }: GridModel<Row>): string {
  const { top, bottom, left, right } = rangeOf(selection)
  const cells = cellCount({ top, bottom, left, right })
  const [words, setWords] = useState('')
  useEffect(() => {
    if (cells < 2) return
    const valueIn = (row: Row, column: Column<Row>) => shownValue(column, row, edits.get(keyOf(row)))
    const describe = () => setWords(describeTally(cells, tallyRange({ shown, lines, rows, valueIn }, { top, bottom, left, right }), locale))
    const timer = setTimeout(describe, cells > 20_000 ? 250 : 60)
    return () => clearTimeout(timer)
  }, [cells, top, bottom, left, right, rows, edits, lines, shown, locale, keyOf])
  return cells < 2 ? '' : words
}

function describeTally(cells: number, { filled, sums, missing }: Tally, locale: string): string {
  const added = sums.slice(0, 2).filter(({ count }) => count > 1)
  return [
    `${formatNumber(cells, locale)} cells selected`,
    missing ? 'not all rows are here to be added' : filled < cells ? `${formatNumber(filled, locale)} filled` : '',
    ...added.flatMap(({ unit, sum, count, digits }) => [`sum ${formatNumber(sum, locale, digits)} ${unit}`, `average ${formatNumber(sum / count, locale, digits + 2)} ${unit}`]),
  ].filter(Boolean).join(', ')
}

/** The words of the refusal on the active cell. */
function refusalAt<Row>(grid: GridModel<Row>): string | undefined {
  const row = grid.edits.size > 0 ? grid.rowAt(grid.selection.active.line) : undefined
  const column = grid.shown[grid.selection.active.column]
  const edit = row !== undefined && column ? grid.edits.get(grid.keyOf(row))?.[column.key] : undefined
  return edit?.status === 'refused' ? edit.message : undefined
}
