import { known, mapMetric, numberFigure, undefinedBecause, type Currency, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import { discountedRatio, equivalentAnnualBy, inMoney, internalRateOfReturn, modifiedRateOfReturn, payback, percent, presentValue, runningSums, type RateOfReturn } from '../appraisal/index.ts'
import { isCost, type CaseBasis, type CaseOption } from './facts.ts'
import { factorsOf, flowsOf, less, rateBasis, timingWords, yearsOf, type CaseFlows, type CaseYears, type FlowPart } from './flows.ts'
import { leastOfClass, upliftInterval } from './reference-class.ts'

/** Figures of an option by itself. Amounts are in minor units, rates as shares, times in years. */
export const optionFigures = ['net_present_value', 'benefits', 'costs', 'ratio', 'payback', 'discounted_payback', 'internal_rate', 'modified_rate', 'equivalent_annual'] as const
export type OptionFigure = (typeof optionFigures)[number]
/** Those of an option over and above doing nothing. */
export const againstFigures = ['net_present_value', 'ratio', 'payback', 'internal_rate'] as const
export type AgainstFigure = (typeof againstFigures)[number]
/** Which figures are amounts. */
export const amountFigures: ReadonlySet<OptionFigure> = new Set<OptionFigure>(['net_present_value', 'benefits', 'costs', 'equivalent_annual'])

/** One year as it counts, with its factor. Minor units. */
export type CountedYear = { readonly year: number; readonly cost: number; readonly benefit: number; readonly net: number; readonly factor: number }
export type OptionAppraisal = {
  readonly flows: CaseFlows
  readonly years: readonly CountedYear[]
  readonly figures: Readonly<Record<OptionFigure, Explained<number>>>
  /** Undefined for doing nothing itself, and as long as there is no such option. */
  readonly against: Readonly<Record<AgainstFigure, Explained<number>>> | undefined
  /** All rates that solve the equation, of the option and of what it is beyond doing nothing. */
  readonly roots: readonly number[]
  readonly againstRoots: readonly number[]
}

/** Appraises an option by itself and against doing nothing (business-case): nothing is ranked by it yet. */
export function appraiseOption(option: CaseOption, nothing: CaseOption | undefined, basis: CaseBasis, currency: Currency): OptionAppraisal {
  const flows = flowsOf(option, basis)
  const own = yearsOf(flows)
  const factors = factorsOf(basis, own.net.length)
  const found = figuresOf(own, factors, hasFlows(option), basis)
  const money = (one: Explained<number>): Explained<number> => ({ ...one, why: inMoney(one.why, currency, 1) })
  const figures = { ...found.figures, net_present_value: { ...found.figures.net_present_value, why: whyNet(found.figures.net_present_value, { option, flows, factors, basis }) } }
  const beyond = nothing && option.kind !== 'do_nothing' ? againstNothing(own, { option, why: figures.net_present_value.why, nothing }, basis) : undefined
  return {
    flows, years: own.net.map((net, place) => ({ year: basis.presentYear + place, cost: own.costs[place] ?? 0, benefit: own.benefits[place] ?? 0, net, factor: factors[place] ?? 0 })),
    figures: mapped(figures, money), against: beyond && mapped(beyond.figures, money), roots: found.rate.roots, againstRoots: beyond?.rate.roots ?? [],
  }
}

/** Whether anything was said of what an option costs or brings; doing nothing needs no flow. */
export const hasFlows = ({ kind, lines }: CaseOption): boolean => kind === 'do_nothing' || lines.some(({ amounts }) => amounts.some(({ minor }) => minor !== 0))

type Found<Key extends string> = { readonly figures: Readonly<Record<Key, Explained<number>>>; readonly rate: RateOfReturn }

type Beyond = { readonly option: CaseOption; /** Why the option by itself is worth what it is. */ readonly why: Explanation; readonly nothing: CaseOption }
function againstNothing(own: CaseYears, { option, why, nothing }: Beyond, basis: CaseBasis): Found<AgainstFigure> {
  const flows = flowsOf(nothing, basis)
  const other = yearsOf(flows)
  const beyond = { costs: less(own.costs, other.costs), benefits: less(own.benefits, other.benefits), net: less(own.net, other.net) }
  const { figures: { net_present_value, ratio, payback: paid, internal_rate }, rate } = figuresOf(beyond, factorsOf(basis, beyond.net.length), hasFlows(option), basis)
  const factors = factorsOf(basis, other.net.length)
  const left = whyNet(figuresOf(other, factors, true, basis).figures.net_present_value, { option: nothing, flows, factors, basis })
  const named = (one: Explained<number>): Explained<number> => ({ ...one, why: { ...one.why, term: `${one.why.term}, against doing nothing` } })
  const net = named(net_present_value)
  const terms = [{ ...why, term: `${why.term} of ${option.name}` }, { ...left, term: `Less ${left.term.toLowerCase()} of ${nothing.name}` }]
  return { figures: { net_present_value: { ...net, why: { ...net.why, terms } }, ratio: named(ratio), payback: named(paid), internal_rate: named(internal_rate) }, rate }
}

function figuresOf({ costs, benefits, net }: CaseYears, factors: readonly number[], said: boolean, basis: CaseBasis): Found<OptionFigure> {
  const missing: Metric<never> = { status: 'missing', inputs: ['cash flow'] }
  const noVintage = factors.length === 0 ? undefinedBecause('BEFORE_START') : undefined
  const value = (term: string, amounts: readonly number[], each = term): Explained<number> => {
    const metric: Metric<number> = !said ? missing : (noVintage ?? known(presentValue(amounts, factors) + 0))
    const terms = metric.status === 'ok' ? amounts.flatMap((amount, place) => (amount === 0 ? [] : [{ term: `${each} ${basis.presentYear + place}`, figure: known(numberFigure(amount * (factors[place] ?? 0))), note: `× ${(factors[place] ?? 0).toFixed(4)}` }])) : []
    return { metric, why: { term, figure: mapMetric(metric, (one) => numberFigure(one)), formula: 'business-case', note: basisWords(basis), terms } }
  }
  const rate = rateOf(net, basis)
  const perYear = basis.rate.kind === 'flat' ? basis.rate.perYear : 1 / (factors[1] ?? 1) - 1
  const annual = mapMetric(value('', net).metric, () => equivalentAnnualBy(presentValue(net, factors), factors.slice(1)))
  const yearly: Metric<number> = annual.status === 'ok' ? annual.value : annual
  const guarded = (one: Explained<number>): Explained<number> => (said ? one : { metric: missing, why: { ...one.why, figure: missing, terms: [] } })
  const gives = benefits.some((amount) => amount !== 0)
  return {
    rate,
    figures: {
      net_present_value: value('Net present value', net, 'Net of'), benefits: value('Present value of benefits', benefits, 'Benefits of'), costs: value('Present value of costs', costs, 'Costs of'),
      ratio: gives ? guarded(discountedRatio(benefits, costs, factors)) : without('Benefits over cost, discounted', 'discounted-ratio', 'benefits in money'),
      payback: guarded(paidBack(net)), discounted_payback: guarded(renamed(paidBack(net.map((amount, place) => amount * (factors[place] ?? 0))), 'Payback, discounted')),
      internal_rate: guarded(ratedIn(rate, net, basis)), modified_rate: guarded(modifiedRateOfReturn(net, { finance: perYear, reinvest: perYear })),
      equivalent_annual: { metric: yearly, why: { term: 'Equivalent annual value', figure: mapMetric(yearly, (one) => numberFigure(one)), formula: 'equivalent-annual-cost', note: `Over ${net.length - 1} years: it compares options that live for different times`, terms: [{ term: 'Net present value', figure: mapMetric(value('', net).metric, (one) => numberFigure(one)) }, { term: 'Sum of the factors of the years after the first', figure: known(numberFigure(factors.slice(1).reduce((sum, factor) => sum + factor, 0), 'ratio')) }] } },
    },
  }
}

/** Payback once anything was spent: years before it, in which nothing or more than nothing was there, pay nothing back. */
function paidBack(net: readonly number[]): Explained<number> {
  const short = runningSums(net).findIndex((sum) => sum < 0)
  if (short <= 0) return payback(net)
  const rest = payback([net.slice(0, short + 1).reduce((sum, amount) => sum + amount, 0), ...net.slice(short + 1)])
  const metric = mapMetric(rest.metric, (years) => years + short)
  return { metric, why: { ...rest.why, figure: mapMetric(metric, (years) => numberFigure(years, 'year')), terms: payback(net).why.terms ?? [] } }
}

const without = (term: string, formula: 'discounted-ratio', input: string): Explained<number> => ({ metric: { status: 'missing', inputs: [input] }, why: { term, figure: { status: 'missing', inputs: [input] }, formula } })
const renamed = ({ metric, why }: Explained<number>, term: string): Explained<number> => ({ metric, why: { ...why, term } })
/**
 * Internal rate of return of flows as they fall: at it their net present value is 0 by the same timing. Mid-year flows are looked at by
 * half-years, year t falling in half-year 2t − 1; rates are a year.
 */
export function rateOf(net: readonly number[], { timing }: Pick<CaseBasis, 'timing'>): RateOfReturn {
  if (timing === 'end') return internalRateOfReturn(net)
  const halves = Array.from({ length: Math.max(1, 2 * net.length - 2) }, () => 0)
  for (const [year, amount] of net.entries()) halves[year === 0 ? 0 : 2 * year - 1] = amount
  const found = internalRateOfReturn(halves)
  const aYear = (half: number): number => Math.pow(1 + half, 2) - 1
  const [metric, roots] = [mapMetric(found.metric, aYear), found.roots.map(aYear)]
  return { metric, roots, why: { ...found.why, figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), terms: roots.map((root) => ({ term: 'A rate that solves it', figure: known(numberFigure(root, 'ratio')) })) } }
}
/** A rate of return with the flows that it is of: whoever may not see amounts is not told it. */
const ratedIn = ({ metric, why }: RateOfReturn, net: readonly number[], { presentYear }: CaseBasis): Explained<number> => ({ metric, why: { ...why, terms: [...(why.terms ?? []), ...net.map((amount, place) => ({ term: `Net of ${presentYear + place}`, figure: known(numberFigure(amount)) }))] } })
const mapped = <Key extends string>(figures: Readonly<Record<Key, Explained<number>>>, change: (one: Explained<number>) => Explained<number>): Readonly<Record<Key, Explained<number>>> => Object.fromEntries(Object.entries<Explained<number>>(figures).map(([key, one]) => [key, change(one)])) as Record<Key, Explained<number>>

/** By what values are discounted, in words. */
export function basisWords(basis: CaseBasis): string {
  const { rate, timing, prices, priceYear, presentYear, inflation } = basis
  const by = rate.kind === 'schedule' ? `${rate.vintage}, ${rate.schedule} schedule` : `${percent(rate.perYear)} a year, ${rate.basis}`
  const of = rateBasis(basis) === 'real' ? `prices of ${priceYear}` : 'prices of their years'
  return `${by}; flows ${timingWords[timing]}, in ${of}${prices === rateBasis(basis) ? '' : ` (given ${prices === 'real' ? `in prices of ${priceYear}` : 'in prices of their years'}, brought over at ${percent(inflation)} a year)`}; discounted to ${presentYear}`
}

/** The net present value by its lines and risks, the largest effect first; each line says who gave it, and from where. */
type Net = { readonly option: CaseOption; readonly flows: CaseFlows; readonly factors: readonly number[]; readonly basis: CaseBasis }
function whyNet({ why }: Explained<number>, { option, flows: { parts, uplift, upliftOn, duration, lateYears, realised }, factors, basis }: Net): Explanation {
  const signed = (part: FlowPart): number => (part.kind === 'risk' || isCost(part.kind) ? -1 : 1) * presentValue(part.amounts, factors)
  const terms = parts.map((part) => ({ part, value: signed(part) })).sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).map(({ part, value }): Explanation => ({
    term: part.name, figure: why.figure.status === 'ok' ? known(numberFigure(value)) : why.figure, ...(part.line?.given ? { source: { kind: 'entered' as const, by: part.line.given.by, at: part.line.given.at } } : {}),
    note: [part.kind === 'risk' ? `What the risk costs on average: a chance of ${part.risk?.chance ?? 0} %` : kindWords[part.kind], part.line?.given?.from ? `from ${part.line.given.from}` : '', part.line?.source ?? ''].filter(Boolean).join('; '),
    terms: [{ term: 'As given, not discounted', figure: known(numberFigure(sumOf(part.base))) }, { term: 'As it counts, not discounted', figure: known(numberFigure(sumOf(part.amounts))) }],
  }))
  const changes = [...(uplift ? [{ ...uplift.why, ...drawnAgain(option), term: `${uplift.why.term} (on ${kindWords[upliftOn].toLowerCase()})` }] : []), ...(duration ? [{ ...duration.why, note: `Works take ${lateYears.toFixed(2)} years longer, and what follows comes as much later, benefits too` }] : []), ...(realised ? [realised.why] : [])]
  return { ...why, note: basisWords(basis), terms: [...terms, ...changes] }
}
const drawnAgain = ({ overrun }: CaseOption): Pick<Explanation, 'terms'> | undefined => {
  if (!overrun || overrun.overruns.length < leastOfClass) return undefined
  return { terms: upliftInterval(overrun).map((end, at) => ({ term: at === 0 ? 'Of the class drawn again, 5 of 100 are lower than' : 'Of the class drawn again, 5 of 100 are higher than', figure: known(numberFigure(end, 'percent')) })) }
}
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
const kindWords = { capital_cost: 'Capital cost', revenue_cost: 'Revenue cost', cashable: 'Cashable benefit', non_cashable: 'Non-cashable benefit', disbenefit: 'Disbenefit' } as const
