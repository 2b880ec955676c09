import { useMemo, useRef } from 'react'
import type { DataGridProps } from './props.ts'
import type { Laid } from './view.ts'

/** The rows behind the lines, wherever they are. Places count in the order of the view. */
export type RowsInView<Row> = {
  /** Undefined where the row has not arrived. */
  at(place: number): Row | undefined
  /** Rows by their places, fetched where need be; in the order asked for. */
  read(places: readonly number[]): Promise<readonly (Row | undefined)[]>
  /** The row of a key as it is now, if it is here. */
  of(key: string): Row | undefined
  /** Where it stands; undefined where that is not known or the filters leave it out. */
  placeOf(key: string): number | undefined
  /** Remembers where a row stands, so that it need not be sought. */
  note(key: string, place: number): void
}

export function useRows<Row>({ rows, source, rowKey }: DataGridProps<Row>, { order }: Laid): RowsInView<Row> {
  const seen = useRef(new Map<string, number>())
  return useMemo(() => {
    const places = seen.current
    if (source) {
      const at = (place: number) => source.window(place, place + 1)[0]
      const placeOf = (key: string): number | undefined => {
        const place = places.get(key)
        const row = place === undefined ? undefined : at(place)
        return row !== undefined && rowKey(row) === key ? place : source.find?.(key)
      }
      const of = (key: string) => {
        const place = placeOf(key)
        return place === undefined ? undefined : at(place)
      }
      return { at, of, placeOf, read: (wanted) => readRuns(wanted, source.read), note: (key, place) => places.set(key, place) }
    }
    const all = rows ?? []
    const indexOf = finder(all, rowKey, places)
    const at = (place: number) => all[order?.[place] ?? -1]
    const placeOf = (key: string): number | undefined => {
      const place = order?.indexOf(indexOf(key)) ?? -1
      return place < 0 ? undefined : place
    }
    return { at, of: (key) => all[indexOf(key)], placeOf, read: (wanted) => Promise.resolve(wanted.map(at)), note: (key, place) => places.set(key, order?.[place] ?? -1) }
  }, [rows, source, rowKey, order])
}

/** The index of a key, -1 for none: first where it was last, then by looking through, and from some misses on by an index of all. */
function finder<Row>(rows: readonly Row[], rowKey: (row: Row) => string, hints: Map<string, number>): (key: string) => number {
  let misses = 0
  let all: ReadonlyMap<string, number> | undefined
  return (key) => {
    const hint = rows[hints.get(key) ?? -1]
    if (hint !== undefined && rowKey(hint) === key) return hints.get(key) ?? -1
    if (misses++ >= 4) all ??= new Map(rows.map((row, index) => [rowKey(row), index]))
    const index = all ? (all.get(key) ?? -1) : rows.findIndex((row) => rowKey(row) === key)
    hints.set(key, index)
    return index
  }
}

/** Asks for each unbroken run of places once. */
async function readRuns<Row>(places: readonly number[], read: (from: number, to: number) => Promise<readonly Row[]>): Promise<readonly (Row | undefined)[]> {
  const found: (Row | undefined)[] = []
  for (let start = 0; start < places.length; ) {
    let end = start + 1
    while (end < places.length && places[end] === (places[end - 1] ?? 0) + 1) end++
    const from = places[start] ?? 0
    const run = await read(from, from + end - start)
    for (let offset = 0; offset < end - start; offset++) found.push(run[offset])
    start = end
  }
  return found
}
