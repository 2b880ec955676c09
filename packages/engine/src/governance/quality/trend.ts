import { known, mapMetric, numberFigure, ratio, type CivilDate, type Explained, type Metric } from '../../kernel/index.ts'
import { isEscaped } from './defect.ts'
import { escapeRate, type DefectTally, type QualityFacts } from './figures.ts'
import { defectChart, firstPassChart, type RateChart } from './rate-chart.ts'

/** A calendar month as YYYY-MM. */
export type Month = string
export const monthOf = (on: CivilDate): Month => on.slice(0, 7)
const nextMonth = (month: Month): Month => (month.endsWith('-12') ? `${String(Number(month.slice(0, 4)) + 1).padStart(4, '0')}-01` : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`)

/**
 * What happened in a month: reviews held, defects that they found, defects found after acceptance, and first decisions with those that accepted
 * without a condition. `cohort`: the defects, whenever found, of editions that were accepted in it. The month of today is `partial`.
 */
export type QualityMonth = { readonly month: Month; readonly partial: boolean; readonly reviews: number; readonly found: number; readonly escaped: number; readonly decided: number; readonly firstPassed: number; readonly perReview: Metric<number>; readonly cohort: Explained<number> }
export type QualityTrend = { readonly months: readonly QualityMonth[]; /** Months before those listed. */ readonly omitted: number; readonly perReview: Explained<number>; /** Of months that are over, one point for each of them. */ readonly defects: RateChart; readonly firstPass: RateChart }

/** Months that a trend lists. */
export const mostMonths = 36

const nothing = (): Counts => ({ reviews: 0, found: 0, escaped: 0, decided: 0, firstPassed: 0, cohort: { before: 0, escaped: 0, unaccepted: 0 } })
type Counts = { reviews: number; found: number; escaped: number; decided: number; firstPassed: number; readonly cohort: { -readonly [Key in keyof DefectTally]: number } }

/** The record of quality month by month, up to that of today (defect-trend). A month that is not over is listed and not charted; one without reviews has no value, and nothing bridges it. */
export function qualityTrend({ editions, defects, reviews }: Omit<QualityFacts, 'efforts'>, today: CivilDate): QualityTrend {
  const counts = new Map<Month, Counts>()
  const of = (on: CivilDate): Counts => {
    const own = counts.get(monthOf(on)) ?? nothing()
    counts.set(monthOf(on), own)
    return own
  }
  for (const { on, count } of reviews) of(on).reviews += count
  const byId = new Map(editions.map((one) => [one.id, one]))
  for (const { first } of editions) {
    if (!first) continue
    of(first.on).decided += 1
    if (first.outcome === 'accepted') of(first.on).firstPassed += 1
  }
  for (const { editionId, count, ...finding } of defects) {
    const edition = byId.get(editionId)
    if (!edition) continue
    const escaped = isEscaped(finding, edition.acceptedOn)
    of(finding.foundOn)[escaped ? 'escaped' : 'found'] += count
    if (edition.acceptedOn !== null) of(edition.acceptedOn).cohort[escaped ? 'escaped' : 'before'] += count
  }
  const all = monthsUntil([...counts.keys()].toSorted()[0], monthOf(today)).map((month): QualityMonth => {
    const { cohort, ...own } = counts.get(month) ?? nothing()
    return { month, partial: month === monthOf(today), ...own, perReview: ratio(own.found, own.reviews, 'NO_ACTUALS'), cohort: escapeRate(cohort, 'Escape rate of what was accepted in the month') }
  })
  const months = all.slice(-mostMonths)
  const over = months.filter(({ partial }) => !partial)
  return { months, omitted: all.length - months.length, perReview: defectsPerReview(all), defects: defectChart(over.map(({ found, reviews: size }) => ({ count: found, size }))), firstPass: firstPassChart(over.map(({ firstPassed, decided }) => ({ count: firstPassed, size: decided }))) }
}

/** Every month from one to another, both included; none where there is no first. */
function monthsUntil(first: Month | undefined, last: Month): readonly Month[] {
  const months: Month[] = []
  for (let month = first; month !== undefined && month <= last; month = nextMonth(month)) months.push(month)
  return months
}

/** Defects that reviews found for each review; undefined where there was none. */
function defectsPerReview(months: readonly QualityMonth[]): Explained<number> {
  const [found, held] = [months.reduce((sum, one) => sum + one.found, 0), months.reduce((sum, one) => sum + one.reviews, 0)]
  const metric = ratio(found, held, 'NO_ACTUALS')
  return { metric, why: { term: 'Defects for each review', figure: mapMetric(metric, (value) => numberFigure(Math.round(value * 100) / 100)), formula: 'defect-trend', terms: [{ term: 'Defects that reviews found', figure: known(numberFigure(found)) }, { term: 'Reviews', figure: known(numberFigure(held)) }] } }
}
