import type { Explained, Metric } from '../../kernel/index.ts'
import { biasUplift, decliningFactors, discountVintages, flatFactors, optimismBias, presentValue, type Basis, type Timing } from '../appraisal/index.ts'
import { isCost, type CaseBasis, type CaseLine, type CaseOption, type CaseRisk, type FlowKind } from './facts.ts'
import { benefitsDownlift, overrunUplift, type Downlift } from './reference-class.ts'
import { later, type LateWorks } from './spread-in-time.ts'

/** What a line, or a risk, comes to once everything is taken into account: from the year to which it is discounted, in minor units, costs above 0 as well as benefits. */
export type FlowPart = { readonly id: string; readonly name: string; readonly kind: FlowKind | 'risk'; readonly line: CaseLine | null; readonly risk: CaseRisk | null; readonly base: readonly number[]; readonly amounts: readonly number[] }
/** Flows of an option, part by part, with what they were changed by. Uplifts and delay in per cent and years; `realised` as a share. */
export type CaseFlows = { readonly parts: readonly FlowPart[]; readonly uplift: Explained<number> | null; readonly upliftOn: FlowKind; readonly duration: Explained<number> | null; readonly lateYears: number; readonly realised: Downlift | null }

/** What is assumed otherwise than the case says; what is left out stays. Factors by id of a line or risk, or for a kind; points of the rate; years of delay beyond the case’s own. */
export type Otherwise = { readonly parts?: ReadonlyMap<string, number>; readonly capital?: number; readonly revenue?: number; readonly benefits?: number; readonly ratePoints?: number; readonly delayYears?: number; readonly upliftPercent?: number; readonly realised?: number }

/**
 * Flows of an option as they count: costs with their uplift, benefits by what usually comes of them, risks by what they cost on average, all
 * of it later where works take longer, in the prices that the rate is of. A risk allowance that is in the estimates already is not added again.
 */
export function flowsOf(option: CaseOption, basis: CaseBasis, otherwise: Otherwise = {}): CaseFlows {
  const { works, parts, ...flows } = beforeDelay(option, basis, otherwise)
  const lateYears = flows.lateYears + (otherwise.delayYears ?? 0)
  return { ...flows, lateYears, parts: parts.map((part) => ({ ...part, amounts: moved(part.amounts, { ...works, late: lateYears }, basis) })) }
}

/** Flows in their own years, and by how much they are late. */
function beforeDelay(option: CaseOption, basis: CaseBasis, otherwise: Otherwise): CaseFlows & { readonly works: ReturnType<typeof worksOf> } {
  const { uplift, upliftOn, duration } = upliftsOf(option)
  const realised = option.realised && benefitsDownlift(option.realised)
  const lift = 1 + (otherwise.upliftPercent ?? valueOr(uplift?.metric, 0)) / 100
  const share = otherwise.realised ?? valueOr(realised?.metric, 1)
  const works = worksOf(option, basis)
  const deflated = basis.prices === 'nominal' && rateBasis(basis) === 'real'
  const counted = (part: Omit<FlowPart, 'amounts'>, factor: number): FlowPart => ({ ...part, amounts: part.base.map((amount, place) => amount * factor * (deflated ? pricesAt(basis, place, -1) : 1)) })
  const lines = option.lines.map((line) => counted({ id: line.id, name: line.name, kind: line.kind, line, risk: null, base: vectorOf(line.amounts, basis) }, (line.kind === upliftOn ? lift : 1) * (line.kind === 'cashable' || line.kind === 'non_cashable' ? share : 1) * factorOf(line, otherwise)))
  const risks = option.estimate === 'p80' ? [] : option.risks.map((risk) => counted({ id: risk.id, name: risk.name, kind: 'risk', line: null, risk, base: vectorOf([{ year: risk.year, minor: expectedOf(risk) }], basis) }, otherwise.parts?.get(risk.id) ?? 1))
  return { parts: [...lines, ...risks], uplift, upliftOn, duration, lateYears: (works.years * valueOr(duration?.metric, 0)) / 100, realised, works }
}

/** Amounts later by a delay, in the prices that the rate is of. */
function moved(amounts: readonly number[], late: LateWorks, basis: CaseBasis): readonly number[] {
  const out = later(amounts, late)
  return basis.prices === 'real' && rateBasis(basis) === 'nominal' ? out.map((amount, place) => amount * pricesAt(basis, place, 1)) : out
}

/** Net present value of an option by years of delay beyond its own: what moves is the net of all its flows, so that asking often costs little. */
export function worthByDelay(option: CaseOption, basis: CaseBasis): (delayYears: number) => number {
  const { works, lateYears, ...flows } = beforeDelay(option, basis, {})
  const { net } = yearsOf(flows)
  return (delayYears) => {
    const late = moved(net, { ...works, late: lateYears + delayYears }, basis)
    return presentValue(late, factorsOf(basis, late.length))
  }
}

/** What each line and risk adds to the net present value of an option, by its id. */
export function worthByPart(option: CaseOption, basis: CaseBasis): ReadonlyMap<string, number> {
  const { parts } = flowsOf(option, basis)
  const factors = factorsOf(basis, Math.max(1, ...parts.map(({ amounts }) => amounts.length)))
  return new Map(parts.map(({ id, kind, amounts }) => [id, (kind === 'risk' || isCost(kind) ? -1 : 1) * presentValue(amounts, factors)]))
}

/** What a risk costs on average, in minor units: its chance times the mean of a triangle from the least to the most. */
export const expectedOf = ({ chance, low, likely, high }: Pick<CaseRisk, 'chance' | 'low' | 'likely' | 'high'>): number => ((chance / 100) * (low + likely + high)) / 3

/** Uplift of cost and duration: by optimism bias, or of cost by a reference class; never both, and neither on top of a risk allowance. */
function upliftsOf({ bias, overrun, estimate }: CaseOption): Pick<CaseFlows, 'uplift' | 'upliftOn' | 'duration'> {
  if (estimate === 'p80') return { uplift: null, upliftOn: 'capital_cost', duration: null }
  if (overrun) return { uplift: overrunUplift(overrun), upliftOn: 'capital_cost', duration: null }
  if (!bias) return { uplift: null, upliftOn: 'capital_cost', duration: null }
  const parts = [{ category: bias.category, share: 1 }]
  return { uplift: biasUplift(parts, 'cost', bias.mitigation), upliftOn: optimismBias[bias.category].costOf === 'capital' ? 'capital_cost' : 'revenue_cost', duration: optimismBias[bias.category].duration ? biasUplift(parts, 'duration', bias.mitigation) : null }
}

const valueOr = (metric: Metric<number> | undefined, otherwise: number): number => (metric?.status === 'ok' ? metric.value : otherwise)

function factorOf({ id, kind }: CaseLine, { parts, capital = 1, revenue = 1, benefits = 1 }: Otherwise): number {
  return (parts?.get(id) ?? 1) * (kind === 'capital_cost' ? capital : kind === 'revenue_cost' ? revenue : kind === 'disbenefit' ? 1 : benefits)
}

/** From the first year with capital cost to the last; without any, the first year with a cost, or the first of all. */
function worksOf({ lines }: CaseOption, { presentYear }: CaseBasis): { readonly from: number; readonly years: number } {
  const yearsOf = (of: (line: CaseLine) => boolean): readonly number[] => lines.filter(of).flatMap(({ amounts }) => amounts.filter(({ minor }) => minor !== 0).map(({ year }) => year - presentYear))
  const capital = yearsOf(({ kind }) => kind === 'capital_cost')
  if (capital.length > 0) return { from: Math.min(...capital), years: Math.max(...capital) - Math.min(...capital) + 1 }
  const costs = yearsOf(({ kind }) => isCost(kind))
  return { from: costs.length > 0 ? Math.min(...costs) : 0, years: 1 }
}

/** Amounts by place: place 0 is the year to which values are discounted; what lies before it is sunk and counts for nothing. */
function vectorOf(amounts: readonly { readonly year: number; readonly minor: number }[], { presentYear }: CaseBasis): readonly number[] {
  const counted = amounts.filter(({ year, minor }) => year >= presentYear && minor !== 0)
  const out = Array.from({ length: Math.max(0, ...counted.map(({ year }) => year - presentYear + 1)) }, () => 0)
  for (const { year, minor } of counted) out[year - presentYear] = (out[year - presentYear] ?? 0) + minor
  return out
}

/** The basis that a rate is of: published schedules are real. */
export const rateBasis = ({ rate }: CaseBasis): Basis => (rate.kind === 'flat' ? rate.basis : 'real')
/** What prices of a place are over those of the price base year, or under them. */
const pricesAt = ({ inflation, priceYear, presentYear }: CaseBasis, place: number, power: 1 | -1): number => Math.pow(1 + inflation, power * (presentYear + place - priceYear))

/** Discount factors of places 0 to n − 1, with the rate moved by points where asked; undefined vintages have none. */
export function factorsOf({ rate, timing }: CaseBasis, places: number, ratePoints = 0): readonly number[] {
  if (rate.kind === 'flat') return flatFactors(rate.perYear + ratePoints / 100, places, timing)
  const vintage = discountVintages.find(({ id }) => id === rate.vintage)
  if (!vintage) return []
  const moved = { ...vintage, rates: { ...vintage.rates, [rate.schedule]: vintage.rates[rate.schedule].map(([until, percent]) => [until, percent + ratePoints] as const) } }
  const ends = decliningFactors(moved, rate.schedule, Math.max(0, places - 1))
  return timing === 'mid' ? ends.map((factor, place) => (place === 0 ? factor : Math.sqrt(factor * (ends[place - 1] ?? factor)))) : ends
}

/** Of an option year by year: what it costs, what it brings with disbenefits below 0, and what is left. */
export type CaseYears = { readonly costs: readonly number[]; readonly benefits: readonly number[]; readonly net: readonly number[] }
export function yearsOf({ parts }: Pick<CaseFlows, 'parts'>): CaseYears {
  const places = Math.max(1, ...parts.map(({ amounts }) => amounts.length))
  const sum = (of: (part: FlowPart) => boolean): readonly number[] => Array.from({ length: places }, (_, place) => parts.reduce((total, part) => (of(part) ? total + (part.amounts[place] ?? 0) : total), 0))
  const costs = sum(({ kind }) => kind === 'risk' || isCost(kind))
  const benefits = sum(({ kind }) => kind !== 'risk' && !isCost(kind))
  return { costs, benefits, net: benefits.map((benefit, place) => benefit - (costs[place] ?? 0)) }
}

/** Net present value in minor units, not rounded. */
export const netValueOf = (option: CaseOption, basis: CaseBasis, otherwise: Otherwise = {}): number => {
  const { net } = yearsOf(flowsOf(option, basis, otherwise))
  return presentValue(net, factorsOf(basis, net.length, otherwise.ratePoints))
}

/** Of two series place by place the one less the other. */
export const less = (one: readonly number[], other: readonly number[]): readonly number[] => Array.from({ length: Math.max(one.length, other.length) }, (_, place) => (one[place] ?? 0) - (other[place] ?? 0))
export const timingWords: Readonly<Record<Timing, string>> = { end: 'at the end of their year', mid: 'in the middle of their year' }
