import { formatDecimal, minorDigits, type Metric, type Money } from '@throughline/engine/kernel'
import { benefitCostRatio, type InitiativeFacts } from '@throughline/engine/demand'
import { exportFormats, writeTable, type ExportFormat, type ExportTable } from '@throughline/exchange/table'
import type { ImportIssue } from '@throughline/contract/demand'
import type { Download } from '../http/index.ts'

/** All initiatives as a table that reads back as a portfolio; figures without a value stay empty. */
export async function exportInitiatives(initiatives: readonly InitiativeFacts[], format: ExportFormat, currency: string): Promise<Download> {
  const table: ExportTable = {
    name: 'Initiatives',
    columns: [
      { key: 'id', label: 'Id', kind: 'text' }, { key: 'name', label: 'Name', kind: 'text' }, { key: 'unit', label: 'Department', kind: 'text' }, { key: 'category', label: 'Category', kind: 'text' }, { key: 'state', label: 'Status', kind: 'text' },
      { key: 'sponsor', label: 'Sponsor', kind: 'text' }, { key: 'rating', label: 'Delivery confidence', kind: 'text' }, { key: 'ratingAsOf', label: 'Rated on', kind: 'date' }, { key: 'start', label: 'Start date', kind: 'date' }, { key: 'end', label: 'End date', kind: 'date' },
      { key: 'cost', label: `Whole-life cost (${currency})`, kind: 'money' }, { key: 'benefits', label: `Benefits (${currency})`, kind: 'money' }, { key: 'baseline', label: `Budget of the year (${currency})`, kind: 'money' },
      { key: 'forecast', label: `Forecast of the year (${currency})`, kind: 'money' }, { key: 'ratio', label: 'Benefits over cost', kind: 'number' },
    ],
    rows: initiatives.map((one) => {
      const ratio = benefitCostRatio(one).metric
      return {
        id: one.key, name: one.name, unit: one.unitName, category: one.category, state: one.state, sponsor: one.sponsor, rating: one.rating && ratingWords[one.rating.level], ratingAsOf: one.ratingAsOf, start: one.startOn, end: one.endOn,
        cost: decimal(one.cost), benefits: decimal(one.benefits), baseline: decimal(one.inYearBaseline), forecast: decimal(one.inYearForecast), ratio: ratio.status === 'ok' ? ratio.value : null,
      }
    }),
  }
  return { bytes: await writeTable(table, format), contentType: exportFormats[format].mediaType, fileName: `initiatives${exportFormats[format].ending}` }
}

const ratingWords = { green: 'Green', amber_green: 'Amber/Green', amber: 'Amber', amber_red: 'Amber/Red', red: 'Red' } as const

const decimal = (metric: Metric<Money>): string | null => (metric.status === 'ok' ? formatDecimal(metric.value.minor, minorDigits(metric.value.currency)) : null)

/** All issues of an import as CSV, one a line, with their cells. */
export async function exportIssues(issues: readonly ImportIssue[]): Promise<Download> {
  const labels = ['Severity', 'Code', 'Sheet', 'Cell', 'Heading', 'Found', 'Expected', 'Message'] as const
  const rows = issues.map(({ severity, code, place, found, expected, message }) => ({ Severity: severity, Code: code, Sheet: place.sheet, Cell: place.cell, Heading: place.header ?? '', Found: found, Expected: expected, Message: message }))
  return { bytes: await writeTable({ name: 'Issues', columns: labels.map((label) => ({ key: label, label, kind: 'text' })), rows }, 'csv'), contentType: exportFormats.csv.mediaType, fileName: 'issues.csv' }
}
