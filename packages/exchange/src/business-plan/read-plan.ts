import { addDays, minorDigits, parseDecimal, type CivilDate, type FiscalCalendar, type Period } from '@throughline/engine/kernel'
import { planKinds, readUnit, type PlanKind } from '@throughline/engine/value'
import { dayOrder, readAmount, readFiscalDays, readOneWay } from '../portfolio/index.ts'
import { findHead, firstRowSaid, isBlank, placesIn, plainNumber, type Cell, type Sheet } from '../sheet/index.ts'

/** A line of the business plan in one period, as a file gives it: amounts in least units of its unit of account. */
export type GivenPlanRow = { readonly line: number; readonly name: string; readonly kind: PlanKind; readonly department: string | null; readonly unit: string; readonly from: CivilDate; readonly to: CivilDate; readonly baseline: string | null; readonly planned: string }
/** What could not be read, with its line, what stands there, and what would have been read. */
export type PlanIssue = { readonly line: number | null; readonly found: string; readonly expected: string }
export type GivenPlan = { readonly rows: readonly GivenPlanRow[]; readonly issues: readonly PlanIssue[] }
/** What a list leaves to the organisation: its fiscal year, its currency, and its value periods by code and name. */
export type PlanSetting = { readonly calendar: FiscalCalendar; readonly currency: string; readonly periods: readonly (Period & { readonly code: string; readonly name: string })[] }

const headings = { name: /^(line|name|plan line|position|account|item)$/i, kind: /^(kind|type|category)$/i, department: /^(department|unit|division|organisation unit|cost cent(re|er))$/i, unit: /^(currency|unit of account|counted in|measured in)$/i, period: /^(period|year|fiscal year|fy)$/i, from: /^(from|start|starts|start date)$/i, to: /^(to|until|end|ends|end date)$/i, baseline: /^(baseline|base|prior|before|last year|actual)$/i, planned: /^(planned|plan|target|budget|plan amount)$/i } as const
type Columns = { readonly [K in keyof typeof headings]: number }
const longest = 200

/**
 * Lines of a business plan on a sheet with the headings Line, Kind, Period (or From and To) and Planned, and of Department, Currency and
 * Baseline those that there are. An amount is written in full, in whole units; people are counted whole. A row that cannot be read is named
 * and left out.
 */
export function readPlan(sheet: Sheet, setting: PlanSetting): GivenPlan {
  const head = findHead(sheet, columnsIn)
  if (!head) return { rows: [], issues: [{ line: 1, found: firstRowSaid(sheet), expected: 'the headings Line, Kind, Period and Planned' }] }
  const body = sheet.rows.slice(head.at + 1)
  const order = dayOrder(body.flatMap((row) => [row[head.columns.from]?.text ?? '', row[head.columns.to]?.text ?? '']))
  const read = body.flatMap((row, at) => (row.every(isBlank) ? [] : [readRow(row, head.at + at + 2, head.columns, { ...setting, order })]))
  return { rows: read.flatMap((one) => ('row' in one ? [one.row] : [])), issues: read.flatMap((one) => ('issue' in one ? [one.issue] : [])) }
}

function columnsIn(row: readonly Cell[]): Columns | undefined {
  const columns = placesIn(row, headings)
  return columns.name >= 0 && columns.kind >= 0 && columns.planned >= 0 && (columns.period >= 0 || (columns.from >= 0 && columns.to >= 0)) ? columns : undefined
}

type Reading = PlanSetting & { readonly order: 'dmy' | 'mdy' | undefined }
type Read = { readonly row: GivenPlanRow } | { readonly issue: PlanIssue }

function readRow(row: readonly Cell[], line: number, columns: Columns, reading: Reading): Read {
  const cell = (column: number): Cell => row[column] ?? { text: '' }
  const text = (column: number): string => cell(column).text.trim()
  const wrong = (found: string, expected: string): Read => ({ issue: { line, found: found.slice(0, 120) || 'nothing', expected } })
  const name = text(columns.name).replaceAll(/\s+/g, ' ')
  if (name === '' || name.length > longest) return wrong(name, `a name of at most ${longest} characters`)
  const kind = kindOf(text(columns.kind))
  if (!kind) return wrong(text(columns.kind), 'revenue, cost, capital expenditure or headcount')
  const unit = unitOf(text(columns.unit), kind, reading.currency)
  if (!unit) return wrong(text(columns.unit), 'a currency such as EUR or EUR.noncash, or of headcount a unit of its own such as people')
  const days = daysOf(cell, columns, reading)
  if (!days || days.to <= days.from) return wrong([columns.period, columns.from, columns.to].map(text).filter(Boolean).join(' '), 'a fiscal year, a value period, or days from and until that read one way')
  const [baseline, planned] = [leastOf(cell(columns.baseline), unit), leastOf(cell(columns.planned), unit)]
  if (baseline === undefined) return wrong(text(columns.baseline), `an amount in full, in whole ${readUnit(unit).base}`)
  if (planned === undefined || planned === null) return wrong(text(columns.planned), `an amount in full, in whole ${readUnit(unit).base}`)
  return { row: { line, name, kind, department: text(columns.department).slice(0, longest) || null, unit, ...days, baseline, planned } }
}

const kindsSaid: ReadonlyMap<string, PlanKind> = new Map([['sales', 'revenue'], ['income', 'revenue'], ['costs', 'cost'], ['opex', 'cost'], ['expense', 'cost'], ['capex', 'capital_expenditure'], ['investment', 'capital_expenditure'], ['fte', 'headcount'], ['people', 'headcount']])
function kindOf(text: string): PlanKind | undefined {
  const said = text.toLowerCase().replaceAll(/[ -]+/g, '_')
  return planKinds.find((kind) => kind === said) ?? kindsSaid.get(said)
}

/** Money is cash unless it says otherwise; people are counted in people unless another unit is said, and never in the currency of the organisation: what they cost is a line of its own. */
function unitOf(text: string, kind: PlanKind, currency: string): string | undefined {
  if (kind === 'headcount') return text === '' ? 'people' : text !== currency && /^[A-Za-z][A-Za-z0-9]{0,19}$/.test(text) ? text : undefined
  const said = text === '' ? currency : text
  return /^[A-Z]{3}$/.test(said) ? `${said}.cash` : /^[A-Z]{3}\.(cash|noncash)$/.test(said) ? said : undefined
}

function daysOf(cell: (column: number) => Cell, columns: Columns, { calendar, periods, order }: Reading): Period | undefined {
  const [first, last] = [daysIn(cell(columns.from), order)?.from, daysIn(cell(columns.to), order)?.to]
  if (first && last) return { from: first, to: addDays(last, 1) }
  const said = cell(columns.period).text.trim()
  const period = periods.find(({ code, name }) => [code, name].some((one) => one.toLowerCase() === said.toLowerCase()))
  if (period) return { from: period.from, to: period.to }
  const year = /^20\d\d$/.test(said) && calendar.startMonth === 1 && calendar.startDay === 1 ? { from: `${said}-01-01`, to: `${said}-12-31` } : readFiscalDays(said, calendar)
  return year && { from: year.from, to: addDays(year.to, 1) }
}

/** The days of a cell, from 1900 to 2298: what lies beyond, such as the 31st of December 9999 for `never`, begins and ends no period. */
function daysIn(cell: Cell, order: 'dmy' | 'mdy' | undefined): ReturnType<typeof readOneWay> {
  const days = cell.date === undefined ? readOneWay(cell.text.trim(), order) : { from: cell.date, to: cell.date }
  return days && days.from >= '1900' && days.to < '2299' ? days : undefined
}

/** Least units of an amount, null where none is said, undefined where it is none, or is of a part of a person. */
function leastOf(cell: Cell, unit: string): string | null | undefined {
  const text = cell.text.trim()
  if (text === '') return null
  const { base, cash } = readUnit(unit)
  const said = cell.number === undefined ? readAmount(text) : { decimal: plainNumber(cell.number) }
  if (!said || ('scale' in said && said.scale !== undefined) || ('currency' in said && said.currency !== undefined && said.currency !== base)) return undefined
  if (cash === undefined && !/^-?\d+(\.0+)?$/.test(said.decimal)) return undefined
  const least = parseDecimal(said.decimal, cash === undefined ? 0 : minorDigits(base))?.toString()
  return least !== undefined && /^-?\d{1,16}$/.test(least) ? least : undefined
}
