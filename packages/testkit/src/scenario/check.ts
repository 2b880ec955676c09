import type { Metric } from '@throughline/engine/kernel'
import type { Row } from './parse.ts'
import { readAmount } from './pattern.ts'

/** Holds, or throws with what was found and what was expected. */
export function checkSame(what: string, found: unknown, expected: unknown): void {
  const [one, other] = [shownAs(found), shownAs(expected)]
  if (one !== other) throw new Error(`${what}: found ${one}; expected ${other}`)
}

const shownAs = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one} exactly` : one))

/** Holds where the text says the words somewhere. */
export function checkSays(what: string, found: string, words: string): void {
  if (!found.includes(words)) throw new Error(`${what}: found "${found}"; expected it to say "${words}"`)
}

/** The one that is asked for by name. */
export function theOne<T>(what: string, all: readonly T[], nameOf: (one: T) => string, name: string): T {
  const found = all.filter((one) => nameOf(one) === name)
  const [one] = found
  if (one === undefined || found.length > 1) throw new Error(`found ${found.length === 0 ? 'no' : found.length} ${what} named "${name}"; there are ${all.map((each) => `"${nameOf(each)}"`).join(', ') || 'none'}`)
  return one
}

/** How a column is read from what the product answers and from what a scenario expects; both in the same words. */
export type Column<T> = { readonly shown: (one: T) => string; readonly meant: (cell: string) => string }

type WireMoney = { readonly minor: string }
const figure = <V>(metric: Metric<V> | undefined, show: (value: V) => string): string => {
  if (!metric) return ''
  switch (metric.status) {
    case 'ok':
      return show(metric.value)
    case 'undefined':
      return `no figure: ${metric.reason}`
    case 'missing':
      return `no figure: missing ${metric.inputs.join(', ')}`
    case 'not_applicable':
      return 'not applicable'
  }
}
const isWords = (cell: string): boolean => /^(no figure|not applicable)/.test(cell)

export const words = <T>(shown: (one: T) => string | number | boolean | null | undefined): Column<T> => ({ shown: (one) => String(shown(one) ?? 'none'), meant: (cell) => cell })
export const truth = <T>(shown: (one: T) => boolean): Column<T> => ({ shown: (one) => (shown(one) ? 'yes' : 'no'), meant: (cell) => cell })
/** Words in no order that matters. */
export const set = <T>(shown: (one: T) => readonly string[]): Column<T> => ({ shown: (one) => [...shown(one)].sort().join(', ') || 'none', meant: (cell) => cell.split(', ').sort().join(', ') })
export const amount = <T>(shown: (one: T) => Metric<WireMoney> | undefined): Column<T> => ({ shown: (one) => figure(shown(one), ({ minor }) => `${minor} cents`), meant: (cell) => (isWords(cell) ? cell : `${readAmount(cell)} cents`) })
/** Compared to six digits after the point: a figure that was computed is not known better in a scenario. */
export const number = <T>(shown: (one: T) => Metric<number> | undefined): Column<T> => ({ shown: (one) => figure(shown(one), (value) => value.toFixed(6)), meant: (cell) => (isWords(cell) ? cell : Number(cell).toFixed(6)) })

/** Every row is there, no other is, and every cell that is not blank says what is found. The first column names the row. */
export function checkTable<T>(what: string, table: readonly Row[] | undefined, found: readonly T[], columns: Readonly<Record<string, Column<T>>>): void {
  const headings = Object.keys(table?.[0] ?? {})
  const [key] = headings
  if (!table || key === undefined) throw new Error('found no table; expected one beneath this sentence')
  const unknown = headings.find((heading) => !columns[heading])
  if (unknown !== undefined) throw new Error(`found the column "${unknown}"; known are ${Object.keys(columns).join(', ')}`)
  const show = (one: T, heading: string): string => columns[heading]?.shown(one) ?? ''
  const left = [...found]
  for (const row of table) {
    // Rows of one name are told apart by their other cells.
    const named = left.filter((one) => show(one, key) === columns[key]?.meant(row[key] ?? ''))
    const wrongIn = (one: T) => headings.filter((heading) => row[heading] !== '' && columns[heading]?.meant(row[heading] ?? '') !== show(one, heading))
    const match = named.find((one) => wrongIn(one).length === 0)
    if (match === undefined) {
      const near = named[0]
      const differs = near === undefined ? `no such row; there are ${found.map((one) => `"${show(one, key)}"`).join(', ') || 'none'}` : wrongIn(near).map((heading) => `${heading} "${show(near, heading)}"; expected "${row[heading]}"`).join(', ')
      throw new Error(`${what}, row "${row[key]}": found ${differs}`)
    }
    left.splice(left.indexOf(match), 1)
  }
  if (left.length > 0) throw new Error(`${what}: found ${left.map((one) => `"${show(one, key)}"`).join(', ')} as well; expected the rows of the table and no other`)
}
