import { decimalText, partsMake, valueOfParts } from '@throughline/engine/strategy'
import { readActuals, type GivenPart } from '@throughline/exchange/actuals'
import { readSheets } from '@throughline/exchange/formats'
import { describeRefusal } from '@throughline/exchange/sheet'
import type { ActualPreview } from '@throughline/contract/strategy'
import { createHash } from 'node:crypto'
import { unitOf } from '../store.ts'
import type { StoredActual, StoredMeasure } from './store.ts'

/** The measures there are, and their actuals in force. */
type Known = { readonly measures: readonly StoredMeasure[]; readonly actuals: readonly StoredActual[] }

/** What a file of actuals would record: each row with its measure and what stands there now. Nothing is written, and what is wrong is named. */
export async function previewFile(bytes: Uint8Array, fileName: string, { measures, actuals }: Known): Promise<ActualPreview> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = await readSheets(bytes, fileName)
  if (!file.ok) return { fileName, sha256, recognised: 'not a table', rows: [], issues: [{ line: null, column: null, found: describeRefusal(file.refusal), expected: 'a CSV or XLSX file with actuals' }] }
  const sheets = file.value.sheets.map((sheet) => ({ sheet, given: readActuals(sheet) }))
  const best = sheets.toSorted((a, b) => b.given.rows.length - a.given.rows.length)[0]
  if (!best) return { fileName, sha256, recognised: file.value.recognised.label, rows: [], issues: [{ line: null, column: null, found: 'no sheet', expected: 'a sheet with actuals' }] }
  const byName = Map.groupBy(measures, ({ name }) => plain(name))
  const inForce = new Map(actuals.map((row) => [`${row.measure_id} ${row.on_date}`, row]))
  const rows: ActualPreview['rows'] = []
  const issues: ActualPreview['issues'] = [...best.given.issues]
  const taken = new Map<string, number>()
  for (const { line, measure: called, on, value: given, parts, state, source, note } of best.given.rows) {
    const found = byName.get(plain(called)) ?? measures.filter(({ id }) => id === called)
    const measure = found[0]
    if (!measure || found.length > 1) {
      issues.push({ line, column: null, found: called, expected: found.length > 1 ? 'a name that one measure alone has; use its id' : 'the name or id of a measure' })
      continue
    }
    const key = `${measure.id} ${on}`
    const other = taken.get(key)
    if (other !== undefined) {
      issues.push({ line, column: null, found: `${called} of ${on}`, expected: `one row for each measure and day; line ${other} has it already` })
      continue
    }
    taken.set(key, line)
    const value = given ?? decimalText(valueOfParts(measure.aggregation, parts))
    if (parts.length > 0 && !partsMake(measure.aggregation, parts, Number(value))) {
      issues.push({ line, column: null, found: `${called} of ${on} as ${value}`, expected: `what its parts make: ${decimalText(valueOfParts(measure.aggregation, parts))}` })
      continue
    }
    const earlier = inForce.get(key)
    const same = earlier !== undefined && Number(earlier.value) === Number(value) && (parts.length === 0 || sameParts((earlier.parts ?? []) as readonly GivenPart[], parts))
    rows.push({ line, measureId: measure.id, measure: measure.name, unit: unitOf(measure.unit), on, value, before: earlier?.value ?? null, becomes: earlier === undefined ? 'new' : same ? 'same' : 'restated', state, source, note, parts: [...parts] })
  }
  const layout = { list: 'a list of measures, dates and values', across: 'measures with a date for each column', none: 'no actuals' }[best.given.layout]
  return { fileName, sha256, recognised: `${file.value.recognised.label}: sheet ${best.sheet.name}, ${layout}`, rows, issues: issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, 500) }
}

/** Whether parts are the same, in whatever order. */
const sameParts = (a: readonly GivenPart[], b: readonly GivenPart[]): boolean => a.length === b.length && a.every(({ name, volume, price }) => b.some((one) => one.name === name && one.volume === volume && one.price === price))

const plain = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
