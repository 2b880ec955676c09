import { useRef, useState, type KeyboardEvent } from 'react'

/** Where an arrow key goes from a control of a row; undefined for other keys and beyond the ends. */
export function stepTo({ row, stop }: Stop, { rows, stops }: { readonly rows: number; readonly stops: number }, key: string): Stop | undefined {
  const next = { ArrowUp: { row: row - 1, stop }, ArrowDown: { row: row + 1, stop }, Home: { row: 0, stop }, End: { row: rows - 1, stop }, ArrowLeft: { row, stop: stop - 1 }, ArrowRight: { row, stop: stop + 1 } }[key]
  return next && next.row >= 0 && next.row < rows && next.stop >= 0 && next.stop < stops ? next : undefined
}
/** A control by the place of its row and its own in the row. */
export type Stop = { readonly row: number; readonly stop: number }

/** One stop for the keyboard in rows of the same controls: arrow keys go through them. Controls carry `stopAt(row, stop)`. */
export function useRoving(size: { readonly rows: number; readonly stops: number }) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<Stop>({ row: 0, stop: 0 })
  const here: Stop = { row: Math.min(at.row, Math.max(0, size.rows - 1)), stop: Math.min(at.stop, Math.max(0, size.stops - 1)) }
  const onKeyDown = (event: KeyboardEvent): void => {
    const name = (event.target as HTMLElement).dataset['stop']
    if (name === undefined) return
    const [row = 0, stop = 0] = name.split(' ').map(Number)
    const next = stepTo({ row, stop }, size, event.key)
    if (!next) return
    event.preventDefault()
    setAt(next)
    box.current?.querySelector<HTMLElement>(`[data-stop="${next.row} ${next.stop}"]`)?.focus()
  }
  const stopAt = (row: number, stop: number) => ({ 'data-stop': `${row} ${stop}`, tabIndex: row === here.row && stop === here.stop ? 0 : -1, onFocus: () => setAt({ row, stop }) })
  return { box, onKeyDown, stopAt }
}
