import { ok, refuse, type Result } from '../../kernel/index.ts'
import type { WeighRefusal } from './refusal.ts'

/** One comparison: a counts `ratio` times as much as b, 1/9 to 9. */
export type Judgement = { readonly a: string; readonly b: string; readonly ratio: number }

/** Judgements as a table: what was judged, by row and column; null where nobody did. The diagonal is 1. */
export type Judged = readonly (readonly (number | null)[])[]

/** The judgements as a table, refused where they name strangers, leave the scale, contradict themselves or leave items apart. */
export function readJudgements(ids: readonly string[], judgements: readonly Judgement[]): Result<Judged, WeighRefusal> {
  if (ids.length === 0) return refuse({ code: 'nothing_to_weigh' })
  if (ids.length > mostItems) return refuse({ code: 'items_too_many', found: ids.length, most: mostItems })
  const place = new Map(ids.map((id, index) => [id, index]))
  const table: (number | null)[][] = ids.map((_, row) => ids.map((_each, column) => (row === column ? 1 : null)))
  for (const { a, b, ratio } of judgements) {
    const [row, column] = [place.get(a), place.get(b)]
    if (row === undefined || column === undefined) return refuse({ code: 'judged_unknown', id: row === undefined ? a : b })
    if (row === column) return refuse({ code: 'judged_itself', id: a })
    if (!(ratio >= 1 / 9 - slack && ratio <= 9 + slack)) return refuse({ code: 'ratio_out_of_scale', a, b, found: ratio })
    const before = table[row]?.[column]
    if (before !== null && before !== undefined && Math.abs(before - ratio) > slack * before) return refuse({ code: 'judged_twice', a, b, found: ratio, before })
    table[row]![column] = ratio
    table[column]![row] = 1 / ratio
  }
  const apart = unreached(table)
  return apart.length > 0 ? refuse({ code: 'judgements_unconnected', apart: apart.map((index) => ids[index] ?? '') }) : ok(table)
}
const slack = 1e-9
/** Items that people can compare each with each: 105 comparisons. More are weighed in groups. */
const mostItems = 15

/** Rows that no chain of judgements connects with the first. */
function unreached(table: Judged): readonly number[] {
  const seen = new Set([0])
  const open = [0]
  for (let row = open.pop(); row !== undefined; row = open.pop())
    table[row]?.forEach((cell, column) => {
      if (cell === null || seen.has(column)) return
      seen.add(column)
      open.push(column)
    })
  return [...table.keys()].filter((row) => !seen.has(row))
}
