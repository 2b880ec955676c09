import type { Flag, RatingLevel } from '@throughline/engine/demand'
import type { Currency, Money, UndefinedReason } from '@throughline/engine/kernel'
import { fieldOf, type DraftRow, type FieldKey, type PortfolioDraft, type Reading } from '@throughline/exchange/portfolio'
import { cellName } from '@throughline/exchange/sheet'
import type { Selectable } from 'kysely'
import type { StoredAmount } from '../store/amounts.ts'
import type { ReportTable } from '../tables.ts'

/** A report before it has its identity: organisation, publication and initiative. */
export type StagedReport = Omit<Selectable<ReportTable>, 'org_id' | 'id' | 'publication_id' | 'initiative_id' | 'linked_by' | 'years' | 'custom' | 'units' | 'content_hash' | 'recorded_at' | 'superseded_at' | 'cost' | 'benefits' | 'in_year_baseline' | 'in_year_forecast'> & Record<'cost' | 'benefits' | 'in_year_baseline' | 'in_year_forecast', StoredAmount>

/** What a row of a draft says, as a report. Nothing is mended: what is doubted or withheld keeps its text and says why it has no figure. */
export function reportOf(row: DraftRow, draft: PortfolioDraft): StagedReport {
  const { cells } = row
  const amount = (field: 'wholeLifeCost' | 'benefits' | 'inYearBaseline' | 'inYearForecast'): StoredAmount => storedAmount(cells[field], draft.currency)
  return {
    row_no: row.number, name: row.name, published_id: row.publishedId ?? null, unit_name: textOf(row, 'department'), category: textOf(row, 'category'),
    rating_scale: draft.ratingScale ?? null, rating_level: levelOf(cells[ratingField(row)]), rating_as_published: printed(cells[ratingField(row)]), sponsor_rating_level: levelOf(cells.ratingSro),
    start_on: valueOf(cells.startOn), end_on: valueOf(cells.endOn), start_as_published: printed(cells.startOn), end_as_published: printed(cells.endOn),
    cost: amount('wholeLifeCost'), benefits: amount('benefits'), in_year_baseline: amount('inYearBaseline'), in_year_forecast: amount('inYearForecast'),
    narratives: narrativesOf(row), flags: flagsOf(row),
  }
}

/** A published amount as it is stored: a figure, a range, or the reason there is none. */
export function storedAmount(reading: Reading<Money> | undefined, currency: Currency): StoredAmount {
  const none = (reason: UndefinedReason): StoredAmount => ({ status: 'none', reason, currency, asPublished: reading?.asPublished ?? '', cell: reading ? cellName(reading.place) : '' })
  if (!reading) return none('NOT_PUBLISHED')
  const place = { asPublished: reading.asPublished, cell: cellName(reading.place) }
  switch (reading.status) {
    case 'value': {
      const doubted = reading.suspect === 'LIKELY_UNITS_ERROR'
      const suspect = suspectFlag(reading)
      return { status: 'value', minor: reading.value.minor.toString(), currency: reading.value.currency, ...place, ...(doubted ? { reason: 'SUSPECT' as const } : {}), ...(suspect ? { suspect } : {}) }
    }
    case 'range':
      return { status: 'range', reason: 'RANGE_ONLY', lowMinor: reading.low.minor.toString(), highMinor: reading.high.minor.toString(), currency: reading.low.currency, ...place }
    case 'exempt':
      return none('EXEMPT')
    case 'blank':
      return none('NOT_PUBLISHED')
    case 'unreadable':
      return none('UNREADABLE')
  }
}

const suspectFlag = (reading: Reading<Money>): Flag | undefined => (reading.suspect === 'LIKELY_UNITS_ERROR' ? 'likely_units_error' : reading.suspect === 'NEGATIVE_COST' ? 'negative_cost' : undefined)

const figureFields = ['wholeLifeCost', 'benefits', 'inYearBaseline', 'inYearForecast'] as const
const checkedFields = [...figureFields, 'startOn', 'endOn'] as const

/** What is odd about a row, each kind once. */
export function flagsOf(row: DraftRow): readonly Flag[] {
  const readings = [...checkedFields, ratingField(row)].flatMap((field) => row.cells[field] ?? [])
  const suspicions = new Set(readings.map(({ suspect }) => suspect))
  const statuses = new Set(readings.map(({ status }) => status))
  const found: readonly (readonly [Flag, boolean])[] = [
    ['likely_units_error', suspicions.has('LIKELY_UNITS_ERROR')], ['negative_cost', suspicions.has('NEGATIVE_COST')], ['end_before_start', suspicions.has('END_BEFORE_START')], ['duplicate_key', row.duplicateOf !== undefined],
    ['range_only', statuses.has('range')], ['exempt', statuses.has('exempt')], ['unreadable', statuses.has('unreadable')],
  ]
  return found.flatMap(([flag, holds]) => (holds ? [flag] : []))
}

const narrativeKeys = ['description', 'ratingComment', 'scheduleComment', 'budgetComment', 'wholeLifeCostComment', 'benefitsComment'] as const satisfies readonly FieldKey[]

/** The prose as it was read; where it was withheld or nothing was read, the very text. */
const proseOf = (reading: Reading<unknown>): string => (reading.status === 'value' && typeof reading.value === 'string' ? reading.value : reading.asPublished).trim()

const narrativesOf = (row: DraftRow): readonly { key: string; label: string; text: string }[] =>
  narrativeKeys.flatMap((key) => {
    const reading = row.cells[key]
    return reading && reading.asPublished.trim() !== '' ? [{ key, label: fieldOf(key).label, text: proseOf(reading) }] : []
  })

/** The text of a cell without surrounding space; null where it is blank or withheld. */
export function textOf(row: DraftRow, field: 'department' | 'category' | 'owner' | 'sponsor' | 'description'): string | null {
  const reading = row.cells[field]
  return reading?.status === 'value' && reading.value.trim() !== '' ? reading.value.trim() : null
}

const valueOf = (reading: Reading<string> | undefined): string | null => (reading?.status === 'value' ? reading.value : null)
const levelOf = (reading: Reading<RatingLevel> | undefined): RatingLevel | null => (reading?.status === 'value' ? reading.value : null)
/**
 * The rating that counts: the independent one, or where that is blank the owner's. UK publications since March 2022 have an
 * independent rating of some projects only, and the headline figures of the annual reports fall back in the same way.
 */
export function ratingField(row: DraftRow): 'ratingIpa' | 'ratingSro' {
  const { ratingIpa, ratingSro } = row.cells
  return (!ratingIpa || ratingIpa.status === 'blank') && ratingSro && ratingSro.status !== 'blank' ? 'ratingSro' : 'ratingIpa'
}

/** What was printed in a cell, white space included; '' where there is no such column. */
export const printed = (reading: Reading<unknown> | undefined): string => reading?.asPublished ?? ''
