import { periodAt, periodLabel, type Grain } from '../../capacity/index.ts'
import { contains, known, largestRemainder, mapMetric, money, moneyFigure, numberFigure, undefinedBecause, type CivilDate, type Explained, type Explanation, type Figure, type FiscalCalendar, type Metric, type Money, type Period } from '../../kernel/index.ts'
import { serviceClasses, type ServiceClass } from './service.ts'
import { shiftOf, type MixShift } from './shift.ts'

/** The classes of services, and what belongs to no service. */
export const mixClasses = [...serviceClasses, 'unclassified'] as const
export type MixClass = (typeof mixClasses)[number]

/** Hours that were worked on a day, in hundredths, of the class that the service had then; what they cost in minor units, where it was given. */
export type WorkedHours = { readonly on: CivilDate; readonly class: ServiceClass | null; readonly hours: bigint; readonly costMinor: bigint | null; /** Whose they are, where they are of a service. */ readonly service?: { readonly id: string; readonly name: string } | null }
/** From a day on: which share of the hours non-mandated services are to have, from 0 to 1. */
export type MixTarget = { readonly fromOn: CivilDate; readonly share: number }

/** One class of a period: its hours in hundredths, what they cost as far as it was given, and its shares of both. */
export type ClassShare = { readonly class: MixClass; readonly hours: bigint; readonly share: Explained<number>; readonly cost: Explained<Money>; readonly costShare: Explained<number> }
/** How work divides in a period. `mandated`, `nonMandated` and `unclassified` are shares of hours and sum to exactly 1; `gap` is what non-mandated hours are above the target, in percentage points. */
export type MixPeriod = {
  readonly label: string; readonly period: Period; readonly hours: bigint
  /** Hours of which nobody said what they cost, in hundredths; they are in no cost. */
  readonly uncosted: bigint
  readonly classes: readonly ClassShare[]
  readonly mandated: Explained<number>; readonly nonMandated: Explained<number>; readonly unclassified: Explained<number>
  readonly target: Metric<number>; readonly gap: Explained<number>
}
/** Periods in their order, those without work among them; `earlier`: how many with work lie before the first of them; `shift`: what would bring the last of them to its target. */
export type ServiceMix = { readonly periods: readonly MixPeriod[]; readonly earlier: number; readonly shift: MixShift | null }
export type MixAsked = { readonly work: readonly WorkedHours[]; /** In the order in which they were set. */ readonly targets: readonly MixTarget[]; readonly calendar: FiscalCalendar; readonly grain: Grain; readonly currency: string }

/** Periods that one answer shows. */
const most = 12

/**
 * How the work of a PMO divides between mandated services and others, period by period (service-mix). Shares are in tenths of a per cent by
 * largest remainder, so that they sum to exactly 100 %; what belongs to no service is a part of its own and counts for neither side.
 */
export function serviceMix(asked: MixAsked): ServiceMix {
  const { work, calendar, grain } = asked
  const worked = [...new Set(work.map(({ on }) => periodAt(calendar, grain, on).from))].sort()
  const [first, last] = [worked[0], worked.at(-1)]
  if (first === undefined || last === undefined) return { periods: [], earlier: 0, shift: null }
  const periods: Period[] = []
  for (let at = periodAt(calendar, grain, first); at.from <= last; at = periodAt(calendar, grain, at.to)) periods.push(at)
  const shown = periods.slice(-most)
  const mixes = shown.map((one) => mixOf(asked, one))
  const latest = mixes.at(-1)
  const shift = latest ? shiftOf(latest, work.filter(({ on }) => contains(latest.period, on))) : null
  return { periods: mixes, shift, earlier: worked.filter((from) => from < (shown[0]?.from ?? '')).length }
}

function mixOf({ work, targets, calendar, grain, currency }: MixAsked, period: Period): MixPeriod {
  const label = periodLabel(calendar, grain, period)
  const own = work.filter(({ on }) => contains(period, on))
  const parts = mixClasses.map((one): Part => {
    const of = own.filter(({ class: found }) => (found ?? 'unclassified') === one)
    return { class: one, hours: sum(of.map(({ hours }) => hours)), cost: sum(of.map(({ costMinor }) => costMinor ?? 0n)), costed: of.some(({ costMinor }) => costMinor !== null) }
  })
  const uncosted = sum(own.filter(({ costMinor }) => costMinor === null).map(({ hours }) => hours))
  const [byHours, byCost] = [sharesOf(parts.map(({ hours }) => hours)), sharesOf(parts.map(({ cost }) => cost))]
  const amount = (minor: bigint): Money => money(minor, currency)
  const ofHours = hourTerms(parts)
  const ofCosts = parts.filter(({ costed }) => costed).map(({ class: term, cost }): Explanation => ({ term: mixWords[term], figure: known(moneyFigure(amount(cost))) }))
  const share = (term: string, metric: Metric<number>, terms: readonly Explanation[], note: string): Explained<number> => ({ metric, why: { term: `${term}, ${label}`, figure: mapMetric(metric, percentFigure), formula: 'service-mix', note, terms } })
  const together = (term: string, classes: readonly MixClass[]) => share(term, mapMetric(byHours, (all) => classes.reduce((tenths, one) => tenths + (all[mixClasses.indexOf(one)] ?? 0), 0) / 1000), ofHours, inTenths)
  const target = targetOf(targets, period)
  const nonMandated = together('Non-mandated', ['non_mandated'])
  return {
    label, period, hours: sum(parts.map(({ hours }) => hours)), uncosted,
    classes: parts.map(({ class: one, hours, cost, costed }, at) => ({
      class: one, hours, share: share(`Share of hours: ${mixWords[one]}`, mapMetric(byHours, (all) => (all[at] ?? 0) / 1000), ofHours, inTenths),
      cost: costOf(`${mixWords[one]}, cost, ${label}`, costed ? known(amount(cost)) : undefinedBecause('NO_ACTUALS')),
      costShare: share(`Share of cost: ${mixWords[one]}`, mapMetric(byCost, (all) => (all[at] ?? 0) / 1000), ofCosts, uncosted === 0n ? inTenths : `${inTenths}; of ${hoursText(uncosted)} hours nobody said what they cost`),
    })),
    mandated: together('Mandated', ['mandated_compliance', 'mandated_assurance']), nonMandated, unclassified: together('Belongs to no service', ['unclassified']),
    target: target === undefined ? undefinedBecause('NO_TARGET') : known(target.share), gap: gapOf(label, nonMandated.metric, target),
  }
}

type Part = { readonly class: MixClass; readonly hours: bigint; readonly cost: bigint; readonly costed: boolean }
const inTenths = 'In tenths of a per cent, so that all of them sum to 100 %'
const mixWords: Readonly<Record<MixClass, string>> = { mandated_compliance: 'Mandated compliance', mandated_assurance: 'Mandated assurance', non_mandated: 'Non-mandated', unclassified: 'Belongs to no service' }

const sum = (parts: readonly bigint[]): bigint => parts.reduce((all, one) => all + one, 0n)
const percentFigure = (share: number): Figure => numberFigure(Math.round(share * 1000) / 10, 'percent')
const hoursText = (hundredths: bigint): string => String(Number(hundredths) / 100)
const hourTerms = (parts: readonly Part[]): readonly Explanation[] => parts.filter(({ hours }) => hours > 0n).map(({ class: term, hours }) => ({ term: mixWords[term], figure: known(numberFigure(Number(hours) / 100, 'person_hour')) }))
/** The target that begins last of those that begin on the first day of a period or before; of several that begin on one day the one that was set last. */
const targetOf = (targets: readonly MixTarget[], period: Period): MixTarget | undefined => targets.filter(({ fromOn }) => fromOn <= period.from).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0)).at(-1)
/** Thousandths of each part that sum to exactly 1000. */
const sharesOf = (parts: readonly bigint[]): Metric<readonly number[]> => (sum(parts) === 0n ? undefinedBecause('NO_ACTUALS') : known(largestRemainder(1000n, parts).map(Number)))
const costOf = (term: string, metric: Metric<Money>): Explained<Money> => ({ metric, why: { term, figure: mapMetric(metric, moneyFigure), formula: 'service-mix', note: 'The sum of what was given with hours' } })

function gapOf(label: string, share: Metric<number>, target: MixTarget | undefined): Explained<number> {
  const metric = target === undefined ? undefinedBecause('NO_TARGET') : mapMetric(share, (one) => Math.round((one - target.share) * 1000) / 10)
  return {
    metric,
    why: {
      term: `Non-mandated against the target, ${label}`, figure: mapMetric(metric, (one) => numberFigure(one, 'percentage_point')), formula: 'service-mix',
      terms: [{ term: 'Non-mandated', figure: mapMetric(share, percentFigure) }, { term: 'Target', figure: target === undefined ? undefinedBecause('NO_TARGET') : known(percentFigure(target.share)) }],
    },
  }
}
