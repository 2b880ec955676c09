import { amountOf, benefitCostRatio, dateOf, spreadBenefits, spreadCost, spreadGiven, type InitiativeFacts, type KnownYear, type PublishedAmount, type Rating, type ReportFacts, type Spread, type TieFacts } from '@throughline/engine/demand'
import { alignment, type ContributionFacts, type StrategyFacts } from '@throughline/engine/strategy'
import { fiscalYearOf, type Explained, type FiscalCalendar, type Metric, type Money } from '@throughline/engine/kernel'
import type { CustomValues, InitiativeDetail, InitiativeRow, PublishedFigure, Report, Ties } from '@throughline/contract/demand'
import type { Contribution } from '@throughline/contract/strategy'
import { toWire, type Money as WireMoney } from '@throughline/contract/wire'
import type { GivenYears } from './years/store.ts'

/** What the rows of the grid need beside the initiatives themselves. */
export type RowContext = { readonly strategy: StrategyFacts; readonly previousRatings: ReadonlyMap<string, Rating>; readonly custom: ReadonlyMap<string, CustomValues> }

/** Initiatives as rows; linear in their number. */
export function presentRows(initiatives: readonly InitiativeFacts[], context: RowContext): InitiativeRow[] {
  const links = Map.groupBy(context.strategy.contributions, ({ initiativeId }) => initiativeId)
  return initiatives.map((facts) => presentRow(facts, links.get(facts.id) ?? [], context))
}

/** One initiative as a row; `aligned` where its alignment was worked out before. */
export function presentRow(facts: InitiativeFacts, links: readonly ContributionFacts[], { strategy, previousRatings, custom }: RowContext, aligned: Metric<number> = alignment(strategy.objectives, links).metric): InitiativeRow {
  return {
    id: facts.id, key: facts.key, name: facts.name, kind: facts.kind, state: facts.state, unitId: facts.unitId, unit: facts.unitName, category: facts.category, sponsor: facts.sponsor, mandatory: facts.mandatory,
    rating: facts.rating, ratingAsOf: facts.ratingAsOf, previousRating: previousRatings.get(facts.id) ?? null, startOn: facts.startOn, endOn: facts.endOn,
    cost: wireMetric(facts.cost), benefits: wireMetric(facts.benefits), inYearBaseline: wireMetric(facts.inYearBaseline), inYearForecast: wireMetric(facts.inYearForecast), ratio: benefitCostRatio(facts).metric,
    alignment: aligned, objectives: links.length, current: facts.current, reports: facts.reports, flags: [...facts.flags], custom: custom.get(facts.id) ?? {}, version: facts.version,
  }
}

const wireMoney = (amount: Money): WireMoney => ({ ...amount, minor: amount.minor.toString() })
const wireMetric = (metric: Metric<Money>): InitiativeRow['cost'] => (metric.status === 'ok' ? { status: 'ok', value: wireMoney(metric.value) } : metric)

/** Everything that one page of an initiative shows. */
export type DetailContext = RowContext & {
  readonly description: string
  readonly reports: readonly ReportFacts[]
  readonly ties: Ties
  readonly revisions: InitiativeDetail['revisions']
  readonly calendar: FiscalCalendar
  /** What people and files gave by year. */
  readonly years: GivenYears
}

/** One initiative with its years, objectives, history and sources. */
export function presentDetail(facts: InitiativeFacts, context: DetailContext): Omit<InitiativeDetail, 'may' | 'idea'> {
  const links = context.strategy.contributions.filter(({ initiativeId }) => initiativeId === facts.id)
  const initiative = { id: facts.id, key: facts.key, name: facts.name }
  return {
    row: presentRow(facts, links, context), description: context.description,
    costProfile: profile(amountOf(facts, 'cost'), context.years.cost, (total, given) => spreadCost({ total, startOn: facts.startOn, endOn: facts.endOn, known: [...publishedYears(context.reports, context.calendar), ...given] }, context.calendar), context.calendar),
    benefitProfile: profile(amountOf(facts, 'benefits'), context.years.benefits, (total, given) => spreadBenefits({ total, endOn: facts.endOn, known: given }, context.calendar), context.calendar),
    ratio: toWire(benefitCostRatio(facts)), alignment: toWire(alignment(context.strategy.objectives, links)),
    inYear: { baseline: toWire(amountOf(facts, 'inYearBaseline')), forecast: toWire(amountOf(facts, 'inYearForecast')) },
    dates: { start: toWire(dateOf(facts, 'startOn')), end: toWire(dateOf(facts, 'endOn')) },
    contributions: links.map((link): Contribution => ({ initiative, objectiveId: link.objectiveId, contribution: link.contribution, rationale: link.rationale, origin: link.origin })),
    reports: context.reports.map(presentReport), ties: context.ties, revisions: context.revisions,
  }
}

/** Forecast, else budget, of the fiscal year in which each position lies, oldest first. */
export function publishedYears(reports: readonly ReportFacts[], calendar: FiscalCalendar): readonly KnownYear[] {
  return reports.flatMap(({ asOf, publication, inYearForecast, inYearBaseline }) => {
    const year = fiscalYearOf(calendar, asOf)
    if (inYearForecast.metric.status === 'ok') return [{ year, amount: inYearForecast.metric.value, source: `Forecast of the year in ${publication}, cell ${inYearForecast.cell}` }]
    if (inYearBaseline.metric.status === 'ok') return [{ year, amount: inYearBaseline.metric.value, source: `Budget of the year in ${publication}, cell ${inYearBaseline.cell}` }]
    return []
  })
}

/** A whole by fiscal year: what was given, completed by the rule. Where both cannot be had, the given years stand and the difference is said. */
function profile(total: Explained<Money>, given: readonly KnownYear[], spread: (total: Money, given: readonly KnownYear[]) => Spread, calendar: FiscalCalendar): InitiativeDetail['costProfile'] {
  const whole = total.metric.status === 'ok' ? total.metric.value : null
  if (!whole && given.length === 0) return { total: toWire(total), lines: [] }
  const none: Spread = { lines: [], note: null }
  const rule = (known: readonly KnownYear[]): Spread => (whole ? spread(whole, known) : none)
  const { lines, note, difference } = given.length > 0 ? spreadGiven(given, whole, rule, calendar) : { ...rule([]), difference: null }
  const notes = [total.why.note, note].filter((part) => part !== undefined && part !== null)
  return {
    total: toWire({ metric: total.metric, why: { ...total.why, ...(notes.length > 0 ? { note: notes.join('. ') } : {}) } }),
    lines: lines.map(({ year, label, amount, derived, rule }) => ({ year, label, amount: wireMoney(amount), derived, rule, given: given.some((line) => line.year === year) })),
    difference: difference && wireMoney(difference),
  }
}

/** What a publication says of an initiative, as it travels. */
export function presentReport(report: ReportFacts): Report {
  return {
    id: report.id, publicationId: report.publicationId, publication: report.publication, asOf: report.asOf, name: report.name, publishedId: report.publishedId, unit: report.unitName, category: report.category,
    rating: report.rating, ratingAsPublished: report.ratingAsPublished, sponsorRating: report.sponsorRating, startOn: report.startOn, endOn: report.endOn, startAsPublished: report.startAsPublished, endAsPublished: report.endAsPublished,
    cost: presentAmount(report.cost), benefits: presentAmount(report.benefits), inYearBaseline: presentAmount(report.inYearBaseline), inYearForecast: presentAmount(report.inYearForecast),
    narratives: report.narratives.map((narrative) => ({ ...narrative })), linkedBy: report.linkedBy, flags: [...report.flags],
  }
}

/** A published figure as it travels: the text that was printed beside what was read from it. */
export const presentAmount = ({ metric, low, high, asPublished, suspect }: PublishedAmount): PublishedFigure => ({
  metric: wireMetric(metric), low: low && wireMoney(low), high: high && wireMoney(high), asPublished, suspect,
})

/** Ties with the names of their initiatives; of one initiative where `only` is given. */
export function presentTies({ dependencies, exclusions }: TieFacts, names: ReadonlyMap<string, string>, only?: string): Ties {
  const nameOf = (id: string): string => names.get(id) ?? ''
  return {
    dependencies: dependencies.filter(({ fromId, toId }) => only === undefined || fromId === only || toId === only).map((tie) => ({ ...tie, fromName: nameOf(tie.fromId), toName: nameOf(tie.toId) })),
    exclusions: exclusions
      .filter(({ initiativeIds }) => only === undefined || initiativeIds.includes(only))
      .map(({ id, name, reason, initiativeIds }) => ({ id, name, reason, initiatives: initiativeIds.map((one) => ({ id: one, name: nameOf(one) })) })),
  }
}
