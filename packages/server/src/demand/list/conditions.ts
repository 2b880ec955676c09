import type { ListFilter } from '@throughline/contract/demand'
import { codeOfRating, daysUntil, weightOf, type Columns, type CustomColumn, type Units } from '../columns/index.ts'
import type { Asked } from './ask.ts'
import { ofDistinct } from './distinct.ts'
import { choices, isPlain, ratingLevels, ratingScales, type PlainField } from './fields.ts'
import { boundsOf } from './numbers.ts'
import { valuesOf, type Value } from './values.ts'

type Holds = (row: number) => boolean

/** The rows that stand and that an ask lets through, in their order. */
export function selected(columns: Columns, asked: Asked, customs: ReadonlyMap<string, CustomColumn>): Uint32Array {
  const { there, size, seen: { current } } = columns
  const conditions = [...(asked.current ? [(row: number) => current[row] === 1] : []), ...asked.filters.map((filter) => conditionOf(columns, asked, filter, customs)), ...asked.words.map((word) => inWords(columns, word))]
  const rows = new Uint32Array(size)
  let count = 0
  for (let row = 0; row < size; row += 1) if (there[row] === 1) rows[count++] = row
  for (const holds of conditions) {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0
      if (holds(row)) rows[kept++] = row
    }
    count = kept
  }
  return rows.subarray(0, count)
}

/** A word in key, name, unit, category or sponsor. Each text is looked at once, however many have it. */
function inWords({ texts, key, name, category, sponsor, unit, units }: Columns, word: string): Holds {
  const [found, inUnit] = [texts.having(word), having(units, [word])]
  return (row) => found[name[row] ?? 0] === 1 || found[key[row] ?? 0] === 1 || found[category[row] ?? 0] === 1 || found[sponsor[row] ?? 0] === 1 || inUnit[unit[row] ?? 0] === 1
}

/** By number + 1, as the column has them: units whose name has one of some letters. */
const having = ({ names }: Units, wanted: readonly string[]): Uint8Array => Uint8Array.from([0, ...names.map((name) => (name !== null && wanted.some((letters) => name.toLowerCase().includes(letters.toLowerCase())) ? 1 : 0))])

function conditionOf(columns: Columns, asked: Asked, filter: ListFilter, customs: ReadonlyMap<string, CustomColumn>): Holds {
  const { field, op, values } = filter
  const value = valuesOf(columns, field, customs)
  if (op === 'present') return value.has
  if (op === 'absent') return (row) => !value.has(row)
  if (op === 'none_of') {
    const anyOf = conditionOf(columns, asked, { ...filter, op: 'any_of' }, customs)
    return (row) => !anyOf(row)
  }
  if (values.length === 0) return () => false
  return isPlain(field) ? plainCondition(columns, field, filter, value) : ofDistinct(customs.get(field), asked.forms.get(field) ?? 'text', filter)
}

function plainCondition(columns: Columns, field: PlainField, { op, values }: ListFilter, value: Value): Holds {
  switch (field) {
    case 'key': case 'name': case 'category': case 'sponsor':
      return ofTexts(columns, columns[field], op, values)
    case 'flags':
      return op === 'contains' ? ofTexts(columns, columns.flags, op, values) : ofFlags(columns, values)
    case 'kind': case 'state': {
      const column = columns[field]
      const wanted = Uint8Array.from(choices[field], (choice) => (values.includes(choice) ? 1 : 0))
      return (row) => wanted[column[row] ?? 0] === 1
    }
    case 'mandatory': {
      const wanted = [values.includes('no'), values.includes('yes')]
      return (row) => wanted[columns.mandatory[row] ?? 0] === true
    }
    case 'rating': {
      const wanted = new Set(ratingScales.flatMap((scale) => ratingLevels.flatMap((level) => (values.includes(level) || values.includes(`${scale}:${level}`) ? [codeOfRating({ scale, level })] : []))))
      return (row) => wanted.has(columns.rating[row] ?? 0)
    }
    case 'unit': {
      const wanted = op === 'contains' ? having(columns.units, values) : op === 'within' ? below(columns.units, values) : named(columns.units, values)
      return (row) => wanted[columns.unit[row] ?? 0] === 1
    }
    case 'startOn': case 'endOn':
      return ofKeys(value, op, values.map((date) => ({ floor: daysUntil(date), ceil: daysUntil(date), exact: true })))
    case 'cost': case 'benefits': case 'inYearBaseline': case 'inYearForecast':
      return ofAmounts(columns[field], op, values.map(BigInt))
    case 'ratio':
      return ofKeys(value, op, values.map((text) => boundsOf(text, 1_000_000_000n)))
    case 'alignment':
      return ofKeys(value, op, values.map((text) => boundsOf(text, BigInt(weightOf(columns)) * 1000n)))
    case 'objectives': case 'reports':
      return ofKeys(value, op, values.map((text) => boundsOf(text, 1n)))
  }
}

function ofTexts({ texts }: Columns, codes: Uint32Array, op: ListFilter['op'], values: readonly string[]): Holds {
  if (op === 'contains') {
    const found = values.map((letters) => texts.having(letters))
    return (row) => found.some((mask) => mask[codes[row] ?? 0] === 1)
  }
  const wanted = new Set(values.map((text) => texts.find(text) ?? -1))
  return (row) => wanted.has(codes[row] ?? 0)
}

function ofFlags({ texts, flags }: Columns, values: readonly string[]): Holds {
  const known = new Map<number, boolean>()
  return (row) => {
    const code = flags[row] ?? 0
    if (code === 0) return false
    const before = known.get(code)
    if (before !== undefined) return before
    const has = texts.of(code).split(',').some((flag) => values.includes(flag))
    known.set(code, has)
    return has
  }
}

function ofKeys({ keys: [key = () => Number.NaN] }: Value, op: ListFilter['op'], bounds: readonly { readonly floor: number; readonly ceil: number; readonly exact: boolean }[]): Holds {
  const [first] = bounds
  // What is not a number compares as false, whichever way.
  if (op === 'at_least') return (row) => key(row) >= (first?.ceil ?? 0)
  if (op === 'at_most') return (row) => key(row) <= (first?.floor ?? 0)
  const wanted = new Set(bounds.flatMap(({ floor, exact }) => (exact ? [floor] : [])))
  return (row) => wanted.has(key(row))
}

/** Amounts are compared by their halves, as whole numbers: exact, and no large number is made. */
function ofAmounts({ high, low, because }: Columns['cost'], op: ListFilter['op'], values: readonly bigint[]): Holds {
  const halves = values.map((minor) => ({ high: Number(minor >> 32n), low: Number(minor & 0xffff_ffffn) }))
  const [first = { high: 0, low: 0 }] = halves
  const above = (row: number, least: typeof first): boolean => (high[row] ?? 0) > least.high || (high[row] === least.high && (low[row] ?? 0) >= least.low)
  const under = (row: number, most: typeof first): boolean => (high[row] ?? 0) < most.high || (high[row] === most.high && (low[row] ?? 0) <= most.low)
  if (op === 'at_least') return (row) => because[row] === 0 && above(row, first)
  if (op === 'at_most') return (row) => because[row] === 0 && under(row, first)
  return (row) => because[row] === 0 && halves.some((half) => high[row] === half.high && low[row] === half.low)
}

/** By number + 1: some units. */
function named({ ids }: Units, wanted: readonly string[]): Uint8Array {
  const mask = new Uint8Array(ids.count + 1)
  for (const id of wanted) {
    const number = ids.find(id)
    if (number !== undefined) mask[number + 1] = 1
  }
  return mask
}

/** By number + 1: some units that there are, and everything below them. */
function below({ ids, names, parents }: Units, wanted: readonly string[]): Uint8Array {
  const mask = new Uint8Array(names.length + 1)
  for (const id of wanted) {
    const number = ids.find(id)
    if (number !== undefined && names[number] !== null && number < names.length) mask[number + 1] = 1
  }
  for (let more = true; more; ) {
    more = false
    for (let number = 0; number < names.length; number += 1) {
      if (names[number] === null || mask[number + 1] === 1 || mask[(parents[number] ?? -1) + 1] !== 1) continue
      mask[number + 1] = 1
      more = true
    }
  }
  return mask
}
