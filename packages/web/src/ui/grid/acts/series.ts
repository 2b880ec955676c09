import { addDays, civilDate, dayNumber, daysInMonth, formatDecimal, isCivilDate, parseDecimal } from '@throughline/engine/kernel'
import type { CellValue, ColumnKind } from '../column.ts'

/**
 * The next `count` values after those given: numbers and dates go on by their step where all steps are equal, a single date by a day;
 * dates on the same day of the month, or all on its last, go on by months. All else repeats from the start. A single number repeats.
 */
export function continued(values: readonly CellValue[], count: number, kind: ColumnKind): readonly CellValue[] {
  const next = (kind === 'number' ? numbers(values) : kind === 'date' ? dates(values) : undefined) ?? ((index: number) => values[index % Math.max(1, values.length)] ?? null)
  return Array.from({ length: count }, (_, offset) => next(values.length + offset))
}

type ByIndex = (index: number) => CellValue

function numbers(values: readonly CellValue[]): ByIndex | undefined {
  if (values.length < 2) return undefined
  const texts = values.map((value) => (value === null || typeof value === 'boolean' ? '' : String(value)))
  const places = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0))
  const scaled = texts.map((text) => parseDecimal(text, places))
  const [first, second] = scaled
  if (first === undefined || second === undefined) return undefined
  const step = second - first
  if (!scaled.every((units, index) => units === first + step * BigInt(index))) return undefined
  const [sample] = values
  return (index) => {
    const text = formatDecimal(first + step * BigInt(index), places)
    return typeof sample === 'bigint' ? BigInt(text) : typeof sample === 'string' ? text : Number(text)
  }
}

function dates(values: readonly CellValue[]): ByIndex | undefined {
  const all = values.flatMap((value) => (typeof value === 'string' && isCivilDate(value) ? [value] : []))
  const [first, second] = all
  if (first === undefined || all.length < values.length) return undefined
  if (second === undefined) return (index) => within(dayNumber(first) + index)
  return monthSteps(all) ?? daySteps(all)
}

function daySteps(all: readonly string[]): ByIndex | undefined {
  const days = all.map(dayNumber)
  const [first = 0, second = 0] = days
  return days.every((day, index) => day === first + (second - first) * index) ? (index) => within(first + (second - first) * index) : undefined
}

function monthSteps(all: readonly string[]): ByIndex | undefined {
  const months = all.map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1)
  const days = all.map((date) => Number(date.slice(8)))
  const [first = 0, second = 0] = months
  const step = second - first
  if (step === 0 || !months.every((month, index) => month === first + step * index)) return undefined
  const lasts = all.every((date) => date.slice(5, 7) !== addDays(date, 1).slice(5, 7))
  const day = lasts ? 31 : days[0]
  if (day === undefined || (!lasts && !days.every((each) => each === day))) return undefined
  return (index) => {
    const month = first + step * index
    const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1]
    return year >= 1 && year <= 9999 ? civilDate(year, inYear, Math.min(day, daysInMonth(year, inYear))) : null
  }
}

/** Days of the years 1 to 9999; none beyond. */
const within = (day: number): CellValue => (day >= -719_162 && day <= 2_932_896 ? addDays('1970-01-01', day) : null)
