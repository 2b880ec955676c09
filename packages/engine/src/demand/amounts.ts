import { known, mapMetric, missing, moneyFigure, dateFigure, notApplicable, sameUnit, sumMoney, undefinedBecause, type Explained, type Explanation, type Metric, type Money, type Source } from '../kernel/index.ts'
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

/** Most terms that a total lists; how many more there are is always said. */
export const termsListed = 12

/**
 * Sum of one amount over initiatives (initiative-total). Those without a figure are left out, and the note says how many.
 * Not applicable without initiatives; missing where none has a figure; undefined where currencies differ.
 */
export function totalOf(term: string, initiatives: readonly InitiativeFacts[], field: 'cost' | 'benefits'): Explained<Money> {
  const amounts = initiatives.flatMap((facts) => {
    const metric = facts[field]
    return metric.status === 'ok' ? [{ facts, amount: metric.value }] : []
  })
  const metric = sumOf(initiatives.length, amounts.map(({ amount }) => amount), field)
  const listed = [...amounts].sort((a, b) => (absolute(b.amount) > absolute(a.amount) ? 1 : -1)).slice(0, termsListed)
  const left = initiatives.length - amounts.length
  return {
    metric,
    why: {
      term,
      figure: mapMetric(metric, moneyFigure),
      formula: 'initiative-total',
      ...(left > 0 ? { note: `${left} of ${initiatives.length} initiatives have no figure and are left out` } : {}),
      terms: listed.map(({ facts }) => ({ ...amountOf(facts, field).why, term: facts.name })),
      ...(amounts.length > listed.length ? { omitted: amounts.length - listed.length } : {}),
    },
  }
}

function sumOf(initiatives: number, amounts: readonly Money[], field: string): Metric<Money> {
  const [first] = amounts
  if (initiatives === 0) return notApplicable
  if (!first) return missing(field)
  if (!amounts.every((amount) => sameUnit(amount, first))) return undefinedBecause('MIXED_UNITS')
  return known(sumMoney(amounts, { ...first, minor: 0n }))
}

const absolute = (amount: Money): bigint => (amount.minor < 0n ? -amount.minor : amount.minor)
