import type { FlowKind } from '@throughline/engine/demand'
import { minorDigits, parseDecimal } from '@throughline/engine/kernel'
import { readAmount, yearOfHeading } from '../portfolio/index.ts'
import { findHead, firstRowSaid, isBlank, placesIn, plainNumber, type Cell, type Sheet } from '../sheet/index.ts'

/** A line of cash flow as a sheet gives it: amounts in minor units by year; `range` in per cent. */
export type GivenFlowLine = { readonly line: number; readonly name: string; readonly kind: FlowKind; readonly amounts: readonly { readonly year: number; readonly minor: string }[]; readonly range: { readonly low: number; readonly high: number } | null; readonly source: string }
/** What could not be read, with its line, what stands there, and what would have been read. */
export type FlowIssue = { readonly line: number | null; readonly found: string; readonly expected: string }
export type GivenFlows = { readonly lines: readonly GivenFlowLine[]; readonly issues: readonly FlowIssue[] }

/** Kinds of lines as sheets call them; the first word is the one that we write. */
export const flowKindWords: Readonly<Record<FlowKind, string>> = { capital_cost: 'Capital cost', revenue_cost: 'Revenue cost', cashable: 'Cashable benefit', non_cashable: 'Non-cashable benefit', disbenefit: 'Disbenefit' }
const otherWords: ReadonlyMap<string, FlowKind> = new Map<string, FlowKind>([
  ['capital', 'capital_cost'], ['capex', 'capital_cost'], ['capital expenditure', 'capital_cost'], ['investment', 'capital_cost'], ['revenue', 'revenue_cost'], ['opex', 'revenue_cost'], ['operating cost', 'revenue_cost'], ['running cost', 'revenue_cost'],
  ['cashable', 'cashable'], ['cash releasing', 'cashable'], ['cash-releasing benefit', 'cashable'], ['non cashable', 'non_cashable'], ['non-cashable', 'non_cashable'], ['non cash releasing', 'non_cashable'], ['disbenefits', 'disbenefit'], ['negative benefit', 'disbenefit'],
])
const headings = { name: /^(line|name|item|position|description|cash flow)$/i, kind: /^(kind|type|category|class)$/i, option: /^option$/i, source: /^(source|evidence|basis|from)$/i, low: /^low( ?%| per cent| percent)?$/i, high: /^high( ?%| per cent| percent)?$/i } as const
type Columns = { readonly [K in keyof typeof headings]: number } & { readonly years: readonly { readonly at: number; readonly year: number }[] }

/**
 * Lines of cash flow on a sheet with the headings Line, Kind and one for each year, and of Source, Low % and High % those that there are. With
 * a column Option only the lines of the named option are read. Amounts are in full, in whole units; a line that cannot be read is named and left out.
 */
export function readFlows(sheet: Sheet, { currency, option }: { readonly currency: string; readonly option: string | undefined }): GivenFlows {
  const head = findHead(sheet, columnsIn)
  if (!head) return { lines: [], issues: [{ line: 1, found: firstRowSaid(sheet), expected: 'the headings Line, Kind and one for each year, such as 2027' }] }
  const { columns } = head
  const body = sheet.rows.slice(head.at + 1).map((row, at) => ({ row, line: head.at + at + 2 })).filter(({ row }) => !row.every(isBlank) && (columns.option < 0 || option === undefined || sameWord(row[columns.option]?.text ?? '', option)))
  const read = body.filter(({ row }) => !isTotal(row[columns.name]?.text ?? '')).map(({ row, line }) => readRow(row, line, columns, currency))
  const lines = read.flatMap((one) => ('given' in one ? [one.given] : []))
  const first = new Map(lines.map((one) => [one.name.toLowerCase(), lines.find(({ name }) => sameWord(name, one.name))?.line]))
  const again = lines.filter(({ name, line }) => first.get(name.toLowerCase()) !== line)
  return { lines: lines.filter((one) => !again.includes(one)), issues: [...read.flatMap((one) => ('issue' in one ? [one.issue] : [])), ...again.map(({ line, name }) => ({ line, found: `${name} a second time`, expected: 'each line once' }))] }
}

const sameWord = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
/** Sums of a sheet are no lines. */
const isTotal = (name: string): boolean => /^(sub)?totals?$/i.test(name.trim())

function columnsIn(row: readonly Cell[]): Columns | undefined {
  const named = placesIn(row, headings)
  const years = row.flatMap(({ text }, at) => { const year = Object.values(named).includes(at) ? undefined : yearOfHeading(text)?.year; return year === undefined ? [] : [{ at, year }] })
  return named.name >= 0 && named.kind >= 0 && years.length > 0 ? { ...named, years } : undefined
}

function readRow(row: readonly Cell[], line: number, columns: Columns, currency: string): { readonly given: GivenFlowLine } | { readonly issue: FlowIssue } {
  const cell = (at: number): Cell => row[at] ?? { text: '' }
  const wrong = (found: string, expected: string) => ({ issue: { line, found: found.slice(0, 120) || 'nothing', expected } })
  const name = cell(columns.name).text.trim().replaceAll(/\s+/g, ' ')
  if (name === '' || name.length > 120) return wrong(name, 'a name of at most 120 letters')
  const kind = kindOf(cell(columns.kind).text)
  if (!kind) return wrong(cell(columns.kind).text.trim(), 'a kind: capital cost, revenue cost, cashable benefit, non-cashable benefit or disbenefit')
  const amounts: { year: number; minor: string }[] = []
  for (const { at, year } of columns.years) {
    const minor = minorOf(cell(at), currency)
    if (minor === undefined) return wrong(`${year}: ${cell(at).text.trim()}`, `an amount in full, in whole ${currency}`)
    if (minor !== '0') amounts.push({ year, minor })
  }
  const [low, high] = [percentOf(cell(columns.low)), percentOf(cell(columns.high))]
  if (low === undefined || high === undefined) return wrong(`${cell(columns.low).text.trim()} to ${cell(columns.high).text.trim()}`, 'a range in per cent, such as -10 and 30, or none')
  if ((low === null) !== (high === null)) return wrong(low === null ? `High ${high ?? ''} % without Low` : `Low ${low} % without High`, 'both ends of a range, or none')
  return { given: { line, name, kind, amounts, range: low === null || high === null ? null : { low, high }, source: cell(columns.source).text.trim().slice(0, 500) } }
}

function kindOf(text: string): FlowKind | undefined {
  const said = text.trim().toLowerCase().replaceAll(/[_\s]+/g, ' ')
  return (Object.keys(flowKindWords) as FlowKind[]).find((kind) => flowKindWords[kind].toLowerCase() === said || kind.replaceAll('_', ' ') === said) ?? otherWords.get(said)
}

/** Minor units of a cell, '0' where it is blank, undefined where it is no amount in full. */
function minorOf(cell: Cell, currency: string): string | undefined {
  const text = cell.text.trim()
  if (text === '' || text === '-' || text === '–') return '0'
  const said = cell.number === undefined ? readAmount(text) : { decimal: plainNumber(cell.number) }
  if (!said || ('scale' in said && said.scale !== undefined) || ('currency' in said && said.currency !== undefined && said.currency !== currency)) return undefined
  const minor = parseDecimal(said.decimal, minorDigits(currency))?.toString()
  return minor !== undefined && /^-?\d{1,15}$/.test(minor) ? minor : undefined
}

/** Per cent of a cell, null where it is blank. */
function percentOf(cell: Cell): number | null | undefined {
  const text = cell.text.trim()
  if (text === '') return null
  const found = /^([+\-−–]?)\s*(\d{1,4}(?:[.,]\d+)?)\s*%?$/.exec(text)
  const value = found ? Number(`${/[-−–]/.test(found[1] ?? '') ? '-' : ''}${(found[2] ?? '').replace(',', '.')}`) : undefined
  return value !== undefined && value >= -100 && value <= 1000 ? value : undefined
}
