import { civilDate, daysInMonth, type CivilDate } from '@throughline/engine/kernel'
import type { Sheet } from '../sheet/index.ts'
import { readDay } from './cells/day.ts'
import type { AsOfProposal, Mapping } from './draft.ts'
import { proposeMapping } from './mapping/propose.ts'
import { columnCells, tableOf } from './mapping/table.ts'
import { dayOrderOf } from './read-row.ts'

/**
 * The date at which the position was taken, from what the file says about itself, surest first: a column that gives it,
 * a date in the file's name, the newest quarter that ids and prose name in the financial year of the publication,
 * the year alone. Undefined where nothing does: then the user is asked.
 */
export function proposeAsOf(fileName: string, sheet: Sheet, mapping: Mapping = proposeMapping(sheet)): AsOfProposal | undefined {
  const table = tableOf(sheet, mapping.orientation, mapping.headerLine, mapping.headerLines)
  const textsOf = (field: string): readonly string[] => {
    const column = mapping.columns.find((candidate) => candidate.field === field)
    return column ? columnCells(table, column.column).map((cell) => cell.text) : []
  }
  const datesOf = (field: string): readonly CivilDate[] => mapping.columns.filter((column) => column.field === field).flatMap((column) => {
    const order = dayOrderOf(table, column)
    return columnCells(table, column.column).flatMap((cell) => cell.date ?? (cell.text === '' ? undefined : readDay(cell.text, order)?.to) ?? [])
  })
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const headings = table.headings.map((heading) => heading.slice(0, 200))
  const comments = textsOf('scheduleComment').concat(textsOf('ratingComment'), textsOf('wholeLifeCostComment'))
  return (
    fromColumn(datesOf('snapshotOn')) ??
    fromDateInName(name) ??
    fromFinancialYear(name, headings, textsOf('id'), comments) ??
    fromSingleYear(name, headings, textsOf('year')) ??
    lastUpdate(datesOf('updatedOn'))
  )
}

/** The newest date that the rows' own column gives. */
function fromColumn(dates: readonly CivilDate[]): AsOfProposal | undefined {
  const days = [...dates].sort()
  const newest = days.at(-1)
  const distinct = new Set(days).size
  return newest === undefined ? undefined : { date: newest, confidence: 1, evidence: `the file gives ${distinct === 1 ? 'this date' : `${distinct} dates, of which this is the newest`}` }
}

/** The newest day on which a row was changed: the position is not older. */
function lastUpdate(dates: readonly CivilDate[]): AsOfProposal | undefined {
  const newest = [...dates].sort().at(-1)
  return newest === undefined ? undefined : { date: newest, confidence: 0.4, evidence: 'no row was changed later' }
}

function fromDateInName(name: string): AsOfProposal | undefined {
  const match = /(20\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(name)
  const words = /(\d{1,2}[ _-])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ _-](20\d\d)/i.exec(name)
  const text = match ? [match[1], match[2], match[3]].filter(Boolean).join('-') : words?.[0].replace(/[_-]/g, ' ')
  // 'gmpp_2020_21' is a financial year: a month of 13 or more never gets here, but 2010_11 would.
  if (text === undefined || (match && !match[3] && isFinancialYear(match[1] ?? '', match[2] ?? ''))) return undefined
  const days = readDay(text, 'dmy')
  return days && { date: days.to, confidence: 0.9, evidence: `the file's name says ${match?.[0] ?? words?.[0]}` }
}

const isFinancialYear = (first: string, second: string): boolean => (Number(first) + 1) % 100 === Number(second.slice(-2))

/**
 * Financial years from April to March. Its end is the date of the position unless the newest quarter that ids ('…_1920-Q2')
 * or prose ('at 23/24-Q4') name in that year is the second: then it is the end of September.
 */
function fromFinancialYear(name: string, headings: readonly string[], ids: readonly string[], prose: readonly string[]): AsOfProposal | undefined {
  const named = financialYears([name]).at(-1)
  const year = named ?? financialYears(headings).at(-1)
  if (year === undefined || (named === undefined && singleYears(name).length > 0)) return undefined
  const quarter = newestQuarter(year, ids.concat(prose))
  const label = `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  const source = named === undefined ? 'the headings name' : "the file's name says"
  if (quarter === 2) return { date: civilDate(year, 9, 30), confidence: 0.8, evidence: `${source} ${label}, and the newest quarter named in the rows is its second` }
  return { date: civilDate(year + 1, 3, 31), confidence: quarter === 4 ? 0.9 : 0.6, evidence: `${source} ${label}${quarter === 4 ? ', and the rows name its fourth quarter' : ': its last day'}` }
}

/** First calendar years of the financial years named, ascending: '2023/24', '2019_20', '2013/2014', '1920-Q2' are not all alike. */
function financialYears(texts: readonly string[]): readonly number[] {
  const years = texts.flatMap((text) => [...text.matchAll(/(?<!\d)(20\d\d)[-_/ ](?:20)?(\d\d)(?!\d)/g)].flatMap((match) => (isFinancialYear(match[1] ?? '', match[2] ?? '') ? [Number(match[1])] : [])))
  return [...new Set(years)].sort((a, b) => a - b)
}

const singleYears = (text: string): readonly number[] => [...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map((match) => Number(match[1]))

/** The latest quarter (1 to 4) of the financial year that the texts name, as in '2122-Q3' or '23/24-Q4'. */
function newestQuarter(year: number, texts: readonly string[]): number | undefined {
  const code = `${String(year % 100).padStart(2, '0')}/?${String((year + 1) % 100).padStart(2, '0')}`
  const pattern = new RegExp(`(?<!\\d)(?:20)?${code}[- ]?Q([1-4])`, 'gi')
  const quarters = texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => Number(match[1])))
  return quarters.length === 0 ? undefined : quarters.reduce((newest, quarter) => Math.max(newest, quarter))
}

/**
 * A year alone. UK annual reports on major projects up to 2019 give the position at the end of the September before,
 * from 2021 on the one at the end of March (IPA annual reports 2013 to 2024); other files are taken at the end of the year named.
 */
function fromSingleYear(name: string, headings: readonly string[], years: readonly string[]): AsOfProposal | undefined {
  const inRows = [...new Set(years.flatMap(singleYears))]
  const year = (inRows.length === 1 ? inRows[0] : undefined) ?? singleYears(name).at(-1)
  if (year === undefined) return undefined
  const british = /\b(uk|gmpp|ipa|nista|mpa)\b/i.test(`${name.replace(/_/g, ' ')} ${headings.join(' ')}`)
  if (!british) return { date: civilDate(year, 12, daysInMonth(year, 12)), confidence: 0.3, evidence: `only the year ${year} is named: its last day` }
  const date = year <= 2020 ? civilDate(year - 1, 9, 30) : civilDate(year, 3, 31)
  return { date, confidence: 0.6, evidence: `the annual report of ${year} gives this position` }
}
