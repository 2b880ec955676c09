import { hash } from 'node:crypto'
import type { SourcedField } from '@throughline/engine/demand'
import type { CivilDate, Currency } from '@throughline/engine/kernel'
import type { CustomValue, DraftRow, FieldKey, PortfolioDraft, YearLine } from '@throughline/exchange/portfolio'
import { cellName } from '@throughline/exchange/sheet'
import { amountColumns, publishedAmount, type StoredAmount } from '../store/amounts.ts'
import { printed, ratingField, reportOf, textOf, type StagedReport } from './report.ts'

export type { StagedReport } from './report.ts'

/** What one field of an initiative would be after a row. `silent`: a text left blank, or no such column: what was known stays. */
export type StagedPart = { readonly field: SourcedField; readonly columns: Readonly<Record<string, string | null>>; readonly silent: boolean; readonly source: { readonly cell: string; readonly asPublished: string } | null }
/** An amount of one year as published; null where no figure could be read. */
export type StagedYear = { readonly kind: 'cost' | 'benefits'; readonly year: number; readonly spans: boolean; readonly label: string; readonly minor: string | null; readonly currency: Currency; readonly asPublished: string; readonly cell: string }
/** A cell of a column that is kept as it is: its value as text, null where it gives none. */
export type StagedCustom = { readonly field: string; readonly kind: CustomValue['kind']; readonly value: string | null; readonly asPublished: string; readonly cell: string }
/** What a row says, ready to become a report and the fields of an initiative. `row` counts as the file does. */
export type StagedContent = { readonly row: number; readonly report: StagedReport; readonly parts: readonly StagedPart[]; readonly years: readonly StagedYear[]; readonly custom: readonly StagedCustom[] }
/** A row of a file between reading and applying. */
export type StagedRow = {
  readonly number: number
  readonly as_of: CivilDate | null
  readonly name: string
  readonly published_id: string | null
  readonly duplicate_of: number | null
  readonly units: readonly string[]
  /** A code of the unit, where the file gives one. */
  readonly unit_code: string | null
  readonly content_hash: string
  readonly content: StagedContent
}

/** A row of a draft as it is kept until it is applied. */
export function stagedRow(row: DraftRow, draft: PortfolioDraft): StagedRow {
  const report = reportOf(row, draft)
  const years = row.years.map(stagedYear(draft.currency))
  const custom = row.custom.map(stagedCustom(draft.currency))
  const code = row.cells.departmentCode
  return {
    number: row.number, as_of: row.asOf ?? null, name: row.name, published_id: row.publishedId ?? null, duplicate_of: row.duplicateOf ?? null, units: row.organisation, unit_code: code?.status === 'value' ? code.value.trim().slice(0, 40).toWellFormed() : null,
    content_hash: hashOf(report, row.organisation, years, custom),
    content: {
      row: (draft.mapping.orientation === 'columns' ? row.place.column : row.place.row) ?? row.number,
      report, parts: partsOf(row, report, draft.currency), years, custom,
    },
  }
}

/** The fingerprint of what a row says, wherever in a file it stands. */
function hashOf(report: StagedReport, units: readonly string[], years: readonly StagedYear[], custom: readonly StagedCustom[]): string {
  const { row_no: _, ...said } = report
  const amounts = { cost: placeless(report.cost), benefits: placeless(report.benefits), in_year_baseline: placeless(report.in_year_baseline), in_year_forecast: placeless(report.in_year_forecast) }
  return hash('sha256', JSON.stringify([{ ...said, ...amounts }, units, years.map(placeless), custom.map(placeless)]), 'base64url')
}

function placeless<T extends { readonly cell: string }>({ cell: _, ...said }: T): Omit<T, 'cell'> {
  return said
}

const stagedYear = (currency: Currency) => ({ kind, year, spans, label, amount }: YearLine): StagedYear => ({
  kind, year, spans, label, minor: amount.status === 'value' && amount.suspect !== 'LIKELY_UNITS_ERROR' && amount.value.currency === currency ? amount.value.minor.toString() : null, currency: amount.status === 'value' ? amount.value.currency : '', asPublished: amount.asPublished, cell: cellName(amount.place),
})

const stagedCustom = (currency: Currency) => ({ field, kind, reading }: CustomValue): StagedCustom => ({ field, kind, value: reading.status === 'value' ? textOfValue(reading.value, currency) : null, asPublished: reading.asPublished, cell: cellName(reading.place) })

/** An amount in another currency than the organisation's is no value of a field in its own. */
function textOfValue(value: unknown, currency: Currency): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object' && value !== null && 'minor' in value) return 'currency' in value && value.currency === currency ? String(value.minor) : null
  return String(value)
}

function partsOf(row: DraftRow, report: StagedReport, currency: Currency): readonly StagedPart[] {
  const part = (field: SourcedField, cell: FieldKey, columns: StagedPart['columns'], silent: boolean): StagedPart => ({ field, columns, silent, source: sourceOf(row, cell) })
  const amount = (field: SourcedField, cell: FieldKey, stored: StoredAmount, name: 'cost' | 'benefits' | 'in_year_baseline' | 'in_year_forecast'): StagedPart => {
    const { minor, reason } = amountColumns(publishedAmount(stored).metric, currency)
    return part(field, cell, { [`${name}_minor`]: minor, [`${name}_reason`]: reason }, false)
  }
  const owner = textOf(row, 'owner') ?? textOf(row, 'sponsor')
  const description = textOf(row, 'description')
  const rating = ratingField(row)
  const parts = [
    part('name', 'name', { name: row.name }, false),
    part('unit', row.cells.bureau?.status === 'value' ? 'bureau' : 'department', {}, row.organisation.length === 0),
    part('category', 'category', { category: report.category }, report.category === null),
    part('sponsor', textOf(row, 'owner') === null ? 'sponsor' : 'owner', { sponsor: owner }, owner === null),
    part('description', 'description', { description: description ?? '' }, description === null),
    part('rating', rating, { rating_scale: report.rating_level ? report.rating_scale : null, rating_level: report.rating_level, rating_as_of: report.rating_level ? (row.asOf ?? null) : null }, row.cells[rating] === undefined),
    part('startOn', 'startOn', { start_on: report.start_on }, row.cells.startOn === undefined),
    part('endOn', 'endOn', { end_on: report.end_on }, row.cells.endOn === undefined),
    amount('cost', 'wholeLifeCost', report.cost, 'cost'),
    amount('benefits', 'benefits', report.benefits, 'benefits'),
    amount('inYearBaseline', 'inYearBaseline', report.in_year_baseline, 'in_year_baseline'),
    amount('inYearForecast', 'inYearForecast', report.in_year_forecast, 'in_year_forecast'),
  ]
  // A field for which the file has no column and no place says nothing at all.
  return parts.filter(({ silent, source }) => !silent || source !== null)
}

/** Longest text that a source repeats; the report keeps the whole. */
const sourceTextLimit = 300

function sourceOf(row: DraftRow, cell: FieldKey): StagedPart['source'] {
  const reading = row.cells[cell]
  const place = reading?.place ?? (cell === 'name' ? row.place : undefined)
  return place ? { cell: cellName(place), asPublished: (cell === 'name' ? row.name : printed(reading)).slice(0, sourceTextLimit).toWellFormed() } : null
}
