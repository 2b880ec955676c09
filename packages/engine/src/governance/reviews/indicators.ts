import { amountOf, benefitCostRatio, dateOf, type InitiativeFacts, type Rating } from '../../demand/index.ts'
import type { IssueSeverity } from '../../delivery/index.ts'
import { dateFigure, daysBetween, known, mapMetric, missing, moneyFigure, notApplicable, numberFigure, ratio, textFigure, undefinedBecause, type CivilDate, type Explanation, type Figure, type Metric } from '../../kernel/index.ts'
import { levelWords, scaleWords } from './confidence.ts'
import type { ReviewArea } from './question.ts'

/** A benefit of the initiative: whether somebody owns it, and whether a measure tells of it. */
export type KeptBenefit = { readonly name: string; readonly owned: boolean; readonly measured: boolean }
/** What is known of an initiative on a day: `late` counts work that is not over and was due before it. */
export type HealthFacts = {
  readonly today: CivilDate; readonly initiative: InitiativeFacts; readonly previousRating: Rating | null; readonly objectives: readonly { readonly statement: string; readonly contribution: number }[]; readonly contradictions: readonly string[]
  readonly benefits: readonly KeptBenefit[]; readonly work: { readonly all: number; readonly open: number; readonly late: number; readonly undated: number }; readonly dependsOn: readonly string[]
  /** What stands open in its register; null where nobody keeps one. */
  readonly register: KeptRisks | null
  /** Deliverables that were not withdrawn. */
  readonly deliverables: { readonly all: number; readonly late: readonly string[] }
}
/** Open threats, whether somebody answers for them and a response is chosen, and open issues. */
export type KeptRisks = { readonly threats: readonly { readonly name: string; readonly owned: boolean; readonly answered: boolean }[]; readonly issues: readonly { readonly name: string; readonly severity: IssueSeverity }[] }
/** A figure that is shown beside the questions of an area. `notable`: it asks for a look, by the rule that its note tells; it is no rating. */
export type HealthIndicator = { readonly area: ReviewArea; readonly notable: boolean; readonly why: Explanation }

/** From how much on a figure asks for a look: a forecast of the year beyond its budget by more than 10 %. */
const mostOverPercent = 10

/** What the records say of an initiative, area by area (health-indicators). Nothing is made up: what nobody recorded is missing, and that asks for a look too. */
export const healthIndicators = (facts: HealthFacts): readonly HealthIndicator[] => [...ofStrategy(facts), ...ofBenefits(facts), ...ofMoney(facts), ...ofDates(facts), ...ofWork(facts), ...ofRisks(facts), ...ofGovernance(facts)]

const figure = (area: ReviewArea, term: string, metric: Metric<Figure>, notable: boolean, more: Pick<Explanation, 'note' | 'terms' | 'omitted'> = {}): HealthIndicator => ({ area, notable, why: { term, figure: metric, formula: 'health-indicators', ...more } })
const count = (value: number): Metric<Figure> => known(numberFigure(value))
const named = (names: readonly string[]): readonly Explanation[] => names.map((term) => ({ term, figure: count(1) }))
const percent = (share: number): Figure => numberFigure(Math.round(share * 1000) / 10, 'percent')

const ofStrategy = ({ objectives, contradictions }: HealthFacts): readonly HealthIndicator[] => [
  figure('strategy', 'Objectives that it serves', count(objectives.filter(({ contribution }) => contribution > 0).length), !objectives.some(({ contribution }) => contribution > 0), {
    note: 'Asks for a look where it serves none', terms: objectives.map(({ statement, contribution }) => ({ term: statement, figure: known(numberFigure(contribution, 'score')) })),
  }),
  figure('strategy', 'Contradictions in which it stands', count(contradictions.length), contradictions.length > 0, { note: 'Those that nobody has accepted; asks for a look where there is one', terms: named(contradictions) }),
]

function ofBenefits({ initiative, benefits }: HealthFacts): readonly HealthIndicator[] {
  const lacking = benefits.filter(({ owned, measured }) => !owned || !measured)
  return [
    figure('benefits', 'Benefits over its whole life', mapMetric(initiative.benefits, moneyFigure), initiative.benefits.status !== 'ok', { note: 'Asks for a look where there is no amount', terms: [amountOf(initiative, 'benefits').why] }),
    figure('benefits', 'Benefits in the value ledger', count(benefits.length), benefits.length === 0, { note: 'Asks for a look where there is none', terms: named(benefits.map(({ name }) => name)) }),
    figure('benefits', 'Of these without an owner or a measure', benefits.length === 0 ? notApplicable : count(lacking.length), lacking.length > 0, {
      note: 'Asks for a look where there is one', terms: lacking.map(({ name, owned, measured }) => ({ term: name, figure: known(textFigure([...(owned ? [] : ['no owner']), ...(measured ? [] : ['no measure'])].join(', '))) })),
    }),
  ]
}

function ofMoney({ initiative }: HealthFacts): readonly HealthIndicator[] {
  const { cost, inYearBaseline: budget, inYearForecast: forecast } = initiative
  const given = budget.status !== 'ok' ? budget : forecast.status !== 'ok' ? forecast : undefined
  const over: Metric<number> = given ?? (budget.status === 'ok' && forecast.status === 'ok' ? ratio(Number(forecast.value.minor - budget.value.minor), Number(budget.value.minor)) : undefinedBecause('NO_BASELINE'))
  const worth = benefitCostRatio(initiative)
  return [
    figure('money', 'Cost over its whole life', mapMetric(cost, moneyFigure), cost.status !== 'ok', { note: 'Asks for a look where there is no amount', terms: [amountOf(initiative, 'cost').why] }),
    figure('money', 'Forecast of the year against its budget', mapMetric(over, percent), over.status === 'ok' && over.value * 100 > mostOverPercent, {
      note: `Above 0 % it costs more; asks for a look above ${mostOverPercent} %`, terms: [{ term: 'Forecast', figure: mapMetric(forecast, moneyFigure) }, { term: 'Budget', figure: mapMetric(budget, moneyFigure) }],
    }),
    { area: 'money', notable: worth.metric.status === 'ok' && worth.metric.value < 1, why: { ...worth.why, note: 'Asks for a look below 1' } },
  ]
}

function ofDates({ today, initiative, work }: HealthFacts): readonly HealthIndicator[] {
  const { endOn, state } = initiative
  const over = state === 'closed' || state === 'stopped'
  const left = endOn === null ? undefined : daysBetween(today, endOn)
  const late: Metric<number> = over || (work.all > 0 && work.open === 0) ? notApplicable : work.all === 0 ? missing('tasks') : ratio(work.late, work.open)
  return [
    figure('schedule', 'Days to its end', over ? notApplicable : left === undefined ? missing('end date') : known(numberFigure(left, 'day')), !over && (left === undefined || left < 0), {
      note: 'Below 0 the end has passed; asks for a look then, and where there is no end', terms: [dateOf(initiative, 'startOn'), dateOf(initiative, 'endOn')],
    }),
    figure('schedule', 'Open work that is late', mapMetric(late, percent), !over && work.late > 0, { note: 'Asks for a look where any is late', terms: [{ term: 'Late', figure: count(work.late) }, { term: 'Open', figure: count(work.open) }, { term: 'Open without a date', figure: count(work.undated) }] }),
  ]
}

const ofWork = ({ work, deliverables: { all, late } }: HealthFacts): readonly HealthIndicator[] => [
  figure('work', 'Work that is over', work.all === 0 ? missing('tasks') : mapMetric(ratio(work.all - work.open, work.all), percent), work.all === 0, { note: 'By number of tasks; asks for a look where none is written down', terms: [{ term: 'Tasks', figure: count(work.all) }, { term: 'Open', figure: count(work.open) }] }),
  figure('work', 'Deliverables that are late', all === 0 ? missing('deliverables') : count(late.length), late.length > 0, { note: 'Needed before and not accepted; asks for a look where there is one', terms: [{ term: 'Deliverables', figure: count(all) }, ...named(late.slice(0, mostNamed))], ...(late.length > mostNamed ? { omitted: late.length - mostNamed } : {}) }),
]

function ofRisks({ register, dependsOn }: HealthFacts): readonly HealthIndicator[] {
  const kept = register ?? { threats: [], issues: [] }
  const lacking = kept.threats.filter(({ owned, answered }) => !owned || !answered)
  const grave = kept.issues.filter(({ severity }) => severity === 'critical' || severity === 'major')
  return [
    figure('risk', 'Open threats in its register', register ? count(kept.threats.length) : missing('register'), register === null, { note: 'Asks for a look where nobody keeps a register', ...listed(kept.threats.map(({ name }) => ({ term: name, figure: count(1) }))) }),
    figure('risk', 'Of these without an owner or a response', kept.threats.length === 0 ? notApplicable : count(lacking.length), lacking.length > 0, {
      note: 'Asks for a look where there is one', ...listed(lacking.map(({ name, owned, answered }) => ({ term: name, figure: known(textFigure([...(owned ? [] : ['no owner']), ...(answered ? [] : ['no response'])].join(', '))) }))),
    }),
    figure('risk', 'Open issues', register ? count(kept.issues.length) : missing('register'), grave.length > 0, { note: 'Asks for a look where one is critical or major', ...listed(kept.issues.map(({ name, severity }) => ({ term: name, figure: known(textFigure(severity)) }))) }),
    figure('risk', 'Initiatives on which it depends', count(dependsOn.length), false, { terms: named(dependsOn) }),
  ]
}

/** Names that a figure lists at most. */
const mostNamed = 30
const listed = (terms: readonly Explanation[]): Pick<Explanation, 'terms' | 'omitted'> => ({ terms: terms.slice(0, mostNamed), ...(terms.length > mostNamed ? { omitted: terms.length - mostNamed } : {}) })

function ofGovernance({ today, initiative: { rating, ratingAsOf, sponsor, lastReportedOn }, previousRating }: HealthFacts): readonly HealthIndicator[] {
  const told = (one: Rating): Figure => textFigure(`${levelWords[one.level]}, ${scaleWords[one.scale]} scale`)
  return [
    figure('governance', 'Sponsor', sponsor ? known(textFigure(sponsor)) : missing('sponsor'), !sponsor, { note: 'Asks for a look where nobody is named' }),
    figure('governance', 'Delivery confidence that was reported', rating ? known(told(rating)) : missing('rating'), rating?.level === 'red' || rating?.level === 'amber_red', {
      note: 'On the scale on which it was given, for comparison only; asks for a look where it is Red or Amber/Red',
      terms: [...(ratingAsOf ? [{ term: 'As of', figure: known(dateFigure(ratingAsOf)) }] : []), { term: 'Before that', figure: previousRating ? known(told(previousRating)) : undefinedBecause('NO_EARLIER_PUBLICATION') }],
    }),
    figure('governance', 'Days since it was last reported', lastReportedOn === null ? undefinedBecause('NOT_PUBLISHED') : known(numberFigure(daysBetween(lastReportedOn, today), 'day')), false, lastReportedOn === null ? {} : { terms: [{ term: 'Last reported', figure: known(dateFigure(lastReportedOn)) }] }),
  ]
}
