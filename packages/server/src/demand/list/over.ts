import type { Columns, CustomColumn } from '../columns/index.ts'
import type { Asked } from './ask.ts'
import { selected } from './conditions.ts'
import { grouped, type Grouped, type Grouping } from './groups.ts'
import { ordering, rowsBetween } from './ordering.ts'
import { valuesOf } from './values.ts'

type Customs = ReadonlyMap<string, CustomColumn>

/** The rows that an ask lets through, in the groups asked for; undefined where those are more than `most`. */
export const framed = (columns: Columns, asked: Asked, customs: Customs, most: number): Grouping | undefined =>
  grouped(selected(columns, asked, customs), asked.groups.map((field) => valuesOf(columns, field, customs)), most)

/** Rows `from` to `from + limit` of some groups, in their order, each group by the sorts of the ask. Only groups that share the window are put in order. Moves the rows of the groups about. */
export function windowRows(columns: Columns, { sort, from, limit }: Asked, customs: Customs, groups: readonly Grouped[]): Uint32Array {
  const sorts = sort.map(({ field, descending }) => ({ value: valuesOf(columns, field, customs), descending }))
  const order = ordering(sorts, columns.ids.places())
  const window: number[] = []
  let before = 0
  for (const { rows } of groups) {
    const [first, last] = [Math.max(0, from - before), Math.min(rows.length, from + limit - before)]
    before += rows.length
    if (first < last) window.push(...rowsBetween(rows, order(rows), first, last))
    if (before >= from + limit) break
  }
  return Uint32Array.from(window)
}
