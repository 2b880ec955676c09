import type { Cockpit } from '@throughline/contract/portfolio'
import type { ExplainedMoney, ExplainedNumber, Money } from '@throughline/contract/wire'
import { known, undefinedBecause, type Metric } from '@throughline/engine/kernel'

/** Nominal pounds from whole billions, for pages rendered in named states. */
export const bn = (billions: number): Money => ({ minor: String(BigInt(Math.round(billions * 1000)) * 100_000_000n), currency: 'GBP', basis: { kind: 'nominal' }, cashClass: 'na' })

export const moneyWhy = (term: string, metric: Metric<Money>, source: ExplainedMoney['why']['source'] = { kind: 'derived', rule: 'Sum of the published figures' }): ExplainedMoney => ({
  metric,
  why: { term, figure: metric.status === 'ok' ? known({ kind: 'money' as const, money: metric.value }) : metric, ...(source ? { source } : {}), formula: 'portfolio-totals' },
})
export const numberWhy = (term: string, metric: Metric<number>): ExplainedNumber => ({
  metric,
  why: { term, figure: metric.status === 'ok' ? known({ kind: 'number' as const, value: metric.value, unit: 'count' as const }) : metric, source: { kind: 'derived', rule: 'Our reading of published priorities' } },
})

const health = (red: number, amber: number, green: number, none = 0): Cockpit['health']['all'] => ({ red, amber_red: 0, amber, amber_green: 0, green, none })
const five = (red: number, amber_red: number, amber: number, amber_green: number, green: number): Cockpit['health']['all'] => ({ red, amber_red, amber, amber_green, green, none: 3 })
const publication = (year: number, month = '03-31') => ({ id: `p${year}`, title: `Major projects data ${year}`, asOf: `${year}-${month}` })
const departments = ['Department for Transport', 'Ministry of Defence', 'Department of Health and Social Care', 'Home Office', 'Department for Energy Security and Net Zero', 'Ministry of Justice', 'HM Revenue and Customs', 'Cabinet Office', 'Department for Work and Pensions', 'Department for Education', 'Foreign, Commonwealth and Development Office']
const item = (id: string, name: string) => ({ id, key: id.toUpperCase(), name })
const three = (level: 'red' | 'amber' | 'green') => ({ scale: 'three_point' as const, level })
const movement = { from: null, to: null, fromRating: null, toRating: null, change: undefinedBecause('NOT_PUBLISHED'), days: null }

/** A whole cockpit of realistic size. */
export const fullCockpit: Cockpit = {
  publication: publication(2024), previous: publication(2023), initiatives: 227, currency: 'GBP',
  cost: moneyWhy('Whole-life cost', known(bn(834))), benefits: moneyWhy('Monetised benefits', known(bn(781))), ratio: numberWhy('Benefits for each 1 of cost', known(2.54)),
  inYearForecast: moneyWhy('Forecast for 2023-24', known(bn(38.6))),
  before: { cost: moneyWhy('Whole-life cost', known(bn(805))), benefits: moneyWhy('Monetised benefits', known(bn(757))), ratio: numberWhy('Ratio', known(2.61)), initiatives: 244 },
  strategyFunded: numberWhy('Strategy funded', known(0.82)),
  trend: Array.from({ length: 11 }, (_, index) => ({
    publication: publication(2014 + index), initiatives: 190 + ((index * 13) % 50), cost: index === 3 ? undefinedBecause('NOT_PUBLISHED') : known(bn(400 + index * 42)), benefits: index < 2 ? undefinedBecause('NOT_PUBLISHED') : known(bn(300 + index * 47)),
    health: index < 8 ? five(8, 30, 80, 45, 24) : health(28, 170, 26, 4), scale: index < 8 ? 'five_point' : 'three_point',
  })),
  health: {
    scale: 'three_point', all: health(24, 164, 26, 13),
    byUnit: departments.map((name, index) => ({ id: `u${index}`, name, initiatives: 50 - index * 4, cost: known(bn(190 / (index + 1))), benefits: known(bn(150 / (index + 1))), health: health(6 - (index % 6), 30 - index * 2, 10 - (index % 8), index % 3) })),
    byCategory: ['Infrastructure and construction', 'Military capability', 'Transformation and service delivery', 'ICT'].map((name, index) => ({ id: null, name, initiatives: 70 - index * 10, cost: known(bn(300 / (index + 1))), benefits: undefinedBecause('NOT_PUBLISHED'), health: health(8, 40, 12, 2) })),
  },
  objectives: [
    { id: 'ob1', statement: 'Kickstart economic growth', weight: 0.3, initiatives: 62, cost: known(bn(310)), benefits: known(bn(402)), health: health(8, 44, 8, 2) },
    { id: 'ob2', statement: 'Make Britain a clean energy superpower', weight: 0.2, initiatives: 24, cost: known(bn(120)), benefits: known(bn(98)), health: health(3, 18, 3) },
    { id: 'ob3', statement: 'Build an NHS fit for the future', weight: 0.3, initiatives: 31, cost: known(bn(44)), benefits: known(bn(81)), health: health(2, 25, 4) },
    { id: 'ob4', statement: 'Break down barriers to opportunity', weight: 0.2, initiatives: 0, cost: undefinedBecause('NO_BASELINE'), benefits: undefinedBecause('NO_BASELINE'), health: health(0, 0, 0) },
  ],
  moved: {
    counts: { joined: 31, left: 48, better: 12, worse: 19, notComparable: 0, slipped: 66, costUp: 81, costDown: 40 }, inAll: 301,
    items: [
      { ...movement, initiative: item('i1', 'High Speed Rail Programme (HS2)'), kind: 'cost', change: known(bn(12.4)) },
      { ...movement, initiative: item('i2', 'New Hospital Programme'), kind: 'rating', fromRating: three('amber'), toRating: three('red') },
      { ...movement, initiative: item('i3', 'Emergency Services Mobile Communications Programme'), kind: 'end', days: 944 },
      { ...movement, initiative: item('i4', 'Rail Freight Interchange'), kind: 'joined' },
      { ...movement, initiative: item('i5', 'Smart Metering Implementation Programme'), kind: 'rating', fromRating: three('amber'), toRating: three('green') },
      { ...movement, initiative: item('i6', 'Lower Thames Crossing'), kind: 'left' },
    ],
  },
  decisions: [
    { kind: 'rated_red', subject: { type: 'initiative', id: 'i1', name: 'High Speed Rail Programme (HS2)' }, words: 'Rated red: successful delivery appears to be unachievable.', rating: three('red'), atStake: known(bn(66)), flag: null },
    { kind: 'cost_grew', subject: { type: 'initiative', id: 'i3', name: 'Emergency Services Mobile Communications Programme' }, words: 'Whole-life cost grew by 24% since March 2023.', rating: three('red'), atStake: known(bn(11.3)), flag: null },
    { kind: 'objective_unserved', subject: { type: 'objective', id: 'ob4', name: 'Break down barriers to opportunity' }, words: 'No current initiative serves it; its weight is 20%.', rating: null, atStake: undefinedBecause('NO_BASELINE'), flag: null },
    { kind: 'figure_suspect', subject: { type: 'initiative', id: 'i7', name: 'A417 Air Balloon' }, words: 'The published cost looks like a units error and is left out of every sum.', rating: three('green'), atStake: undefinedBecause('EXEMPT'), flag: 'likely_units_error' },
  ],
  decisionsInAll: 48, decisionCounts: { rated_red: 24, rating_fell: 4, cost_grew: 11, end_slipped: 6, costs_more_than_it_gives: 0, figure_suspect: 1, objective_unserved: 1, initiative_orphan: 1, weights_open: 0 },
}

/** An organisation that holds nothing yet. */
export const emptyCockpit: Cockpit = {
  ...fullCockpit, publication: null, previous: null, initiatives: 0, trend: [], objectives: [], decisions: [], decisionsInAll: 0,
  health: { scale: null, all: health(0, 0, 0), byUnit: [], byCategory: [] }, moved: { counts: { joined: 0, left: 0, better: 0, worse: 0, notComparable: 0, slipped: 0, costUp: 0, costDown: 0 }, inAll: 0, items: [] },
}

/** One publication and nothing to compare it with; figures that the publisher withheld. */
export const firstCockpit: Cockpit = {
  ...fullCockpit, previous: null, trend: fullCockpit.trend.slice(-1), cost: moneyWhy('Whole-life cost', undefinedBecause('EXEMPT')),
  before: { cost: moneyWhy('Cost', undefinedBecause('NO_EARLIER_PUBLICATION')), benefits: moneyWhy('Benefits', undefinedBecause('NO_EARLIER_PUBLICATION')), ratio: numberWhy('Ratio', undefinedBecause('NO_EARLIER_PUBLICATION')), initiatives: null },
}
