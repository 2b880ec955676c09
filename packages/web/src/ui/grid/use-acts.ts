import { useEffect, useMemo, useRef } from 'react'
import type { ClipboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { fillTarget } from './fill-target.ts'
import type { CellValue, Column } from './column.ts'
import type { Done } from './edits/use-edits.ts'
import type { EditAct } from './edits/change.ts'
import { at, rangeOf } from './range.ts'
import type { Range, Spot } from './range.ts'
import type { Planned } from './acts/write.ts'
import type { GridModel } from './use-grid.ts'

type Tools = typeof import('./acts/index.ts')
let tools: Tools | undefined
let loading: Promise<Tools> | undefined
/** One promise for all who wait: what they do then comes in the order they asked. A failure is tried anew by the next. */
const load = (): Promise<Tools> =>
  (loading ??= import('./acts/index.ts').then(
    (loaded) => (tools = loaded),
    (error: unknown) => {
      loading = undefined
      throw error
    },
  ))

/** What can be done with cells. What it takes beyond typing is loaded while nothing else happens. */
export type Acts = ReturnType<typeof makeActs>

export function useActs<Row>(grid: GridModel<Row>, say: (words: string) => void, goTo: (spot: Spot) => void): Acts {
  const latest = useRef({ grid, say, goTo })
  useEffect(() => {
    latest.current = { grid, say, goTo }
  })
  useEffect(() => {
    const wait = typeof requestIdleCallback === 'function' ? requestIdleCallback(() => void load().catch(() => undefined)) : undefined
    return () => {
      if (wait !== undefined) cancelIdleCallback(wait)
    }
  }, [])
  return useMemo(() => makeActs(() => latest.current as Context), [])
}

/** Acts never look into a row: they hand it to the columns, whatever it is. */
type Context = { readonly grid: GridModel<unknown>; say(words: string): void; goTo(spot: Spot): void }

function makeActs(now: () => Context) {
  const using = (run: (tools: Tools) => Promise<void>): void => {
    const done = tools ? run(tools) : load().then(run)
    void done.catch((error: unknown) => now().say(error instanceof Error ? error.message : 'It did not work'))
  }
  const inTurn = oneAtATime()
  /** Plans an act, sends what is to change, tells what came of it. What is sent shows before the next act is planned. */
  const perform = async (tools: Tools, act: EditAct, plan: () => Promise<Planned>): Promise<void> => {
    const { planned, saving } = await inTurn(async () => {
      const planned = await plan()
      return { planned, saving: flushSync(() => now().grid.send(planned.changes, act, planned.unread)) }
    })
    if (planned.changes.length > 0) now().say(tools.describeAct({ changes: planned.changes, issues: planned.unread } satisfies Done, planned, now().grid.locale))
    now().say(tools.describeAct(await saving, planned, now().grid.locale))
  }
  const act = (kind: EditAct, plan: (tools: Tools, grid: GridModel<unknown>) => Promise<Planned>): void => {
    const grid = asBegun(now)
    using((tools) => perform(tools, kind, () => plan(tools, grid)))
  }
  const clear = (kind: 'clear' | 'cut', range: Range): void => act(kind, (tools, grid) => tools.repeatText(grid, range, ''))
  const fill = (from: Range, to: Range, series: boolean): void => {
    if (from.top === to.top && from.bottom === to.bottom && from.left === to.left && from.right === to.right) return
    act('fill', (tools, grid) => tools.fillCells(grid, from, to, series))
    now().grid.setSelection({ anchor: { line: to.top, column: to.left }, active: { line: to.bottom, column: to.right } })
  }
  return {
    ...clipboardActs(now, using, act, clear),
    fill,
    clear: () => clear('clear', rangeOf(now().grid.selection)),
    /** Repeats the first row or column of the selection through it; of a single one, the one before it. */
    fillOn: (way: 'down' | 'right') => {
      const range = rangeOf(now().grid.selection)
      const [first, last] = way === 'down' ? [range.top, range.bottom] : [range.left, range.right]
      const start = first === last ? first - 1 : first
      if (start < 0) return
      const from = way === 'down' ? { ...range, top: start, bottom: start } : { ...range, left: start, right: start }
      fill(from, fillTarget(from, { line: range.bottom, column: range.right }), false)
    },
    repeat: (range: Range, text: string) => act('fill', (tools, grid) => tools.repeatText(grid, range, text)),
    setColumn: (range: Range, column: Column<unknown>, value: CellValue) => act('bulk', (tools, grid) => tools.setColumn(grid, range, column, value)),
    /** Keeps one entry. */
    enter: <Row>(row: Row, line: number, column: Column<Row>, value: CellValue): void => {
      const { grid, say } = now()
      const key = grid.keyOf(row)
      const found = grid.lines.at(line)
      if (found?.kind === 'row') grid.rows.note(key, found.place)
      say('')
      void grid.send([{ key, column: column.key, value, before: grid.valueIn(row, column as Column<unknown>) }], 'edit')
    },
    turn: (way: 'undo' | 'redo') =>
      using(async (tools) => {
        const done = await inTurn(() => now().grid.turnBack(way))
        const { grid, say } = now()
        say(tools.describeTurn(way, done, grid.locale))
        const first = done?.changes[0] ?? done?.issues[0]
        if (first) goToCell(now(), first)
      }),
    goToCell: (cell: { readonly key: string; readonly column: string }) => goToCell(now(), cell),
  }
}

/** Runs one after the other, in the order asked for, whatever each has to wait for. */
function oneAtATime(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (run) => {
    const turn = last.then(run)
    last = turn.catch(() => undefined)
    return turn
  }
}

/** The lines and columns as they stand when an act begins, for it may wait for its code or for rows; what their cells hold is asked when it is planned. */
function asBegun(now: () => Context): GridModel<unknown> {
  const valueIn: GridModel<unknown>['valueIn'] = (row, column) => {
    const { grid } = now()
    return grid.valueIn(grid.rows.of(grid.keyOf(row)) ?? row, column)
  }
  return { ...now().grid, valueIn }
}

function clipboardActs(now: () => Context, using: (run: (tools: Tools) => Promise<void>) => void, act: (kind: EditAct, plan: (tools: Tools, grid: GridModel<unknown>) => Promise<Planned>) => void, clear: (kind: 'cut', range: Range) => void) {
  return {
    /** Copies the selection: at once where its rows and the code for it are here, else once they have been fetched. A cut empties what was copied, and nothing where that failed. */
    copy: (event: ClipboardEvent, cut: boolean) => {
      event.preventDefault()
      const { grid, say } = now()
      const range = rangeOf(grid.selection)
      const columns = grid.shown.slice(range.left, range.right + 1)
      const cells = (range.bottom - range.top + 1) * columns.length
      const rows = tools && cells <= tools.mostCells ? tools.rowsHere(grid, range) : undefined
      if (tools && cells > tools.mostCells) say(`${new Intl.NumberFormat(grid.locale).format(cells)} cells are too many for the clipboard. Export them instead.`)
      else if (tools && rows) {
        const copied = rows.length > 0 ? tools.copyRows(grid, rows, columns) : { text: headText(grid, range, columns), html: undefined, cells: columns.length }
        event.clipboardData.setData('text/plain', copied.text)
        if (copied.html) event.clipboardData.setData('text/html', copied.html)
        say(`${new Intl.NumberFormat(grid.locale).format(copied.cells)} ${copied.cells === 1 ? 'cell' : 'cells'} copied`)
        if (cut && grid.editable) clear('cut', range)
      } else if (cut && grid.editable)
        act('cut', async (tools, begun) => {
          await copyLater(now, tools, begun, range, columns)
          return tools.repeatText(begun, range, '')
        })
      else using((tools) => copyLater(now, tools, now().grid, range, columns))
    },
    paste: (event: ClipboardEvent) => {
      event.preventDefault()
      const copied = { html: event.clipboardData.getData('text/html'), text: event.clipboardData.getData('text/plain') }
      const range = rangeOf(now().grid.selection)
      if (copied.html || copied.text) act('paste', (tools, grid) => tools.pasteBlock(grid, range, tools.readBlock(copied)))
    },
  }
}

/** Fetches the rows first. The clipboard is asked for at once, while the key press still counts as the person's wish. */
async function copyLater(now: () => Context, tools: Tools, grid: GridModel<unknown>, range: Range, columns: readonly Column<unknown>[]): Promise<void> {
  const { say } = now()
  const format = new Intl.NumberFormat(grid.locale)
  const copied = tools.fetchRows(grid, range, (done, all) => now().say(`Fetching ${format.format(done)} of ${format.format(all)} rows to copy`)).then((rows) => tools.copyRows(grid, rows, columns))
  const blob = (type: string, of: (copied: Awaited<typeof copiedAll>) => string) => copiedAll.then((all) => new Blob([of(all)], { type }))
  const copiedAll = copied
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', ({ text }) => text), 'text/html': blob('text/html', ({ html, text }) => html ?? `<pre>${text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))}</pre>`) })])
  say(`${format.format((await copied).cells)} cells copied`)
}

/** The head of a group on its own: its name and what stands under the columns. */
function headText({ lines, totalIn }: GridModel<unknown>, { top }: Range, columns: readonly Column<unknown>[]): string {
  const line = lines.at(top)
  return line?.kind === 'group' ? [line.group.label, ...columns.slice(1).map(({ key }) => totalIn(line.group, key))].join('\t') : columns.map(({ label }) => label).join('\t')
}

function goToCell({ grid, goTo }: Context, { key, column }: { readonly key: string; readonly column: string }): void {
  const place = grid.rows.placeOf(key)
  const line = place === undefined ? undefined : grid.lines.lineOf(place)
  const index = grid.shown.findIndex((shown) => shown.key === column)
  if (line === undefined) return
  const spot = { line, column: Math.max(0, index) }
  grid.setSelection(at(spot.line, spot.column))
  goTo(spot)
}
