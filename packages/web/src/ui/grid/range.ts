/** A cell by line and visible column; line -1 is the head. */
export type Spot = { readonly line: number; readonly column: number }
/** The cell with focus, and where the selection began. */
export type Selection = { readonly active: Spot; readonly anchor: Spot }
export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export const at = (line: number, column: number): Selection => ({ active: { line, column }, anchor: { line, column } })

/** The rectangle between anchor and active cell, both included. */
export function rangeOf({ active, anchor }: Selection): Range {
  return {
    top: Math.min(active.line, anchor.line),
    bottom: Math.max(active.line, anchor.line),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  }
}

export const cellCount = (range: Range): number => Math.max(0, range.bottom - Math.max(0, range.top) + 1) * (range.right - range.left + 1)

/** The selection kept inside a grid of so many lines and columns. */
export function within(selection: Selection, lines: number, columns: number): Selection {
  const keep = (spot: Spot): Spot => ({ line: Math.min(spot.line, lines - 1), column: Math.max(0, Math.min(spot.column, columns - 1)) })
  return { active: keep(selection.active), anchor: keep(selection.anchor) }
}

export type Extent = {
  readonly lines: number
  readonly columns: number
  /** Lines in one page. */
  readonly page: number
  /** Whether a cell holds something, where that is known: Ctrl with an arrow stops at the edge of what does. */
  readonly filled?: (line: number, column: number) => boolean
}

/** Where a key leads; undefined for keys that do not move. With shift the selection stretches from its anchor. */
export function moveSelection(selection: Selection, key: string, held: { readonly shift: boolean; readonly ctrl: boolean }, extent: Extent): Selection | undefined {
  const { line, column } = selection.active
  const target = destination(key, line, column, held.ctrl, extent)
  if (!target) return undefined
  const least = held.shift ? 0 : -1
  const active = { line: clamp(target.line, least, extent.lines - 1), column: clamp(target.column, 0, extent.columns - 1) }
  return held.shift && line >= 0 ? { active, anchor: selection.anchor } : { active, anchor: active }
}

function destination(key: string, line: number, column: number, ctrl: boolean, { lines, columns, page, filled }: Extent): Spot | undefined {
  const down = (to: number) => ({ line: filled ? edge(line, to, (at) => filled(at, column)) : to, column })
  const along = (to: number) => ({ line, column: filled && line >= 0 ? edge(column, to, (at) => filled(line, at)) : to })
  switch (key) {
    case 'ArrowUp':
      return ctrl ? down(0) : { line: line - 1, column }
    case 'ArrowDown':
      return ctrl ? down(lines - 1) : { line: line + 1, column }
    case 'ArrowLeft':
      return ctrl ? along(0) : { line, column: column - 1 }
    case 'ArrowRight':
      return ctrl ? along(columns - 1) : { line, column: column + 1 }
    case 'Home':
      return { line: ctrl ? 0 : line, column: 0 }
    case 'End':
      return { line: ctrl ? lines - 1 : line, column: columns - 1 }
    case 'PageUp':
      return { line: Math.max(0, line - page), column }
    case 'PageDown':
      return { line: line + page, column }
    default:
      return undefined
  }
}

/** From a filled cell with a filled one beside it to the last of them; else to the next filled one, or to the end. */
function edge(from: number, end: number, filled: (at: number) => boolean): number {
  const step = Math.sign(end - from)
  if (step === 0) return end
  const inRun = from >= 0 && filled(from) && filled(from + step)
  let at = from + step
  while (at !== end && filled(inRun ? at + step : at) === inRun) at += step
  return at
}
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
