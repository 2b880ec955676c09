import { daysBetween, known, minorDigits, missing, numberFigure, undefinedBecause, mapMetric, ratio, units, type CivilDate, type Explained, type Explanation, type Metric, type UnitCode } from '../../kernel/index.ts'
import { readUnit, type UnitOfAccount } from '../../value/index.ts'

/** A measure that an objective can be covered by, in its own unit (`units` of the kernel); `every` is how often it is measured, null where it has no periods. */
export type CoverableMeasure = { readonly id: string; readonly name: string; readonly unit: string; readonly every: 'month' | 'quarter' | 'year' | null; readonly baseline: number | null; readonly target: number | null; readonly dueOn: CivilDate | null }

/** What stands promised on a measure for a value period, from inside and to outside, in least units of account; favourable is positive. */
export type PromisedMovement = { readonly initiativeId: string; readonly measureId: string; readonly unit: UnitOfAccount; readonly from: CivilDate; readonly to: CivilDate; readonly least: bigint }

export type ExpectedMovement = { readonly initiativeId: string; readonly movement: number; readonly confidence: number }

/** What an objective needs and what is promised to it, in the unit of the measure that both are told in; what cannot be known says why. */
export type ToldCoverage = { readonly key: string; readonly measure: string | null; readonly unit: string | null; readonly required: Metric<number>; readonly expected: Metric<readonly ExpectedMovement[]> }

/** By the first measure of an objective of which need and promise are known; else by the first of which more is known. */
export function coverageTold(key: string, measures: readonly CoverableMeasure[], promised: readonly PromisedMovement[]): ToldCoverage {
  const told = measures.map((measure): ToldCoverage => ({ key, measure: measure.name, unit: measure.unit, required: requiredOf(measure), expected: expectedOf(measure, promised.filter(({ measureId }) => measureId === measure.id)) }))
  const found = told.find(({ required, expected }) => required.status === 'ok' && expected.status === 'ok') ?? told.find(({ required }) => required.status === 'ok') ?? told[0]
  return found ?? { key, measure: null, unit: null, required: missing('a measure'), expected: missing('a measure') }
}

function requiredOf({ baseline, target }: CoverableMeasure): Metric<number> {
  if (target === null) return undefinedBecause('NO_TARGET')
  if (baseline === null) return undefinedBecause('NO_BASELINE')
  return target === baseline ? undefinedBecause('TARGET_EQUALS_BASELINE') : known(Math.abs(target - baseline))
}

const days = { month: [28, 35], quarter: [84, 98], year: [364, 371] } as const

/** The promises of the last period that begins by the day on which the measure is due. Promises in another unit, or for periods of another length, tell nothing of it. */
function expectedOf({ unit, every, dueOn }: CoverableMeasure, promised: readonly PromisedMovement[]): Metric<readonly ExpectedMovement[]> {
  if (promised.length === 0) return missing('a promise')
  const sameUnit = promised.flatMap((one) => {
    const whole = wholeOf(one.unit, unit)
    return whole === null ? [] : [{ ...one, movement: Number(one.least) / whole }]
  })
  if (sameUnit.length === 0) return missing('a promise in the unit of the measure')
  const [least, most] = every === null ? [1, 0] : days[every]
  const inStep = sameUnit.filter(({ from, to }) => daysBetween(from, to) >= least && daysBetween(from, to) <= most)
  if (inStep.length === 0) return missing('a promise for periods like those of the measure')
  const last = inStep.flatMap(({ from }) => (dueOn === null || from <= dueOn ? [from] : [])).sort().at(-1)
  if (last === undefined) return missing('a promise by the day it is due')
  const own = Map.groupBy(inStep.filter(({ from }) => from === last), ({ initiativeId }) => initiativeId)
  return known([...own].map(([initiativeId, all]) => ({ initiativeId, movement: all.reduce((sum, { movement }) => sum + movement, 0), confidence: 1 })))
}

/** Least units of account in one unit of a measure; null where the two are different things. */
function wholeOf(account: UnitOfAccount, unit: string): number | null {
  const { base, cash } = readUnit(account)
  if (cash === undefined) return base === unit || `person_${base}` === unit ? 1 : null
  const currency = base.toLowerCase()
  return unit === currency ? 10 ** minorDigits(base) : unit === `${currency}_million` ? 10 ** (minorDigits(base) + 6) : null
}

const isUnit = (unit: string): unit is UnitCode => unit in units

/** What of an objective's need is promised by some initiatives (objective-coverage). */
export function coverageOf(told: ToldCoverage, statement: string, chosen: ReadonlySet<string>, nameOf: (id: string) => string): Explained<number> {
  const { required, expected } = told
  const own = expected.status === 'ok' ? expected.value.filter(({ initiativeId }) => chosen.has(initiativeId)) : []
  const movement: Metric<number> = mapMetric(expected, () => own.reduce((sum, one) => sum + one.movement * one.confidence, 0))
  const metric: Metric<number> = required.status !== 'ok' ? required : movement.status !== 'ok' ? movement : ratio(movement.value, required.value)
  const figure = (value: number) => numberFigure(value, told.unit !== null && isUnit(told.unit) ? told.unit : 'count')
  const terms: readonly Explanation[] = [
    { term: 'Promised', figure: mapMetric(movement, figure), terms: own.map((one) => ({ term: nameOf(one.initiativeId), figure: known(figure(one.movement * one.confidence)) })) },
    { term: 'Required, from the baseline to the target', figure: mapMetric(required, figure) },
  ]
  return { metric, why: { term: `Coverage of ${statement}`, figure: mapMetric(metric, (value) => numberFigure(value * 100, 'percent')), formula: 'objective-coverage', terms, ...(told.measure === null ? {} : { note: `By ${told.measure}` }) } }
}
