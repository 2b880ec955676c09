import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { blockRows, blocksOf, noRows, rowsIn, touched, withBlock } from './row-cache.ts'
import type { RowCache } from './row-cache.ts'
import type { RowSource, SourceGroup } from './source.ts'

/** A part of the list as the server gives it. */
export type LoadedRows<Row> = { readonly rows: readonly Row[]; readonly count: number; readonly total?: number; readonly groups?: readonly SourceGroup[] }

export type RowSourceProps<Row> = {
  /** Asks for the places `from` to before `to`, at most 200 for the grid and more for copying. A stable function. */
  readonly load: (from: number, to: number) => Promise<LoadedRows<Row>>
  readonly rowKey: (row: Row) => string
  /** What the list is of, as one text: sort, filters, search. Another text begins anew. */
  readonly of?: string
  /** Told when a part could not be fetched; it is asked for again once it is in view again. */
  readonly onError?: (error: unknown) => void
}

/** A source for a grid that keeps the blocks of rows near the part in view, some 12,000 rows at most, and asks for each once. */
export function useRowSource<Row>({ load, rowKey, of, onError }: RowSourceProps<Row>) {
  const [kept, setKept] = useState<Kept<Row>>(none)
  const cache = useRef<{ of: string | undefined; rows: RowCache<Row>; asked: Set<number> }>({ of, rows: noRows, asked: new Set() })
  const show = useCallback((part: Partial<Kept<Row>>) => setKept((before) => ({ ...before, ...part, rows: cache.current.rows })), [])
  const need = useCallback(
    (from: number, to: number): void => {
      const { current } = cache
      const wanted = blocksOf(from, to)
      current.rows = touched(current.rows, wanted)
      for (const number of wanted) {
        if (current.asked.has(number) || current.rows.blocks.has(number)) continue
        current.asked.add(number)
        const settle = () => current.asked.delete(number)
        load(number * blockRows, (number + 1) * blockRows).then(
          ({ rows, ...more }) => {
            settle()
            if (cache.current !== current) return
            current.rows = withBlock(current.rows, number, rows)
            show({ ...more, known: true })
          },
          (error: unknown) => {
            settle()
            onError?.(error)
          },
        )
      }
    },
    [load, onError, show],
  )
  useEffect(() => {
    cache.current = { of, rows: noRows, asked: new Set() }
    need(0, blockRows)
  }, [of, need])
  const change = useCallback(
    (next: (row: Row) => Row): void => {
      const { current } = cache
      current.rows = { ...current.rows, blocks: new Map([...current.rows.blocks].map(([number, rows]) => [number, rows.map(next)])) }
      show({})
    },
    [show],
  )
  const source = useMemo((): RowSource<Row> => {
    const { rows, count, total, groups } = kept
    return {
      count,
      ...(total === undefined ? {} : { total }),
      ...(groups === undefined ? {} : { groups }),
      window: (from, to) => rowsIn(rows, from, Math.min(to, count)),
      onNeed: need,
      read: async (from, to) => (await load(from, Math.min(to, count))).rows,
      find: (key) => {
        for (const [number, block] of rows.blocks) {
          const index = block.findIndex((row) => rowKey(row) === key)
          if (index >= 0) return number * blockRows + index
        }
        return undefined
      },
    }
  }, [kept, load, need, rowKey])
  /** `known` once the first rows have come; `change` puts other rows in the place of those that are here, as after a save. */
  return { source, known: kept.known, change }
}

type Kept<Row> = { readonly rows: RowCache<Row>; readonly count: number; readonly total?: number; readonly groups?: readonly SourceGroup[]; readonly known: boolean }
const none: Kept<never> = { rows: noRows, count: 0, known: false }
