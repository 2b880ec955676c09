import type { FieldSource, SourcedField } from '@throughline/engine/demand'
import type { CivilDate, Currency } from '@throughline/engine/kernel'
import type { DraftRow, FieldKey } from '@throughline/exchange/portfolio'
import { cellName } from '@throughline/exchange/sheet'
import { amountColumns, publishedAmount, type StoredAmount } from '../store/amounts.ts'
import { sourcesOf, type InitiativeRecord } from '../store/initiatives.ts'
import { printed, ratingField, textOf, type NewReport } from './report.ts'

/** The columns of an initiative that a publication can set. */
export type PositionColumns = Pick<
  InitiativeRecord,
  | 'name' | 'unit_id' | 'category' | 'sponsor' | 'description' | 'rating_scale' | 'rating_level' | 'rating_as_of' | 'start_on' | 'end_on' | 'cost_minor' | 'cost_reason' | 'benefits_minor' | 'benefits_reason'
  | 'in_year_baseline_minor' | 'in_year_baseline_reason' | 'in_year_forecast_minor' | 'in_year_forecast_reason' | 'sources' | 'flags' | 'position_on'
>

/** A row of a publication with all that is known when it is applied. */
export type AppliedRow = { readonly row: DraftRow; readonly report: NewReport; readonly unitId: string | null; readonly publication: string; readonly asOf: CivilDate; readonly currency: Currency }

/**
 * The current fields of an initiative after a publication: what it says counts, silence included, except for texts it leaves blank,
 * which stay, and for what a person has entered after the date of the position.
 */
export function positionOf(before: InitiativeRecord | undefined, applied: AppliedRow): PositionColumns {
  const earlier = sourcesOf(before?.sources)
  const later = (field: SourcedField): boolean => {
    const source = earlier[field]
    return before !== undefined && source?.kind === 'entered' && source.at.slice(0, 10) > applied.asOf
  }
  const parts = fieldParts(applied).filter(({ field, silent }) => !later(field) && !(silent && before !== undefined))
  const columns = Object.assign({}, ...parts.map((part) => part.columns)) as Partial<PositionColumns>
  const sources = Object.fromEntries(parts.flatMap(({ field, source }) => (source ? [[field, source] as const] : [])))
  return { ...blank, ...pick(before), ...columns, sources: { ...earlier, ...sources }, flags: [...applied.report.flags], position_on: applied.asOf }
}

type Part = { readonly field: SourcedField; readonly columns: Partial<PositionColumns>; readonly source: FieldSource | null; readonly silent: boolean }

function fieldParts(applied: AppliedRow): readonly Part[] {
  const { row, report, unitId } = applied
  const part = (field: SourcedField, cell: FieldKey, columns: Partial<PositionColumns>, silent: boolean): Part => ({ field, columns, silent, source: sourceOf(applied, cell) })
  const amount = (field: SourcedField, cell: FieldKey, stored: StoredAmount, name: 'cost' | 'benefits' | 'in_year_baseline' | 'in_year_forecast'): Part => {
    const { minor, reason } = amountColumns(publishedAmount(stored).metric, applied.currency)
    return part(field, cell, { [`${name}_minor`]: minor, [`${name}_reason`]: reason }, false)
  }
  const owner = textOf(row, 'owner') ?? textOf(row, 'sponsor')
  const description = textOf(row, 'description')
  return [
    part('name', 'name', { name: row.name }, false),
    part('unit', 'department', { unit_id: unitId }, unitId === null),
    part('category', 'category', { category: report.category }, report.category === null),
    part('sponsor', textOf(row, 'owner') === null ? 'sponsor' : 'owner', { sponsor: owner }, owner === null),
    part('description', 'description', { description: description ?? '' }, description === null),
    part('rating', ratingField(row), { rating_scale: report.rating_level ? report.rating_scale : null, rating_level: report.rating_level, rating_as_of: report.rating_level ? applied.asOf : null }, row.cells[ratingField(row)] === undefined),
    part('startOn', 'startOn', { start_on: report.start_on }, row.cells.startOn === undefined),
    part('endOn', 'endOn', { end_on: report.end_on }, row.cells.endOn === undefined),
    amount('cost', 'wholeLifeCost', report.cost, 'cost'),
    amount('benefits', 'benefits', report.benefits, 'benefits'),
    amount('inYearBaseline', 'inYearBaseline', report.in_year_baseline, 'in_year_baseline'),
    amount('inYearForecast', 'inYearForecast', report.in_year_forecast, 'in_year_forecast'),
  ]
}

/** Longest text that a source repeats; the report keeps the whole. */
const sourceTextLimit = 300

function sourceOf({ row, report, publication, asOf }: AppliedRow, cell: FieldKey): FieldSource | null {
  const reading = row.cells[cell]
  const place = reading?.place ?? (cell === 'name' ? row.place : undefined)
  if (!place) return null
  return { kind: 'published', reportId: report.id, publication, asOf, cell: cellName(place), asPublished: (cell === 'name' ? row.name : printed(reading)).slice(0, sourceTextLimit) }
}

const blank = {
  name: '', unit_id: null, category: null, sponsor: null, description: '', rating_scale: null, rating_level: null, rating_as_of: null, start_on: null, end_on: null, cost_minor: null, cost_reason: null, benefits_minor: null, benefits_reason: null,
  in_year_baseline_minor: null, in_year_baseline_reason: null, in_year_forecast_minor: null, in_year_forecast_reason: null,
} as const satisfies Partial<PositionColumns>

const pick = (before: InitiativeRecord | undefined): Partial<PositionColumns> => (before ? Object.fromEntries(Object.keys(blank).map((column) => [column, before[column as keyof typeof blank]])) : {})

/** The columns in which two records differ, source and position apart; empty where nothing a reader would notice has changed. */
export function changedColumns(before: PositionColumns, after: PositionColumns): readonly (keyof PositionColumns)[] {
  const columns = [...Object.keys(blank), 'flags'] as (keyof PositionColumns)[]
  return columns.filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
}
