import { dateFigure, explainTotal, known, mapMetric, missing, moneyFigure, notApplicable, sameUnit, undefinedBecause, type Explained, type Explanation, type Metric, type Money, type Source } from '../kernel/index.ts'
import type { FieldSource, InitiativeFacts } from './facts.ts'

/** The source of a field as an explanation gives it. */
export function sourceOf(source: FieldSource | undefined): Pick<Explanation, 'source' | 'note'> {
  if (!source) return {}
  if (source.kind === 'entered') return { source }
  return { source: { kind: 'published', publication: source.publication, cell: source.cell, asPublished: source.asPublished } satisfies Source, note: `Position of ${source.asOf}` }
}

/** An amount of an initiative with its source. */
export function amountOf(facts: InitiativeFacts, field: 'cost' | 'benefits' | 'inYearBaseline' | 'inYearForecast'): Explained<Money> {
  const metric = facts[field]
  return { metric, why: { term: amountTerms[field], figure: mapMetric(metric, moneyFigure), ...sourceOf(facts.sources[field]) } }
}
const amountTerms = { cost: 'Whole-life cost', benefits: 'Benefits', inYearBaseline: 'Budget of the year', inYearForecast: 'Forecast of the year' } as const

/** The start or end of an initiative with its source; missing where nobody has given it, undefined where a publication gives no date. */
export function dateOf(facts: InitiativeFacts, field: 'startOn' | 'endOn'): Explanation {
  const [date, source] = [facts[field], facts.sources[field]]
  const absent = source?.kind === 'published' ? undefinedBecause('NOT_PUBLISHED') : missing(field === 'startOn' ? 'start' : 'end')
  return { term: field === 'startOn' ? 'Start' : 'End', figure: date === null ? absent : known(dateFigure(date)), ...sourceOf(source) }
}

/**
 * Sum of one amount over initiatives (initiative-total). Those without a figure are left out, and the note says how many and why.
 * Not applicable without initiatives; missing where none has a figure; undefined where currencies differ.
 */
export function totalOf(term: string, initiatives: readonly InitiativeFacts[], field: 'cost' | 'benefits'): Explained<Money> {
  const amounts = initiatives.flatMap((facts) => (facts[field].status === 'ok' ? [facts[field].value] : []))
  const [first] = amounts
  if (!first) return absent(term, initiatives.length === 0 ? notApplicable : missing(field))
  if (!amounts.every((amount) => sameUnit(amount, first))) return absent(term, undefinedBecause('MIXED_UNITS'))
  const parts = initiatives.map((facts) => ({ term: facts.name, amount: facts[field], ...sourceOf(facts.sources[field]) }))
  return explainTotal(term, parts, { ...first, minor: 0n }, { formula: 'initiative-total' })
}

const absent = (term: string, metric: Metric<never>): Explained<Money> => ({ metric, why: { term, figure: metric, formula: 'initiative-total' } })
