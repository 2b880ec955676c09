import { alignedOf, dateOf, exactRatio, minorOf, noDay, ratingOf, ratiosOf, weightOf, type Amounts, type Columns, type CustomColumn, type Units } from '../columns/index.ts'
import { choices, isPlain, type PlainField } from './fields.ts'

/** A field of the list over columns, row by row. Absence is never a value, and comes last in every order. */
export type Value = {
  readonly has: (row: number) => boolean
  /** By what rows that have one are sorted, the first first; not a number where that is absent. */
  readonly keys: readonly ((row: number) => number)[]
  /** The same for two rows if, and only if, their values are. */
  readonly same: (row: number) => number | bigint
  /** Where a column has whole numbers below `range` that are the same for two rows if, and only if, their values are, or both have none: that column. */
  readonly codes?: { readonly of: Uint8Array | Uint32Array; readonly range: number }
  /** The value as filters and groups name it. */
  readonly text: (row: number) => string
  /** What a group of the value is called, where that is something else. */
  readonly label?: (row: number) => string
}

/** The values of a field: of ours, or of a custom field by what was read of it. */
export const valuesOf = (columns: Columns, field: string, customs: ReadonlyMap<string, CustomColumn>): Value => (isPlain(field) ? plain(columns, field) : custom(customs.get(field)))

function plain(columns: Columns, field: PlainField): Value {
  switch (field) {
    case 'key': case 'name': case 'category': case 'sponsor': case 'flags':
      return texts(columns, columns[field])
    case 'kind': case 'state':
      return numbers(columns[field], (number) => choices[field][number] ?? '')
    case 'mandatory':
      return numbers(columns.mandatory, (number) => (number === 1 ? 'yes' : 'no'))
    case 'unit':
      return unit(columns)
    case 'rating':
      return coded(columns.rating)
    case 'startOn': case 'endOn': {
      const days = columns[field]
      return { ...absentWhere((row) => days[row] === noDay, (row) => days[row] ?? 0), text: (row) => dateOf(days[row] ?? 0) ?? '' }
    }
    case 'cost': case 'benefits': case 'inYearBaseline': case 'inYearForecast':
      return amounts(columns[field])
    case 'ratio': {
      const { cost, benefits } = columns
      return { ...doubles(ratiosOf(columns)), text: (row) => decimal(exactRatio(cost, benefits, row), 9) }
    }
    case 'alignment':
      return { ...doubles(alignedOf(columns)), text: (row) => alignment(columns, row) }
    case 'objectives': {
      const { start } = columns.links
      return counts((row) => (start[row + 1] ?? 0) - (start[row] ?? 0))
    }
    case 'reports': {
      const { reports } = columns.seen
      return counts((row) => reports[row] ?? 0)
    }
  }
}

/** Numbers that a byte can be. */
const bytes = 256

type Keyed = Pick<Value, 'has' | 'keys' | 'same'>

const absentWhere = (absent: (row: number) => boolean, key: (row: number) => number): Keyed => ({ has: (row) => !absent(row), keys: [(row) => (absent(row) ? Number.NaN : key(row))], same: key })

const numbers = (column: Uint8Array, text: (number: number) => string): Value => ({ codes: { of: column, range: bytes }, has: () => true, keys: [(row) => column[row] ?? 0], same: (row) => column[row] ?? 0, text: (row) => text(column[row] ?? 0) })
const counts = (count: (row: number) => number): Value => ({ has: () => true, keys: [count], same: count, text: (row) => String(count(row)) })
const doubles = (column: Float64Array): Keyed => absentWhere((row) => Number.isNaN(column[row]), (row) => column[row] ?? 0)

function texts({ texts: all }: Columns, codes: Uint32Array): Value {
  const ranks = all.ranks()
  return { ...absentWhere((row) => codes[row] === 0, (row) => ranks[codes[row] ?? 0] ?? 0), codes: { of: codes, range: all.count }, same: (row) => codes[row] ?? 0, text: (row) => all.of(codes[row] ?? 0) }
}

const coded = (ratings: Uint8Array): Value => ({
  ...absentWhere((row) => ratings[row] === 0, (row) => ratings[row] ?? 0), codes: { of: ratings, range: bytes },
  text: (row) => {
    const rating = ratingOf(ratings[row] ?? 0)
    return rating ? `${rating.scale}:${rating.level}` : ''
  },
})

/** Both halves of an amount are keys, so that no digit of it is lost. */
function amounts(of: Amounts): Value {
  const half = (part: Int32Array | Uint32Array) => (row: number): number => (of.because[row] === 0 ? (part[row] ?? 0) : Number.NaN)
  const exact = (row: number): bigint => minorOf(of, row) ?? 0n
  return { has: (row) => of.because[row] === 0, keys: [half(of.high), half(of.low)], same: (row) => (of.high[row] === 0 ? (of.low[row] ?? 0) : exact(row)), text: (row) => exact(row).toString() }
}

/** Units by name; one that is named nowhere has none, and is one all the same. */
function unit({ unit: column, units }: Columns): Value {
  const ranks = unitRanks(units)
  const number = (row: number): number => (column[row] ?? 0) - 1
  return {
    codes: { of: column, range: units.ids.count + 1 }, has: (row) => column[row] !== 0, keys: [(row) => ranks[number(row)] ?? Number.NaN], same: (row) => column[row] ?? 0,
    text: (row) => units.ids.of(number(row)), label: (row) => units.names[number(row)] ?? '',
  }
}

const ranked = new WeakMap<Units, Float64Array>()
/** Places of units by name: by their letters whatever their case, then as written, then by id. */
export function unitRanks(units: Units): Float64Array {
  const known = ranked.get(units)
  if (known) return known
  const ids = units.ids.places()
  const named = units.names.flatMap((name, number) => (name === null ? [] : [{ number, name, lower: name.toLowerCase() }]))
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  named.sort((a, b) => order(a.lower, b.lower) || order(a.name, b.name) || (ids[a.number] ?? 0) - (ids[b.number] ?? 0))
  const ranks = new Float64Array(units.names.length).fill(Number.NaN)
  for (const [place, { number }] of named.entries()) ranks[number] = place
  ranked.set(units, ranks)
  return ranks
}

function custom(column: CustomColumn | undefined): Value {
  if (!column) return { has: () => false, keys: [() => Number.NaN], same: () => 0, text: () => '' }
  const { codes, values } = column
  return { ...absentWhere((row) => codes[row] === 0, (row) => codes[row] ?? 0), codes: { of: codes, range: values.length + 1 }, text: (row) => values[(codes[row] ?? 0) - 1] ?? '' }
}

/** Σ contribution × weight over Σ weight, to twelve digits, half away from zero. */
function alignment(columns: Columns, row: number): string {
  const [of, by] = [BigInt(alignedOf(columns)[row] ?? 0), BigInt(weightOf(columns)) * 1000n]
  const size = of < 0n ? -of : of
  const rounded = (size * 2_000_000_000_000n + by) / (by * 2n)
  return decimal(of < 0n ? -rounded : rounded, 12)
}

/** A whole number of some 10^-digits with a point and no zeros behind it. */
function decimal(whole: bigint, digits: number): string {
  const text = (whole < 0n ? -whole : whole).toString().padStart(digits + 1, '0')
  const rest = text.slice(-digits).replace(/0+$/, '')
  return `${whole < 0n ? '-' : ''}${text.slice(0, -digits)}${rest === '' ? '' : `.${rest}`}`
}
