import type { CustomValues, InitiativeRow } from '@throughline/contract/demand'
import type { Flag, InitiativeFacts } from '@throughline/engine/demand'
import { known, missing, money, undefinedBecause, type Metric, type Money } from '@throughline/engine/kernel'
import { alignment, type ContributionFacts } from '@throughline/engine/strategy'
import { dateOf, minorOf, ratingOf, reasonOf, type Columns, type Units } from '../columns/index.ts'
import { presentRow } from '../present.ts'
import type { Rights } from '../row-rights.ts'
import { choices } from './fields.ts'
import { rememberRows } from './remembered-rows.ts'

/** What of a row the columns do not know: its custom values by id, and what the person who asks may do with it. */
export type Beside = { readonly custom: ReadonlyMap<string, CustomValues>; readonly rights: Rights }

/** Rows of every organisation as they were written before: about a kilobyte each. */
const written = rememberRows(32_768)

/** Some rows as they travel (`InitiativeRow`), as the text of a JSON list. What the columns know of a row is written once, as long as they know the same of it; custom values and rights are put to it each time. */
export function rowsAsJson(columns: Columns, rows: Uint32Array, { custom, rights }: Beside): string {
  const mayText = mayAsJson(columns.units, rights)
  const pieces: string[] = []
  for (const row of rows) {
    const id = columns.ids.of(row)
    const own = custom.get(id)
    pieces.push(pieces.length === 0 ? '[' : ',', written(columns, row, write), own === undefined ? ',"custom":{}' : `,"custom":${JSON.stringify(own)}`, mayText(id, columns.unit[row] ?? 0))
  }
  return pieces.length === 0 ? '[]' : `${pieces.join('')}]`
}

/** Writes what somebody may do with a row, by its id and the code of its unit, and ends it. */
function mayAsJson({ ids }: Units, { single, mayOf }: Rights): (id: string, code: number) => string {
  const texts: string[] = []
  const ending = (id: string, code: number): string => `,"may":${JSON.stringify(mayOf({ id, unitId: code === 0 ? null : ids.of(code - 1) }))}}`
  return (id, code) => (single.has(id) ? ending(id, code) : (texts[code] ??= ending(id, code)))
}

/** A row without its custom values and rights, and without its end. */
function write(columns: Columns, row: number): string {
  const { custom: _, ...rest } = presentColumns(columns, row)
  return JSON.stringify(rest).slice(0, -1)
}

/** A row without its custom values, made of the columns alone. */
export function presentColumns(columns: Columns, row: number): InitiativeRow {
  const facts = factsOf(columns, row)
  const previous = ratingOf(columns.seen.previous[row] ?? 0)
  const links = linksOf(columns, row, facts.id)
  const strategy = { objectives: columns.objectives, contributions: [], measures: [] }
  return presentRow(facts, links, { strategy, previousRatings: new Map(previous ? [[facts.id, previous]] : []), custom: new Map() }, alignedOf(columns, row, links))
}
/** Alignments by what is served and how much, for the objectives of a moment: many initiatives serve the same. */
const alignments = new WeakMap<Columns['objectives'], Map<string, Metric<number>>>()
const mostAlignments = 10_000

function alignedOf({ links: { start, objective, contribution }, objectives }: Columns, row: number, links: readonly ContributionFacts[]): Metric<number> {
  const known = alignments.get(objectives) ?? new Map<string, Metric<number>>()
  alignments.set(objectives, known)
  let served = ''
  for (let link = start[row] ?? 0; link < (start[row + 1] ?? 0); link += 1) served += `${objective[link]} ${contribution[link]} `
  const before = known.get(served)
  if (before) return before
  const { metric } = alignment(objectives, links)
  if (known.size >= mostAlignments) known.clear()
  known.set(served, metric)
  return metric
}

/** What the columns know of an initiative; not where it comes from. */
function factsOf(columns: Columns, row: number): InitiativeFacts {
  const { ids, texts, units, seen } = columns
  const text = (codes: Uint32Array): string | null => (codes[row] === 0 ? null : texts.of(codes[row] ?? 0))
  const unit = (columns.unit[row] ?? 0) - 1
  const flags = text(columns.flags)
  return {
    id: ids.of(row), key: texts.of(columns.key[row] ?? 0), name: texts.of(columns.name[row] ?? 0), kind: choices.kind[columns.kind[row] ?? 0] ?? 'project', state: choices.state[columns.state[row] ?? 0] ?? 'idea',
    unitId: unit < 0 ? null : units.ids.of(unit), unitName: units.names[unit] ?? null, category: text(columns.category), sponsor: text(columns.sponsor), mandatory: columns.mandatory[row] === 1,
    rating: ratingOf(columns.rating[row] ?? 0), ratingAsOf: dateOf(columns.ratingAsOf[row] ?? 0), startOn: dateOf(columns.startOn[row] ?? 0), endOn: dateOf(columns.endOn[row] ?? 0),
    cost: amountOf(columns, 'cost', row), benefits: amountOf(columns, 'benefits', row), inYearBaseline: amountOf(columns, 'inYearBaseline', row), inYearForecast: amountOf(columns, 'inYearForecast', row),
    sources: {}, flags: flags === null ? [] : (flags.split(',') as Flag[]), version: columns.version[row] ?? 0, current: seen.current[row] === 1, reports: seen.reports[row] ?? 0, lastReportedOn: null,
  }
}

function amountOf(columns: Columns, field: 'cost' | 'benefits' | 'inYearBaseline' | 'inYearForecast', row: number): Metric<Money> {
  const minor = minorOf(columns[field], row)
  if (minor !== undefined) return known(money(minor, columns.currency))
  const reason = reasonOf(columns[field].because[row] ?? 0)
  return reason === undefined ? missing(field) : undefinedBecause(reason)
}

function linksOf({ links: { start, objective, contribution }, objectives }: Columns, row: number, initiativeId: string): readonly ContributionFacts[] {
  const links: ContributionFacts[] = []
  for (let link = start[row] ?? 0; link < (start[row + 1] ?? 0); link += 1) links.push({ initiativeId, objectiveId: objectives[objective[link] ?? 0]?.id ?? '', contribution: (contribution[link] ?? 0) / 1000, rationale: '', origin: 'entered' })
  return links
}
