import { mapMetric, minorDigits, money, moneyFigure, nominal, undefinedBecause, type Currency, type Explained, type Explanation, type Figure, type Metric } from '../../kernel/index.ts'
import { datedYears, type WorkDays } from './dated-years.ts'
import { flatFactors, netPresentValue, percent, presentValue, type Basis, type Timing } from './flows.ts'
import { biasUplift, decliningFactors, discountVintages, greenBookValue, type BiasCategory, type ScheduleKind } from './green-book.ts'
import { discountedRatio, equivalentAnnualBy, payback } from './payback.ts'
import { datedRateOfReturn, internalRateOfReturn, modifiedRateOfReturn, type RateOfReturn } from './rate-of-return.ts'

/** What one year costs and brings, in whole units of one currency. */
export type YearFlow = { readonly year: number; readonly cost: number; readonly benefit: number }

/** By which rates, prices and doubts flows are looked at. */
export type AppraisalChoices = {
  readonly currency: Currency
  /** A published schedule of declining real rates by its vintage, or one rate of one’s own. */
  readonly rate: { readonly vintage: string; readonly schedule: ScheduleKind } | { readonly perYear: number; readonly basis: Basis; readonly timing: Timing }
  /** Whether the flows are of the prices of their years, and by what prices rise: 0.02 is 2 % a year. They are brought to the basis of the rate. */
  readonly prices: Basis
  readonly inflation: number
  /** Uplift of cost for what estimates leave out; mitigation from 0 to 1 rests on evidence. */
  readonly bias: { readonly category: BiasCategory; readonly mitigation: number } | null
  /** Fiscal years and days of the work, for the rate of return of dated flows; without them there is none. */
  readonly days?: WorkDays
}

export const appraisalKeys = ['net_present_value', 'discounted_ratio', 'internal_rate', 'dated_rate', 'modified_rate', 'payback', 'discounted_payback', 'equivalent_annual', 'optimism_bias'] as const
export type AppraisalKey = (typeof appraisalKeys)[number]
/** Figures of a business case, each with why, and the flows that they were computed from: year 0 is the first year with a flow. */
export type Appraisal = { readonly firstYear: number; readonly figures: Readonly<Record<AppraisalKey, Explained<number>>>; readonly roots: readonly number[]; readonly datedRoots: readonly number[]; readonly flows: readonly { readonly year: number; readonly cost: number; readonly benefit: number; readonly net: number; readonly factor: number }[] }

/**
 * Appraises the flows of an initiative (net-present-value, green-book-discounting): costs with their uplift against benefits, by year from
 * the first one. Undefined without costs or without benefits: what nobody has said is not zero.
 */
export function appraise(years: readonly YearFlow[], choices: AppraisalChoices): Metric<Appraisal> {
  const known = [...years].filter(({ cost, benefit }) => cost !== 0 || benefit !== 0).sort((a, b) => a.year - b.year)
  const missing = [...(known.some(({ cost }) => cost !== 0) ? [] : ['cost by year']), ...(known.some(({ benefit }) => benefit !== 0) ? [] : ['benefits by year'])]
  const [first, last] = [known[0]?.year, known.at(-1)?.year]
  if (missing.length > 0 || first === undefined || last === undefined) return { status: 'missing', inputs: missing }
  const vintage = 'vintage' in choices.rate ? discountVintages.find(({ id }) => 'vintage' in choices.rate && id === choices.rate.vintage) : undefined
  if ('vintage' in choices.rate && !vintage) return undefinedBecause('BEFORE_START')
  const bias = choices.bias ? biasUplift([{ category: choices.bias.category, share: 1 }], 'cost', choices.bias.mitigation) : biasUplift([{ category: 'outsourcing', share: 1 }], 'cost', 1)
  if (bias.metric.status !== 'ok') return bias.metric
  const uplift = 1 + bias.metric.value / 100
  const basis = vintage || !('basis' in choices.rate) ? 'real' : choices.rate.basis
  const byYear = new Map(known.map((one) => [one.year, one]))
  const flows = Array.from({ length: last - first + 1 }, (_, place) => {
    const { cost = 0, benefit = 0 } = byYear.get(first + place) ?? {}
    const prices = pricesTo(basis, choices, place)
    return { year: first + place, cost: cost * uplift * prices, benefit: benefit * prices, net: (benefit - cost * uplift) * prices }
  })
  const net = flows.map((flow) => flow.net)
  const factors = vintage && 'vintage' in choices.rate ? decliningFactors(vintage, choices.rate.schedule, net.length - 1) : 'perYear' in choices.rate ? flatFactors(choices.rate.perYear, net.length, choices.rate.timing) : []
  return { status: 'ok', value: { firstYear: first, flows: flows.map((flow, place) => ({ ...flow, factor: factors[place] ?? 0 })), ...figuresOf(choices, { flows, net, factors, basis, bias: choices.bias ? bias : { ...bias, why: { ...bias.why, note: 'No uplift was chosen', terms: [] } } }, vintage) } }
}

/** What an amount of a year is multiplied by to be of the prices that the rate is of; year 0 has the prices of the decision. */
function pricesTo(basis: Basis, { prices, inflation }: AppraisalChoices, place: number): number {
  if (prices === basis) return 1
  return Math.pow(1 + inflation, basis === 'real' ? -place : place)
}

type Prepared = { readonly flows: readonly { readonly year: number; readonly cost: number; readonly benefit: number }[]; readonly net: readonly number[]; readonly factors: readonly number[]; readonly basis: Basis; readonly bias: Explained<number> }

function figuresOf({ rate, currency, prices, inflation, days }: AppraisalChoices, { flows, net, factors, basis, bias }: Prepared, vintage: (typeof discountVintages)[number] | undefined): Pick<Appraisal, 'figures' | 'roots' | 'datedRoots'> {
  const value = vintage && 'vintage' in rate ? greenBookValue({ amounts: net, basis }, vintage, rate.schedule) : 'perYear' in rate ? netPresentValue({ amounts: net, basis }, { perYear: rate.perYear, basis }, rate.timing) : netPresentValue({ amounts: net, basis }, { perYear: 0, basis })
  const internal = internalRateOfReturn(net)
  const dated = days ? datedRateOfReturn(datedYears(flows, days)) : withoutDays
  const perYear = 'perYear' in rate ? rate.perYear : (1 / (factors[1] ?? 1)) - 1
  const discounted = net.map((amount, place) => amount * (factors[place] ?? 0))
  const annual = equivalentAnnualBy(presentValue(net, factors), factors.slice(1))
  const said = `Flows are ${basis}${prices === basis ? '' : `: those given are ${prices}, brought over at ${percent(inflation)} a year`}`
  const noted = (one: Explained<number>): Explained<number> => ({ ...one, why: { ...inMoney(one.why, currency), note: [one.why.note, said].filter(Boolean).join('. ') } })
  return {
    roots: internal.roots, datedRoots: dated.roots,
    figures: {
      net_present_value: noted(value),
      discounted_ratio: noted(discountedRatio(flows.map(({ benefit }) => benefit), flows.map(({ cost }) => cost), factors)),
      internal_rate: { metric: internal.metric, why: inMoney(internal.why, currency) },
      dated_rate: { metric: dated.metric, why: { ...dated.why, note: [dated.why.note, 'Costs and benefits of a year fall in the middle of what is left of it once work starts, or ends; actual days over 365'].filter(Boolean).join('. ') } },
      modified_rate: noted({ ...modifiedRateOfReturn(net, { finance: perYear, reinvest: perYear }) }),
      payback: named(payback(net), 'Payback', currency), discounted_payback: named(payback(discounted), 'Payback, discounted', currency),
      equivalent_annual: noted({ metric: annual, why: { term: 'Equivalent annual value', figure: mapMetric(annual, numbered), formula: 'equivalent-annual-cost', terms: [{ term: 'Net present value', figure: mapMetric(value.metric, numbered) }, { term: 'Sum of the factors of the years after the decision', figure: { status: 'ok', value: { kind: 'number', value: factors.slice(1).reduce((sum, factor) => sum + factor, 0), unit: 'ratio' } } }] } }),
      optimism_bias: bias,
    },
  }
}

const withoutDays: RateOfReturn = { metric: { status: 'missing', inputs: ['days of the work'] }, roots: [], why: { term: 'Rate of return of dated flows', figure: { status: 'missing', inputs: ['days of the work'] }, formula: 'dated-rate-of-return' } }

const numbered = (value: number): Figure => ({ kind: 'number', value, unit: 'count' })
const named = ({ metric, why }: Explained<number>, term: string, currency: Currency): Explained<number> => ({ metric, why: { ...inMoney(why, currency), term } })

/** The same tree with its plain amounts as money of a currency; they are in whole units, unless it is said how many minor units one of them is. */
export function inMoney(why: Explanation, currency: Currency, minorOfOne = 10 ** minorDigits(currency)): Explanation {
  const figure = mapMetric(why.figure, (one): Figure => (one.kind === 'number' && one.unit === 'count' ? moneyFigure(money(BigInt(Math.round(one.value * minorOfOne)), currency, nominal)) : one))
  return { ...why, figure, ...(why.terms ? { terms: why.terms.map((term) => inMoney(term, currency, minorOfOne)) } : {}) }
}
