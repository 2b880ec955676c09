import type { CivilDate } from '@throughline/engine/kernel'
import { dayOrder, isNumericDay, readAmount, readDay } from '../portfolio/index.ts'
import { findHead, firstRowSaid, isBlank, placesIn, plainNumber, type Cell, type Sheet } from '../sheet/index.ts'

/** A part of an actual: how much, and at what price or rate. */
export type GivenPart = { readonly name: string; readonly volume: number; readonly price: number }
/**
 * One actual as a file gives it: the measure by what it is called there, the last day of what it is of, the value as exact decimal text, and the
 * parts that it is made of; null where the parts alone are given.
 */
export type GivenActual = { readonly line: number; readonly measure: string; readonly on: CivilDate; readonly value: string | null; readonly parts: readonly GivenPart[]; readonly state: 'provisional' | 'approved'; readonly source: string; readonly note: string }
/** What could not be read, with its place, what stands there, and what would have been read. */
export type ActualIssue = { readonly line: number | null; readonly column: string | null; readonly found: string; readonly expected: string }
export type GivenActuals = { readonly layout: 'list' | 'across' | 'none'; readonly rows: readonly GivenActual[]; readonly issues: readonly ActualIssue[] }

/**
 * Actuals of a sheet in either of two layouts: a list with columns for measure, date and value (and state, source, note where there are any),
 * or measures down and dates across. With columns for volume and price or rate, a row is a part of an actual, named in a column for parts; rows of
 * one measure and day are one actual. A row that cannot be read is named and left out; a date that reads two ways is not guessed.
 */
export function readActuals(sheet: Sheet): GivenActuals {
  const head = findHead(sheet, (row) => {
    const [list, dates] = [listColumns(row), acrossColumns(row)]
    return list || dates ? { list, dates } : undefined
  })
  if (head?.columns.list) return { layout: 'list', ...together(readList(sheet, head.at, head.columns.list)) }
  if (head?.columns.dates) return { layout: 'across', ...readAcross(sheet, head.at, head.columns.dates) }
  return { layout: 'none', rows: [], issues: [{ line: 1, column: null, found: firstRowSaid(sheet), expected: 'headings such as Measure, Date and Value, or Measure and a date for each further column' }] }
}

const named = { measure: /^(measure|kpi|indicator|metric|name)s?$/i, on: /^(date|on|day|as of|month|period|quarter|year|measured on|period end(ing)?)$/i, value: /^(value|actual|actuals|measured|result|figure)$/i, state: /^(state|status)$/i, source: /^(source|data source)$/i, note: /^(note|notes|comment|remark)s?$/i, part: /^(part|segment|group|line|product)s?$/i, volume: /^(volume|quantity|units)$/i, price: /^(price|rate|unit (value|price|rate))$/i } as const
type Columns = Readonly<Record<keyof typeof named, number>>

function listColumns(row: readonly Cell[]): Columns | undefined {
  const columns = placesIn(row, named)
  return columns.measure >= 0 && columns.on >= 0 && (columns.value >= 0 || (columns.volume >= 0 && columns.price >= 0)) ? columns : undefined
}

/** The columns whose headings are dates, where the first names measures; one date is enough. */
function acrossColumns(head: readonly Cell[]): readonly { readonly column: number; readonly label: string; readonly on: CivilDate }[] | undefined {
  if (!named.measure.test(head[0]?.text.trim() ?? '')) return undefined
  const order = dayOrder(head.map(({ text }) => text))
  const dates = head.flatMap((cell, column) => {
    const on = column === 0 || isBlank(cell) ? undefined : dayOf(cell, order)
    return typeof on === 'string' ? [{ column, label: cell.text.trim(), on }] : []
  })
  return dates.length > 0 ? dates : undefined
}

/** A day, `two` where the text reads as two of them and nothing in its column decides, or undefined. A month or a quarter is its last day. */
function dayOf(cell: Cell, order: 'dmy' | 'mdy' | undefined): CivilDate | { readonly two: readonly [CivilDate, CivilDate] } | undefined {
  if (cell.date !== undefined) return cell.date
  const text = cell.text.trim()
  const [dmy, mdy] = [readDay(text, order ?? 'dmy')?.to, readDay(text, order ?? 'mdy')?.to]
  if (order === undefined && isNumericDay(text) && dmy !== undefined && mdy !== undefined && dmy !== mdy) return { two: [dmy, mdy] }
  return dmy ?? mdy
}

type Read = Pick<GivenActuals, 'rows' | 'issues'>

function readList(sheet: Sheet, headAt: number, columns: Columns): Read {
  const body = sheet.rows.slice(headAt + 1)
  const order = dayOrder(body.map((row) => row[columns.on]?.text ?? ''))
  const rows: GivenActual[] = []
  const issues: ActualIssue[] = []
  // An actual of which a part cannot be read is left out whole: what remains would make another figure.
  const torn = new Set<string>()
  for (const [at, row] of body.entries()) {
    if (row.every(isBlank)) continue
    const line = headAt + at + 2
    const cell = (column: number): Cell => row[column] ?? { text: '' }
    const measure = cell(columns.measure).text.trim()
    const [on, value, part] = [dayOf(cell(columns.on), order), valueOf(cell(columns.value)), partOf(cell, columns)]
    const heading = (column: number): string => sheet.rows[headAt]?.[column]?.text.trim() ?? ''
    if (measure === '') issues.push({ line, column: heading(columns.measure), found: 'nothing', expected: 'the name of a measure' })
    else if (typeof on !== 'string') issues.push({ line, column: heading(columns.on), ...dayIssue(cell(columns.on).text, on) })
    else if (part !== undefined && 'wrong' in part) {
      torn.add(actualKey({ measure, on }))
      issues.push({ line, column: heading(columns[part.wrong]), found: foundIn(cell(columns[part.wrong])), expected: 'a number' })
    }
    else if (value === undefined && (part === undefined || !isBlank(cell(columns.value)))) issues.push({ line, column: heading(columns.value), found: foundIn(cell(columns.value)), expected: 'a number' })
    else rows.push({ line, measure, on, value: value ?? null, parts: part ? [part] : [], state: /^prov/i.test(cell(columns.state).text.trim()) ? 'provisional' : 'approved', source: cell(columns.source).text.trim(), note: cell(columns.note).text.trim() })
  }
  return { rows: rows.filter((row) => row.parts.length === 0 || !torn.has(actualKey(row))), issues }
}

const actualKey = ({ measure, on }: Pick<GivenActual, 'measure' | 'on'>): string => `${measure}\t${on}`

/** The part in a row: none where it has neither volume nor price; the column of the one that cannot be read. Without a name it is the whole. */
function partOf(cell: (column: number) => Cell, columns: Columns): GivenPart | { readonly wrong: 'volume' | 'price' } | undefined {
  if (isBlank(cell(columns.volume)) && isBlank(cell(columns.price))) return undefined
  const [volume, price] = [valueOf(cell(columns.volume)), valueOf(cell(columns.price))]
  if (volume === undefined) return { wrong: 'volume' }
  return price === undefined ? { wrong: 'price' } : { name: cell(columns.part).text.trim() || 'All', volume: Number(volume), price: Number(price) }
}

/** Rows that are parts of one actual as one; a part that is there twice, or a second value, is named and left out with its actual. */
function together({ rows, issues }: Read): Read {
  const wrong: ActualIssue[] = []
  const actuals = [...Map.groupBy(rows, (row) => (row.parts.length > 0 ? actualKey(row) : `line ${row.line}`)).values()].flatMap((own): readonly GivenActual[] => {
    const [first] = own
    const parts = own.flatMap((row) => row.parts)
    const twice = own.find(({ parts: [part] }, at) => part && parts.findIndex(({ name }) => name === part.name) < at)
    const other = own.find(({ value }) => value !== null && own.some((one) => one.value !== null && Number(one.value) !== Number(value)))
    if (twice) wrong.push({ line: twice.line, column: null, found: twice.parts[0]?.name ?? '', expected: `each part of ${twice.measure} of ${twice.on} once` })
    else if (other) wrong.push({ line: other.line, column: null, found: other.value ?? '', expected: `one value of ${other.measure} of ${other.on} on all rows of its parts` })
    return first && !twice && !other ? [{ ...first, value: own.find(({ value }) => value !== null)?.value ?? null, parts }] : []
  })
  return { rows: actuals, issues: [...issues, ...wrong] }
}

function readAcross(sheet: Sheet, headAt: number, dates: readonly { readonly column: number; readonly label: string; readonly on: CivilDate }[]): Read {
  const rows: GivenActual[] = []
  const issues: ActualIssue[] = []
  for (const [at, row] of sheet.rows.slice(headAt + 1).entries()) {
    const line = headAt + at + 2
    const measure = row[0]?.text.trim() ?? ''
    if (measure === '' && !row.every(isBlank)) issues.push({ line, column: null, found: 'a row without a name', expected: 'the name of a measure' })
    if (measure === '') continue
    for (const { column, label, on } of dates) {
      const cell = row[column]
      if (!cell || isBlank(cell)) continue
      const value = valueOf(cell)
      if (value === undefined) issues.push({ line, column: label, found: foundIn(cell), expected: 'a number' })
      else rows.push({ line, measure, on, value, parts: [], state: 'approved', source: '', note: '' })
    }
  }
  return { rows, issues }
}

const foundIn = ({ text }: Cell): string => (text.trim() === '' ? 'nothing' : text.trim().slice(0, 120))

function dayIssue(text: string, on: { readonly two: readonly [CivilDate, CivilDate] } | undefined): Pick<ActualIssue, 'found' | 'expected'> {
  return { found: foundIn({ text }), expected: on ? `a date that reads one way: ${on.two[0]} or ${on.two[1]}` : 'a date, a month, a quarter or a year' }
}

/** Exact decimal text; a percentage without its sign. */
function valueOf(cell: Cell): string | undefined {
  const text = cell.text.trim()
  if (cell.number !== undefined && !text.endsWith('%')) return plainNumber(cell.number)
  const amount = text === '' ? undefined : readAmount(text.replace(/%\s*$/, ''))
  return amount && amount.scale === undefined && amount.currency === undefined ? amount.decimal : undefined
}
