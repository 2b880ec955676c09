import { responseStrategies, riskKinds, type ResponseStrategy, type RiskKind, type RiskRow, type RiskState } from '@throughline/engine/delivery'
import { minorDigits, parseDecimal, type Currency } from '@throughline/engine/kernel'
import { dayOrder, readAmount } from '../portfolio/index.ts'
import { findHead, firstRowSaid, isBlank, plainNumber, shift, type Cell, type Sheet } from '../sheet/index.ts'
import { cellOf, dayOf, dayText, type DayOrder } from './days.ts'
import type { TaskReadIssue } from './read-tasks.ts'
import { riskColumnsIn, riskFieldWords, type RiskColumns, type RiskField } from './risk-headings.ts'

/** A register as a file gives it. `fields`: as what each heading was read, null where it was not. */
export type GivenRisks = { readonly rows: readonly RiskRow[]; readonly fields: readonly { readonly heading: string; readonly field: string | null }[]; readonly issues: readonly TaskReadIssue[] }

const [days, shares, amounts] = [['dueOn', 'doneOn', 'identifiedOn', 'proximityOn', 'overOn'], ['probability', 'residualProbability'], ['impactLowMinor', 'impactMinor', 'impactHighMinor', 'costMinor', 'residualMinor']] as const satisfies readonly (readonly RiskField[])[]
const longest: Partial<Readonly<Record<RiskField, number>>> = { key: 120, title: 300, cause: 2000, event: 2000, effect: 2000, actions: 2000, owner: 200, overReason: 2000 }

/**
 * Risks of a sheet with a heading for the key and one for the title, as registers are kept in Excel. What the sheet has no column for is left out of the
 * rows; an empty cell takes back. A cell that cannot be read is named, and its line left out. A column of probabilities or impacts in words such as High
 * is not read at all: words are no shares and no amounts.
 */
export function readRisks(sheet: Sheet, currency: Currency): GivenRisks {
  const head = findHead(sheet, riskColumnsIn)
  if (!head) return { rows: [], fields: [], issues: [{ line: 1, found: firstRowSaid(sheet), expected: 'headings such as Key, Title, Probability, Impact and Owner; Key and Title are needed' }] }
  const body = sheet.rows.slice(head.at + 1)
  const columns = withoutWords(head.columns, body)
  const order = dayOrder(body.flatMap((row) => days.map((field) => dayText(cellOf(row, columns.at[field])))))
  const read = body.flatMap((row, at) => (row.every(isBlank) ? [] : [readRow(row, head.at + at + 2, { columns, order, currency })]))
  const places = new Map(Object.entries(columns.at).map(([field, at]) => [at, riskFieldWords[field as RiskField]]))
  const fields = (sheet.rows[head.at] ?? []).flatMap(({ text }, at) => (text.trim() === '' ? [] : [{ heading: text.trim().slice(0, 200), field: places.get(at) ?? null }]))
  return { fields, rows: read.flatMap((one) => ('issue' in one ? [] : [one.row])), issues: read.flatMap((one) => ('issue' in one ? [one.issue] : [])) }
}

/** The columns without those of probabilities and impacts in which no cell has a digit. */
function withoutWords(columns: RiskColumns, body: Sheet['rows']): RiskColumns {
  const inWords = [...shares, ...amounts, 'impactDays' as const].filter((field) => {
    const cells = body.map((row) => cellOf(row, columns.at[field])).filter((cell) => !isBlank(cell))
    return columns.at[field] !== undefined && cells.length > 0 && cells.every(({ text }) => !/\d/.test(text))
  })
  return { ...columns, at: Object.fromEntries(Object.entries(columns.at).filter(([field]) => !inWords.some((one) => one === field))) }
}

type Ground = { readonly columns: RiskColumns; readonly order: DayOrder; readonly currency: Currency }
type Read = { readonly row: RiskRow } | { readonly issue: TaskReadIssue }
type Value = { readonly value: RiskRow[RiskField] } | { readonly expected: string }
const is = (value: RiskRow[RiskField]): Value => ({ value })

function readRow(row: readonly Cell[], line: number, ground: Ground): Read {
  const found: Partial<Record<RiskField, RiskRow[RiskField]>> = {}
  for (const [field, column] of Object.entries(ground.columns.at) as [RiskField, number][]) {
    const cell = cellOf(row, column)
    const read = readField(field, column, cell, ground)
    if ('expected' in read) return { issue: { line, found: `${riskFieldWords[field]}: ${textOf(cell).slice(0, 60) || 'nothing'}${textOf(cell).length > 60 ? '…' : ''}`, expected: read.expected } }
    found[field] = read.value
  }
  return { row: { line, key: '', ...found } as RiskRow }
}

function readField(field: RiskField, column: number, cell: Cell, { columns, order, currency }: Ground): Value {
  const text = textOf(cell)
  if (field === 'key' || field === 'title') return text === '' ? { expected: `the ${field} of the risk` } : text.length > (longest[field] ?? 0) ? tooLong(field) : is(text)
  if (text === '') return is(null)
  if ((days as readonly string[]).includes(field)) {
    const day = dayOf(cell, order, 'to')
    return day === undefined ? { expected: 'a date that reads one way, such as 2027-03-31' } : is(day)
  }
  if ((shares as readonly string[]).includes(field)) return shareOf(cell, columns.percents.has(column))
  if ((amounts as readonly string[]).includes(field)) return amountOf(cell, columns.scales.get(column) ?? 0, currency)
  switch (field) {
    case 'impactDays':
      return /^\d{1,5}( days?)?$/i.test(text) ? is(Number.parseInt(text, 10)) : { expected: 'a number of days' }
    case 'kind':
      return wordIn(text, kinds, riskKinds)
    case 'strategy':
      return wordIn(text, strategies, responseStrategies)
    case 'state':
      return wordIn(text, states, ['open', 'occurred', 'closed'])
    default:
      return text.length > (longest[field] ?? 2000) ? tooLong(field) : is(text)
  }
}

const tooLong = (field: RiskField): Value => ({ expected: `a ${riskFieldWords[field]} of at most ${longest[field] ?? 2000} characters` })
/** Numbers without an exponent or a point for nothing. */
const textOf = (cell: Cell): string => (cell.number !== undefined && !cell.text.trim().endsWith('%') ? plainNumber(cell.number) : cell.text).trim()

/** A share: 30 %, 0.3, or 30 below a heading that says percent. */
function shareOf(cell: Cell, percent: boolean): Value {
  const match = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%)?$/.exec(textOf(cell))
  const number = match ? Number(match[1]?.replace(',', '.')) : Number.NaN
  const share = match?.[2] !== undefined || percent ? number / 100 : number
  return share >= 0 && share <= 1 ? is(share) : { expected: 'a share such as 30 % or 0.3, or nothing where it is not estimated' }
}

function amountOf(cell: Cell, power: number, currency: Currency): Value {
  const read = cell.number === undefined ? readAmount(cell.text) : { decimal: plainNumber(cell.number) }
  const foreign = read && 'currency' in read && read.currency !== undefined && read.currency !== currency
  const minor = read && !foreign ? parseDecimal(shift(read.decimal.replace('-', ''), 'scale' in read && read.scale !== undefined ? read.scale : power), minorDigits(currency)) : undefined
  if (minor === undefined || minor >= 10n ** 18n) return { expected: `an amount in ${currency}, or nothing where it is not estimated` }
  return is(read?.decimal.startsWith('-') ? -minor : minor)
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ')
const wordIn = <T extends string>(text: string, words: Readonly<Record<string, T>>, expected: readonly T[]): Value => {
  const found = words[plain(text)]
  return found === undefined ? { expected: expected.join(', ') } : is(found as RiskRow[RiskField])
}
const kinds: Readonly<Record<string, RiskKind>> = { threat: 'threat', risk: 'threat', negative: 'threat', opportunity: 'opportunity', positive: 'opportunity' }
const strategies: Readonly<Record<string, ResponseStrategy>> = {
  avoid: 'avoid', terminate: 'avoid', reduce: 'reduce', mitigate: 'reduce', treat: 'reduce', control: 'reduce', transfer: 'transfer', share: 'share', accept: 'accept', tolerate: 'accept', retain: 'accept', exploit: 'exploit', enhance: 'enhance',
}
const states: Readonly<Record<string, RiskState>> = { open: 'open', active: 'open', new: 'open', live: 'open', identified: 'open', occurred: 'occurred', materialised: 'occurred', materialized: 'occurred', issue: 'occurred', realised: 'occurred', closed: 'closed', expired: 'closed', retired: 'closed' }
