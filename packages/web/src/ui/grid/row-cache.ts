/** Rows of a long list in blocks, those asked for last: memory stays within `keptBlocks` however far a person scrolls. */
export type RowCache<Row> = {
  readonly blocks: ReadonlyMap<number, readonly Row[]>
  /** Block numbers by when they were last asked for, the latest last. */
  readonly used: readonly number[]
}

export const blockRows = 200
export const keptBlocks = 60
export const noRows: RowCache<never> = { blocks: new Map(), used: [] }

/** Numbers of the blocks that hold any of the places `from` to before `to`. */
export function blocksOf(from: number, to: number): readonly number[] {
  if (to <= from) return []
  const first = Math.floor(from / blockRows)
  return Array.from({ length: Math.floor((to - 1) / blockRows) - first + 1 }, (_, index) => first + index)
}

/** The cache with a block that has come; the blocks that were asked for longest ago make room. */
export function withBlock<Row>({ blocks, used }: RowCache<Row>, number: number, rows: readonly Row[]): RowCache<Row> {
  const order = [...used.filter((each) => each !== number), number]
  const dropped = new Set(order.slice(0, Math.max(0, order.length - keptBlocks)))
  const next = new Map([...blocks].filter(([each]) => !dropped.has(each)))
  next.set(number, rows)
  return { blocks: next, used: order.filter((each) => !dropped.has(each)) }
}

/** The cache after these blocks were looked at again. */
export function touched<Row>(cache: RowCache<Row>, numbers: readonly number[]): RowCache<Row> {
  const seen = numbers.filter((number) => cache.blocks.has(number))
  return { blocks: cache.blocks, used: [...cache.used.filter((each) => !seen.includes(each)), ...seen] }
}

/** The rows at the places `from` to before `to`; undefined where one is not here. */
export function rowsIn<Row>({ blocks }: RowCache<Row>, from: number, to: number): readonly (Row | undefined)[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
    const place = from + offset
    return blocks.get(Math.floor(place / blockRows))?.[place % blockRows]
  })
}
