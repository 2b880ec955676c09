import { sourceOf, type InitiativeFacts, type ReportFacts } from '@throughline/engine/demand'
import { sameUnit, undefinedBecause, type Metric, type Money } from '@throughline/engine/kernel'
import type { PositionLine } from '@throughline/engine/portfolio'

/** An initiative as it stands, as a line of the portfolio's position. */
export const lineOfInitiative = (facts: InitiativeFacts, zero: Money): PositionLine => ({
  id: facts.id, key: facts.key, name: facts.name, unitId: facts.unitId, unitName: facts.unitName, category: facts.category, rating: facts.rating, cost: inUnit(facts.cost, zero), benefits: inUnit(facts.benefits, zero),
  inYearForecast: inUnit(facts.inYearForecast, zero), endOn: facts.endOn, costSource: sourceOf(facts.sources.cost).source, benefitsSource: sourceOf(facts.sources.benefits).source, flags: facts.flags,
})

/** What a publication said of an initiative, as a line of that position. Key and unit are the initiative's own, so that lines can be compared. */
export function lineOfReport(report: ReportFacts, initiative: InitiativeFacts | undefined, zero: Money): PositionLine {
  const published = (amount: ReportFacts['cost']) => ({ kind: 'published' as const, publication: report.publication, cell: amount.cell, asPublished: amount.asPublished })
  return {
    id: report.initiativeId, key: initiative?.key ?? report.publishedId ?? '', name: initiative?.name ?? report.name, unitId: initiative?.unitId ?? null, unitName: initiative?.unitName ?? report.unitName, category: report.category, rating: report.rating,
    cost: inUnit(report.cost.metric, zero), benefits: inUnit(report.benefits.metric, zero), inYearForecast: inUnit(report.inYearForecast.metric, zero), endOn: report.endOn, costSource: published(report.cost), benefitsSource: published(report.benefits), flags: report.flags,
  }
}

/** An amount that was published in another currency stays out of totals, with that as its reason; no rate is ever assumed. */
const inUnit = (metric: Metric<Money>, zero: Money): Metric<Money> => (metric.status === 'ok' && !sameUnit(metric.value, zero) ? undefinedBecause('MIXED_UNITS') : metric)
