import type { ListFilter } from '@throughline/contract/demand'
import { daysUntil, noDay, weightOf, type Columns, type CustomColumn, type Units } from '../columns/index.ts'
import type { Asked } from './ask.ts'
import { between, each, masked, type Condition, type Holds } from './condition.ts'
import { ofDistinct } from './distinct.ts'
import { choices, isPlain, ratingLevels, ratingScales, type PlainField } from './fields.ts'
import { boundsOf } from './numbers.ts'
import { valuesOf, type Value } from './values.ts'

/** The rows that stand and that an ask lets through, in their order. */
export function selected(columns: Columns, asked: Asked, customs: ReadonlyMap<string, CustomColumn>): Uint32Array {
  const conditions: readonly Condition[] = [...asked.filters.map((filter) => conditionOf(columns, asked, filter, customs)), ...asked.words.map((word) => inWords(columns, word))]
  const all = standing(columns, asked.current)
  const rows = new Uint32Array(all.length)
  let [count, from] = [all.length, all]
  for (const condition of conditions) {
    count = condition.keep(from, count, rows)
    from = rows
  }
  return from === rows ? rows.subarray(0, count) : all.slice()
}

/** The rows that stand: all, or those that are current. Held for as long as the columns that say so, which are mostly those of many moments. */
function standing({ there, size, seen }: Columns, onlyCurrent: boolean): Uint32Array {
  const by = onlyCurrent ? seen.current : there
  const before = stood.get(there)?.get(by)
  if (before) return before
  const rows = new Uint32Array(size)
  let count = 0
  for (let row = 0; row < size; row += 1) {
    rows[count] = row
    count += (there[row] ?? 0) & (by[row] ?? 0)
  }
  const found = rows.slice(0, count)
  stood.set(there, (stood.get(there) ?? new WeakMap<Uint8Array, Uint32Array>()).set(by, found))
  return found
}
const stood = new WeakMap<Uint8Array, WeakMap<Uint8Array, Uint32Array>>()

/** A word in key, name, unit, category or sponsor. Each text is looked at once, however many have it. */
function inWords({ texts, key, name, category, sponsor, unit, units }: Columns, word: string): Condition {
  const [found, inUnit] = [texts.having(word), having(units, [word])]
  const holds = (row: number): boolean => found[name[row] ?? 0] === 1 || found[key[row] ?? 0] === 1 || found[category[row] ?? 0] === 1 || found[sponsor[row] ?? 0] === 1 || inUnit[unit[row] ?? 0] === 1
  return {
    holds,
    keep: (rows, count, to) => {
      let kept = 0
      for (let index = 0; index < count; index += 1) {
        const row = rows[index] ?? 0
        to[kept] = row
        kept += (found[name[row] ?? 0] ?? 0) | (found[key[row] ?? 0] ?? 0) | (found[category[row] ?? 0] ?? 0) | (found[sponsor[row] ?? 0] ?? 0) | (inUnit[unit[row] ?? 0] ?? 0)
      }
      return kept
    },
  }
}

/** By number + 1, as the column has them: units whose name has one of some letters. */
const having = ({ names }: Units, wanted: readonly string[]): Uint8Array => Uint8Array.from([0, ...names.map((name) => (name !== null && wanted.some((letters) => name.toLowerCase().includes(letters.toLowerCase())) ? 1 : 0))])

function conditionOf(columns: Columns, asked: Asked, filter: ListFilter, customs: ReadonlyMap<string, CustomColumn>): Condition {
  const { field, op, values } = filter
  const value = valuesOf(columns, field, customs)
  if (op === 'present') return each(value.has)
  if (op === 'absent') return each((row) => !value.has(row))
  if (op === 'none_of') {
    const { holds } = conditionOf(columns, asked, { ...filter, op: 'any_of' }, customs)
    return each((row) => !holds(row))
  }
  if (values.length === 0) return each(() => false)
  return isPlain(field) ? plainCondition(columns, field, filter, value) : each(ofDistinct(customs.get(field), asked.forms.get(field) ?? 'text', filter))
}

function plainCondition(columns: Columns, field: PlainField, { op, values }: ListFilter, value: Value): Condition {
  switch (field) {
    case 'key': case 'name': case 'category': case 'sponsor':
      return masked(columns[field], ofTexts(columns, op, values))
    case 'flags':
      return op === 'contains' ? masked(columns.flags, ofTexts(columns, op, values)) : each(ofFlags(columns, values))
    case 'kind': case 'state':
      return masked(columns[field], Uint8Array.from(choices[field], (choice) => (values.includes(choice) ? 1 : 0)))
    case 'mandatory':
      return masked(columns.mandatory, Uint8Array.of(values.includes('no') ? 1 : 0, values.includes('yes') ? 1 : 0))
    case 'rating':
      return masked(columns.rating, Uint8Array.of(0, ...ratingScales.flatMap((scale) => ratingLevels.map((level) => (values.includes(level) || values.includes(`${scale}:${level}`) ? 1 : 0)))))
    case 'unit':
      return masked(columns.unit, op === 'contains' ? having(columns.units, values) : op === 'within' ? below(columns.units, values) : named(columns.units, values))
    case 'startOn': case 'endOn':
      return ofDays(columns[field], op, values.map(daysUntil))
    case 'cost': case 'benefits': case 'inYearBaseline': case 'inYearForecast':
      return ofAmounts(columns[field], op, values.map(BigInt))
    case 'ratio':
      return each(ofKeys(value, op, values.map((text) => boundsOf(text, 1_000_000_000n))))
    case 'alignment':
      return each(ofKeys(value, op, values.map((text) => boundsOf(text, BigInt(weightOf(columns)) * 1000n))))
    case 'objectives': case 'reports':
      return each(ofKeys(value, op, values.map((text) => boundsOf(text, 1n))))
  }
}

/** By code: 1 for texts that have some letters, or that are one of some. */
function ofTexts({ texts }: Columns, op: ListFilter['op'], values: readonly string[]): Uint8Array {
  const mask = new Uint8Array(texts.count)
  if (op === 'contains') for (const found of values.map((letters) => texts.having(letters))) for (let code = 0; code < found.length; code += 1) mask[code] = (mask[code] ?? 0) | (found[code] ?? 0)
  else for (const code of values.map((text) => texts.find(text) ?? 0)) mask[code] = code === 0 ? 0 : 1
  return mask
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

/** Days that are not there are below every other, and pass nothing. */
function ofDays(days: Int32Array, op: ListFilter['op'], wanted: readonly number[]): Condition {
  const [first = noDay] = wanted
  if (op === 'at_least') return between(days, Math.max(first, noDay + 1), Number.POSITIVE_INFINITY)
  if (op === 'at_most') return between(days, noDay + 1, first)
  const among = new Set(wanted)
  return each((row) => among.has(days[row] ?? noDay))
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
function ofAmounts({ high, low, because }: Columns['cost'], op: ListFilter['op'], values: readonly bigint[]): Condition {
  const halves = values.map((minor) => ({ high: Number(minor >> 32n), low: Number(minor & 0xffff_ffffn) }))
  const [first = { high: 0, low: 0 }] = halves
  if (op === 'any_of') return each((row) => because[row] === 0 && halves.some((half) => high[row] === half.high && low[row] === half.low))
  const sign = op === 'at_least' ? 1 : -1
  const holds = (row: number): boolean => because[row] === 0 && ((high[row] ?? 0) - first.high || (low[row] ?? 0) - first.low) * sign >= 0
  return {
    holds,
    keep: (rows, count, to) => {
      let kept = 0
      for (let index = 0; index < count; index += 1) {
        const row = rows[index] ?? 0
        to[kept] = row
        if (because[row] === 0 && ((high[row] ?? 0) - first.high || (low[row] ?? 0) - first.low) * sign >= 0) kept += 1
      }
      return kept
    },
  }
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
