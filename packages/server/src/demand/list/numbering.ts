import type { Value } from './values.ts'

/** Rows with the number of the group of each, from 0 as the groups come, and a row of each group. */
export type Numbered = { readonly numbers: Uint32Array; readonly firsts: readonly number[] }

/** Numbers are looked up in a table of this many places at most, else in a map. */
const widest = 1 << 19

/** Numbers rows by the different values of a field; undefined where there are more than `most`. */
export function distinct(rows: Uint32Array, { codes, has, same }: Value, most: number): Numbered | undefined {
  if (!codes || codes.range > widest) return inMap(rows, (index) => (has(rows[index] ?? 0) ? same(rows[index] ?? 0) : null), most)
  const [own, column] = [new Uint32Array(rows.length), codes.of]
  for (let index = 0; index < own.length; index += 1) own[index] = column[rows[index] ?? 0] ?? 0
  return inTable(rows, own, codes.range, most)
}

/** Numbers rows by both of two numberings; undefined where there are more than `most` groups. */
export function paired(rows: Uint32Array, one: Numbered, other: Numbered, most: number): Numbered | undefined {
  const [a, b, range] = [one.numbers, other.numbers, other.firsts.length]
  const places = one.firsts.length * range
  if (places > widest) return inMap(rows, (index) => (a[index] ?? 0) * range + (b[index] ?? 0), most)
  const both = new Uint32Array(rows.length)
  for (let index = 0; index < both.length; index += 1) both[index] = (a[index] ?? 0) * range + (b[index] ?? 0)
  return inTable(rows, both, places, most)
}

/** By whole numbers below `range`, one for each row, which become the numbers of the groups. */
function inTable(rows: Uint32Array, own: Uint32Array, range: number, most: number): Numbered | undefined {
  /** 0 where a number has not come yet, else 1 more than the number of its group. */
  const known = new Uint32Array(range)
  const firsts: number[] = []
  for (let index = 0; index < own.length; index += 1) {
    const place = own[index] ?? 0
    let number = known[place] ?? 0
    if (number === 0) {
      number = firsts.push(rows[index] ?? 0)
      known[place] = number
      if (number > most) return undefined
    }
    own[index] = number - 1
  }
  return { numbers: own, firsts }
}

/** By anything that can be told apart. */
function inMap(rows: Uint32Array, keyOf: (index: number) => number | bigint | null, most: number): Numbered | undefined {
  const known = new Map<number | bigint | null, number>()
  const [numbers, firsts]: [Uint32Array, number[]] = [new Uint32Array(rows.length), []]
  for (let index = 0; index < rows.length; index += 1) {
    const key = keyOf(index)
    let number = known.get(key)
    if (number === undefined) {
      number = firsts.push(rows[index] ?? 0) - 1
      known.set(key, number)
      if (number >= most) return undefined
    }
    numbers[index] = number
  }
  return { numbers, firsts }
}
