import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { quantile } from '../../strategy/index.ts'
import { bisect, optimismBias, switchingValue, type BiasCategory } from '../appraisal/index.ts'
import { hasFlows, rateOf } from './appraise-option.ts'
import type { CaseContent, CaseOption, CaseScenario } from './facts.ts'
import { expectedOf, factorsOf, flowsOf, less, netValueOf, worthByDelay, worthByPart, yearsOf, type Otherwise } from './flows.ts'
import { nothingOf } from './rank.ts'
import { benefitsDownlift, classUsed } from './reference-class.ts'

/** What may be otherwise: a line, a risk, the uplift of cost, what usually comes of benefits, when works end, the rate. */
export type AssumptionKind = 'line' | 'risk' | 'uplift' | 'realised' | 'delay' | 'rate'
/** Amounts in minor units, per cents, shares as per cents, years, and the rate in per cent a year. */
export type AssumptionUnit = 'money' | 'percent' | 'year'
export type Assumption = {
  readonly key: string
  readonly kind: AssumptionKind
  readonly name: string
  readonly unit: AssumptionUnit
  readonly base: number
  readonly low: number
  readonly high: number
  /** Whether somebody said the range, or the usual one was taken. */
  readonly said: boolean
  /** Net present value against doing nothing at either end, in minor units. */
  readonly atLow: number
  readonly atHigh: number
  /** What it has to be for nothing to be gained; several values are no answer, and all of them are given. */
  readonly switching: Explained<number>
  readonly switchesAt: readonly number[]
}
/** The range of a line for which nobody has said one: a fifth less and a fifth more. */
export const usualRange = { low: -20, high: 20 } as const
/** Years of delay within which a switching value is looked for. */
const mostDelay = 30

/** Net present value of an option against doing nothing, with something assumed otherwise; doing nothing knows no delay and no uplift of this option, and the rate holds for both. */
export function worthOf(option: CaseOption, { options, basis }: Pick<CaseContent, 'options' | 'basis'>, otherwise: Otherwise = {}): number {
  const nothing = nothingOf({ options })
  return netValueOf(option, basis, otherwise) - (nothing && nothing !== option ? netValueOf(nothing, basis, otherwise.ratePoints === undefined ? {} : { ratePoints: otherwise.ratePoints }) : 0)
}

/**
 * Each assumption of an option alone at its low and its high end, with its switching value (switching-value): the one at which the option is
 * worth no more than doing nothing. What moves the value most comes first. None as long as there is nothing to do nothing by, or nobody has
 * said what the option costs or brings.
 */
export function sensitivityOf(option: CaseOption, content: Pick<CaseContent, 'options' | 'basis' | 'doubt'>): readonly Assumption[] {
  if (!nothingOf(content) || option.kind === 'do_nothing' || !hasFlows(option)) return []
  const worth = (otherwise: Otherwise): number => worthOf(option, content, otherwise)
  const [byPart, now] = [worthByPart(option, content.basis), worth({})]
  /** With a line or a risk so many times what it is: the value is a straight line in it. */
  const part = (id: string): Worth => ({ parts }) => now + ((parts?.get(id) ?? 1) - 1) * (byPart.get(id) ?? 0)
  const found = [...lineAssumptions(option, part), ...riskAssumptions(option, part), ...upliftAssumption(option, content, worth), ...realisedAssumption(option, worth), delayAssumption(content, worthByDelay(option, content.basis), netOfNothing(content)), rateAssumption(option, content, worth)]
  return found.toSorted((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow))
}

type Worth = (otherwise: Otherwise) => number
type Straight = Pick<Assumption, 'key' | 'kind' | 'name' | 'unit' | 'base' | 'low' | 'high' | 'said'> & { readonly at: (x: number) => Otherwise; readonly least: number; readonly most?: number }

/** An assumption on which the value depends along a straight line: two values of it tell the switching value. */
function straight({ at, least, most = Infinity, ...one }: Straight, worth: Worth): Assumption {
  const step = one.base === 0 ? 1 : one.base
  const [zero, unit] = [worth(at(0)), worth(at(step))]
  const crossing = switchingValue(zero, unit)
  // One more step along the line takes away what rounding of the first one left.
  const metric = mapMetric(crossing, (x) => x * step - (worth(at(x * step)) / (unit - zero)) * step + 0)
  const values = metric.status === 'ok' && metric.value >= least && metric.value <= most ? [metric.value] : []
  return { ...one, atLow: worth(at(one.low)), atHigh: worth(at(one.high)), ...switchingAt(one, values, worth({})) }
}

function switchingAt(one: Pick<Assumption, 'name' | 'unit' | 'base'>, values: readonly number[], now: number): Pick<Assumption, 'switching' | 'switchesAt'> {
  const [only] = values
  const metric: Metric<number> = only === undefined ? undefinedBecause('NOT_REACHED') : values.length > 1 ? undefinedBecause('MULTIPLE_ROOTS') : known(only)
  const figure = (value: number) => numberFigure(value, one.unit === 'money' ? 'count' : one.unit)
  const note = only === undefined ? 'No value that it can have brings the net present value to 0' : values.length > 1 ? `${values.length} values bring it to 0, and all of them are given` : `${one.base === 0 ? '' : `${(((only - one.base) / Math.abs(one.base)) * 100).toFixed(1)} % from what is assumed; `}there the net present value against doing nothing is 0`
  return {
    switchesAt: values,
    switching: { metric, why: { term: `Switching value of ${one.name}`, figure: mapMetric(metric, figure), formula: 'switching-value', note, terms: [...values.map((value) => ({ term: 'Value at which nothing is gained', figure: known(figure(value)) })), { term: 'Assumed', figure: known(figure(one.base)) }, { term: 'Net present value against doing nothing, as assumed', figure: known(numberFigure(now)) }] } },
  }
}

const only = (id: string, factor: number): Otherwise => ({ parts: new Map([[id, factor]]) })

function lineAssumptions({ lines }: CaseOption, part: (id: string) => Worth): readonly Assumption[] {
  return lines.flatMap((line) => {
    const base = line.amounts.reduce((sum, { minor }) => sum + minor, 0)
    if (base === 0) return []
    const { low, high } = line.range ?? usualRange
    // A disbenefit is below 0: it stays there, as a cost and a benefit stay above.
    const sign = Math.sign(base)
    const one = straight({ key: line.id, kind: 'line', name: line.name, unit: 'money', base: Math.abs(base), low: Math.abs(base) * (1 + low / 100), high: Math.abs(base) * (1 + high / 100), said: line.range !== null, least: 0, at: (x) => only(line.id, x / Math.abs(base)) }, part(line.id))
    return [sign > 0 ? one : negative(one)]
  })
}

/** An assumption about an amount below 0 told as it is given. */
const negative = (one: Assumption): Assumption => ({ ...one, base: -one.base, low: -one.low, high: -one.high, switchesAt: one.switchesAt.map((value) => -value), switching: { metric: mapMetric(one.switching.metric, (value) => -value), why: { ...one.switching.why, note: `As an amount below 0. ${one.switching.why.note ?? ''}`, terms: [] } } })

/** A risk that does not come costs nothing; one that comes costs its most. */
const riskAssumptions = ({ risks, estimate }: CaseOption, part: (id: string) => Worth): readonly Assumption[] =>
  estimate === 'p80' ? [] : risks.flatMap((risk) => {
    const base = expectedOf(risk)
    return base === 0 ? [] : [straight({ key: risk.id, kind: 'risk', name: risk.name, unit: 'money', base, low: 0, high: risk.high, said: true, least: 0, at: (x) => only(risk.id, x / base) }, part(risk.id))]
  })

function upliftAssumption(option: CaseOption, { basis }: Pick<CaseContent, 'basis'>, worth: Worth): readonly Assumption[] {
  const { uplift, upliftOn } = flowsOf(option, basis)
  if (uplift?.metric.status !== 'ok' || !option.lines.some(({ kind }) => kind === upliftOn)) return []
  const { low, high } = option.overrun ? { low: quantile(option.overrun.overruns, 0.5, option.overrun.method), high: quantile(option.overrun.overruns, 0.9, option.overrun.method) } : boundsOf(option.bias?.category ?? 'outsourcing')
  return [straight({ key: 'uplift', kind: 'uplift', name: option.overrun ? `Uplift by ${option.overrun.name}` : 'Optimism bias of cost', unit: 'percent', base: uplift.metric.value, low, high, said: true, least: -100, at: (x) => ({ upliftPercent: x }) }, worth)]
}
const boundsOf = (category: BiasCategory) => ({ low: optimismBias[category].cost.lower, high: optimismBias[category].cost.upper })

function realisedAssumption(option: CaseOption, worth: Worth): readonly Assumption[] {
  const [used, base] = option.realised ? [classUsed(option.realised), benefitsDownlift(option.realised).metric] : []
  if (!used || base?.status !== 'ok') return []
  return [straight({ key: 'realised', kind: 'realised', name: 'Benefits usually realised', unit: 'percent', base: base.value * 100, low: Math.min(1, quantile(used.rates, 0.2)) * 100, high: 100, said: true, least: 0, most: 100, at: (x) => ({ realised: x / 100 }) }, worth)]
}

const netOfNothing = (content: Pick<CaseContent, 'options' | 'basis'>): number => { const nothing = nothingOf(content); return nothing ? netValueOf(nothing, content.basis) : 0 }

function delayAssumption({ doubt }: Pick<CaseContent, 'doubt'>, late: (delayYears: number) => number, nothing: number): Assumption {
  const one = { key: 'delay', kind: 'delay', name: 'Works end later', unit: 'year', base: 0, low: 0, high: doubt.delayYears, said: true } as const
  const at = (delayYears: number): number => late(delayYears) - nothing
  const steps = Array.from({ length: mostDelay * 2 + 1 }, (_, step) => step / 2)
  const worths = steps.map(at)
  const values = steps.slice(1).flatMap((to, step) => {
    const from = steps[step] ?? 0
    const [before, after] = [worths[step] ?? 0, worths[step + 1] ?? 0]
    return before === 0 ? [from] : before * after < 0 ? [bisect(at, from, to)] : []
  })
  return { ...one, atLow: at(0), atHigh: at(doubt.delayYears), ...switchingAt(one, values, at(0)) }
}

/** The rate moves by points at every year; the switching value is one rate for all years, the internal rate of return against doing nothing. */
function rateAssumption(option: CaseOption, { options, basis, doubt }: Pick<CaseContent, 'options' | 'basis' | 'doubt'>, worth: Worth): Assumption {
  const nothing = nothingOf({ options })
  const net = less(yearsOf(flowsOf(option, basis)).net, nothing ? yearsOf(flowsOf(nothing, basis)).net : [])
  const base = (1 / (factorsOf({ ...basis, timing: 'end' }, 2)[1] ?? 1) - 1) * 100
  const one = { key: 'rate', kind: 'rate', name: 'Discount rate', unit: 'percent', base, low: base - doubt.ratePoints, high: base + doubt.ratePoints, said: true } as const
  return { ...one, atLow: worth({ ratePoints: -doubt.ratePoints }), atHigh: worth({ ratePoints: doubt.ratePoints }), ...switchingAt(one, rateOf(net, basis).roots.map((rate) => rate * 100), worth({})) }
}

/** What options are worth when several assumptions move together, and which of them is then the best. */
export type ScenarioOutcome = { readonly scenario: CaseScenario; readonly worth: readonly { readonly optionId: string; readonly worth: number }[]; readonly bestId: string | undefined }

/** Each scenario over each option but doing nothing, and but those of which nobody has said what they cost or bring; the best is the option worth most, if it is worth more than doing nothing. */
export function tryScenarios(content: Pick<CaseContent, 'options' | 'basis' | 'scenarios'>): readonly ScenarioOutcome[] {
  const nothing = nothingOf(content)
  if (!nothing) return []
  return content.scenarios.map((scenario) => {
    const otherwise: Otherwise = { capital: 1 + scenario.capital / 100, revenue: 1 + scenario.revenue / 100, benefits: 1 + scenario.benefits / 100, ratePoints: scenario.ratePoints, delayYears: scenario.delayYears }
    const worth = content.options.filter((option) => option !== nothing && hasFlows(option)).map((option) => ({ optionId: option.id, worth: worthOf(option, content, otherwise) }))
    const [best] = worth.toSorted((a, b) => b.worth - a.worth)
    return { scenario, worth, bestId: best && best.worth > 0 ? best.optionId : nothing.id }
  })
}
