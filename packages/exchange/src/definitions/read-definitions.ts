import { units, type UnitCode } from '@throughline/engine/kernel'
import type { StarterDefinition } from '@throughline/engine/strategy'
import { findHead, firstRowSaid, isBlank, placesIn, type Cell, type Sheet } from '../sheet/index.ts'

/** What could not be read, with its place, what stands there, and what would have been read. */
export type DefinitionIssue = { readonly line: number | null; readonly column: string | null; readonly found: string; readonly expected: string }
export type GivenDefinitions = { readonly definitions: readonly StarterDefinition[]; readonly issues: readonly DefinitionIssue[] }

const headings = {
  name: /^(name|measure|kpi|indicator|metric)$/i, calculation: /^(calculation|formula|definition)$/i, unit: /^unit$/i, direction: /^(direction|better|polarity)$/i, aggregation: /^(aggregation|over time)$/i, frequency: /^(frequency|measured)$/i, tellsOf: /^(tells of|type|level)$/i,
  leading: /^(leading|leading\/lagging|leading or lagging)$/i, perspective: /^perspective$/i, meaning: /^(meaning|description|purpose)$/i, gamingRisk: /^(gaming risk|gaming|risk)$/i, watch: /^(watch|counter-?measure|watch beside it)$/i, source: /^(source|reference)$/i, patterns: /^(patterns|goals|words of goals)$/i,
} as const
type Column = keyof typeof headings

const choices = {
  direction: ['higher', 'lower', 'range', 'maintain'], aggregation: ['flow', 'stock', 'ratio', 'weighted_average', 'min', 'max', 'non_additive'], frequency: ['month', 'quarter', 'year', 'ad_hoc'], tellsOf: ['outcome', 'output', 'activity'],
} as const

/**
 * Definitions of a sheet, one in each row, below the first row that has headings for name, calculation, unit, direction and what it tells
 * of. What cannot be read of a row is named and the row left out; patterns are parted by semicolons.
 */
export function readDefinitions(sheet: Sheet): GivenDefinitions {
  const head = findHead(sheet, columnsIn)
  if (!head) return { definitions: [], issues: [{ line: 1, column: null, found: firstRowSaid(sheet), expected: 'headings such as Name, Calculation, Unit, Direction and Tells of' }] }
  const read = sheet.rows.slice(head.at + 1).flatMap((cells, place) => (cells.every(isBlank) ? [] : [readRow((column) => cells[head.columns[column]]?.text.trim() ?? '', head.at + place + 2)]))
  return { definitions: read.flatMap(({ definition }) => definition ?? []), issues: read.flatMap(({ issues }) => issues) }
}

const needed: readonly Column[] = ['name', 'calculation', 'unit', 'direction', 'tellsOf']
function columnsIn(row: readonly Cell[]): Readonly<Record<Column, number>> | undefined {
  const columns = placesIn(row, headings)
  return needed.every((column) => columns[column] >= 0) ? columns : undefined
}

function readRow(cell: (column: Column) => string, line: number): { readonly definition?: StarterDefinition; readonly issues: readonly DefinitionIssue[] } {
  const issues: DefinitionIssue[] = []
  const issue = (column: string, found: string, expected: string): undefined => void issues.push({ line, column, found: found === '' ? 'nothing' : found.slice(0, 120), expected })
  const said = (column: Column, label: string, most: number): string => {
    const text = cell(column)
    if (text.length > most) issue(label, `${text.length} characters`, `at most ${most}`)
    if (text === '' && needed.includes(column)) issue(label, text, 'a text')
    return text
  }
  const oneOf = <const C extends keyof typeof choices>(column: C, label: string, usual?: (typeof choices)[C][number]): (typeof choices)[C][number] | undefined => {
    const text = cell(column).toLowerCase().replaceAll(/[\s-]+/g, '_')
    return choices[column].find((one) => one === text) ?? (text === '' && usual !== undefined ? usual : issue(label, cell(column), `one of ${choices[column].join(', ')}`))
  }
  const unit = cell('unit').toLowerCase().replaceAll(' ', '_')
  if (!isUnit(unit)) issue('Unit', cell('unit'), `one of ${Object.keys(units).join(', ')}`)
  const [direction, aggregation, frequency, tellsOf] = [oneOf('direction', 'Direction'), oneOf('aggregation', 'Aggregation', 'stock'), oneOf('frequency', 'Frequency', 'quarter'), oneOf('tellsOf', 'Tells of')]
  const texts = {
    name: said('name', 'Name', 200), calculation: said('calculation', 'Calculation', 1000), meaning: said('meaning', 'Meaning', 2000), gamingRisk: said('gamingRisk', 'Gaming risk', 2000), watch: said('watch', 'Watch', 2000), source: said('source', 'Source', 500),
  }
  const [perspective, patterns] = [said('perspective', 'Perspective', 80), cell('patterns').split(';').map((one) => one.trim()).filter((one) => one !== '').slice(0, 40).map((one) => one.slice(0, 80))]
  if (issues.length > 0 || !isUnit(unit) || !direction || !aggregation || !frequency || !tellsOf) return { issues }
  return { issues, definition: { ...texts, unit, direction, aggregation, frequency, tellsOf, leading: /^(leading|yes|true|1|x)$/i.test(cell('leading')), perspective: perspective === '' ? null : perspective, patterns } }
}

const isUnit = (code: string): code is UnitCode => Object.hasOwn(units, code)
