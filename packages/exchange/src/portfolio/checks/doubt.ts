import type { Money } from '@throughline/engine/kernel'
import { formatDecimal, minorDigits } from '@throughline/engine/kernel'
import type { Issue } from '../../sheet/index.ts'
import type { DraftCells, DraftRow } from '../draft.ts'
import { fieldKeys, fieldOf, type FieldKey, type FieldsOfKind } from '../fields.ts'
import { median } from '../mapping/unit.ts'
import type { Reading, Suspicion } from '../reading.ts'

type MoneyField = FieldsOfKind<'money'>
const moneyFields = fieldKeys.filter((field): field is MoneyField => fieldOf(field).kind === 'money')

/** How many times the median of its column an amount is before its unit is doubted. */
export const unitsErrorFactor = 1000
/** How many times the next smaller amount it must be as well: portfolios are skewed, but not with such gaps. */
export const unitsErrorGap = 20
/** An amount of ten million million major units is more than any project costs: its unit is doubted whatever stands beside it. */
export const implausibleMajorUnits = 10_000_000_000_000

/** Marks readings that are doubted and says why. What was published stays; totals may leave marked readings out. */
export function markDoubts(rows: readonly DraftRow[]): { readonly rows: readonly DraftRow[]; readonly issues: readonly Issue[] } {
  const limits = new Map(moneyFields.map((field) => [field, outlierLimit(rows, field)]))
  const issues: Issue[] = []
  const marked = rows.map((row) => {
    let cells: DraftCells = row.cells
    for (const doubt of doubtsOf(row, limits)) {
      if (cells[doubt.field]?.suspect === undefined) cells = { ...cells, [doubt.field]: { ...cells[doubt.field], suspect: doubt.issue.code } }
      issues.push(doubt.issue)
    }
    return cells === row.cells ? row : { ...row, cells }
  })
  return { rows: marked, issues }
}

type Doubt = { readonly field: FieldKey; readonly issue: Issue & { readonly code: Suspicion } }

function doubtsOf(row: DraftRow, limits: ReadonlyMap<MoneyField, number>): readonly Doubt[] {
  const amounts = moneyFields.flatMap((field) => {
    const reading = row.cells[field]
    return reading ? amountDoubts(field, reading, limits.get(field) ?? implausibleMajorUnits) : []
  })
  return [...amounts, ...scheduleDoubts(row)]
}

function amountDoubts(field: MoneyField, reading: Reading<Money>, limit: number): readonly Doubt[] {
  const { place, asPublished: found } = reading
  const amounts = amountsOf(reading)
  const doubts: Doubt[] = []
  if (amounts.some((amount) => Math.abs(majorUnits(amount)) >= limit)) {
    const hint = 'Probably written in whole currency units in a column of thousands or millions; correct it at the source or by a decision'
    doubts.push({ field, issue: { code: 'LIKELY_UNITS_ERROR', severity: 'warning', place, found, expected: `less than ${limit.toExponential(1)} in whole currency units, as elsewhere in the column`, hint } })
  }
  if (fieldOf(field).cost && amounts.some((amount) => amount.minor < 0n)) {
    const hint = 'A project that earns more than it costs may be meant: confirm it, or leave it out of totals of cost'
    doubts.push({ field, issue: { code: 'NEGATIVE_COST', severity: 'warning', place, found, expected: 'a cost of zero or more', hint } })
  }
  if (reading.status === 'range' && reading.low.minor > reading.high.minor) {
    doubts.push({ field, issue: { code: 'RANGE_REVERSED', severity: 'warning', place, found, expected: 'the lower amount first' } })
  }
  return doubts
}

function scheduleDoubts(row: DraftRow): readonly Doubt[] {
  const { startOn, endOn } = row.cells
  const first = startOn?.status === 'value' ? startOn.value : startOn?.status === 'range' ? startOn.low : undefined
  const last = endOn?.status === 'value' ? endOn.value : endOn?.status === 'range' ? endOn.high : undefined
  if (endOn === undefined || first === undefined || last === undefined || last >= first) return []
  return [{ field: 'endOn', issue: { code: 'END_BEFORE_START', severity: 'warning', place: endOn.place, found: endOn.asPublished, expected: `a date from ${first} on, when the project starts` } }]
}

/** The amount, in major units, from which on the unit is doubted; needs 8 amounts other than zero to judge by. */
function outlierLimit(rows: readonly DraftRow[], field: MoneyField): number {
  const amounts = rows.flatMap((row) => amountsOf(row.cells[field]).map((amount) => Math.abs(majorUnits(amount)))).filter((amount) => amount > 0)
  if (amounts.length < 8) return implausibleMajorUnits
  const middle = median(amounts)
  const sorted = amounts.sort((a, b) => a - b)
  const jump = sorted.findIndex((amount, index) => amount > middle * unitsErrorFactor && amount > (sorted[index - 1] ?? amount) * unitsErrorGap)
  return Math.min(implausibleMajorUnits, sorted[jump] ?? implausibleMajorUnits)
}

function amountsOf(reading: Reading<Money> | undefined): readonly Money[] {
  if (reading?.status === 'value') return [reading.value]
  return reading?.status === 'range' ? [reading.low, reading.high] : []
}

const majorUnits = (amount: Money): number => Number(formatDecimal(amount.minor, minorDigits(amount.currency)))
