import { useCallback, useEffect, useState } from 'react'
import { firstRoadmapLevers, type RoadmapLevers } from './levers.ts'

/** Levers as they stand, and as they stood before each step back to the first. */
export type LeverHistory = { readonly now: RoadmapLevers; readonly before: readonly RoadmapLevers[]; readonly last: { readonly what: string; readonly at: number } | undefined }

export const firstHistory: LeverHistory = { now: firstRoadmapLevers, before: [], last: undefined }

/** A drag of a slider is many moves that follow each other: those of one lever within this many milliseconds are one step. */
const oneDragMs = 800
/** Steps that can be taken back. */
const mostSteps = 200

/** The levers moved at a moment. What changes nothing is no step. */
export function moved({ now, before, last }: LeverHistory, next: RoadmapLevers, atMs: number): LeverHistory {
  const what = whatMoved(now, next)
  if (what === '') return { now: next, before, last }
  const goesOn = what === last?.what && !what.includes('pins') && atMs - last.at <= oneDragMs
  return { now: next, before: goesOn ? before : [...before, now].slice(-mostSteps), last: { what, at: atMs } }
}

/** As the levers stood before the last step. */
export function undone(history: LeverHistory): LeverHistory {
  const now = history.before.at(-1)
  return now === undefined ? history : { now, before: history.before.slice(0, -1), last: undefined }
}

/** Which levers differ, by name; empty where none does. */
function whatMoved(a: RoadmapLevers, b: RoadmapLevers): string {
  const entries = ({ percents, weights, ...others }: RoadmapLevers): ReadonlyMap<string, string> => new Map([...Object.entries(percents).map(([place, percent]) => [`percent ${place}`, String(percent)] as const), ...Object.entries(weights).map(([id, weight]) => [`weight ${id}`, String(weight)] as const), ...Object.entries(others).map(([name, value]) => [name, JSON.stringify(value)] as const)])
  const [before, after] = [entries(a), entries(b)]
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort().join(', ')
}

/** The levers, with the last step taken back by `undo` or by Ctrl+Z where nobody writes; undefined where nothing was moved. */
export function useLevers() {
  const [history, setHistory] = useState(firstHistory)
  const set = useCallback((next: RoadmapLevers) => setHistory((before) => moved(before, next, performance.now())), [])
  const reset = useCallback(() => setHistory(firstHistory), [])
  const undo = useCallback(() => setHistory(undone), [])
  const some = history.before.length > 0
  useEffect(() => {
    if (!some) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (!isUndo(event) || event.defaultPrevented || isWriting(event.target)) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [some, undo])
  return { levers: history.now, set, reset, undo: some ? undo : undefined }
}

/** Ctrl+Z, or Cmd+Z; with Shift or Alt it means something else. */
export const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): boolean => (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'z'

/** Whether a key goes into a field that has an undo of its own, or into a drawer; a slider has none. */
const isWriting = (target: EventTarget | null): boolean => target instanceof Element && target.closest('input:not([type="range"]), textarea, select, [contenteditable="true"], [role="grid"], dialog') !== null
