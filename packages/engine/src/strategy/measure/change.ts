import { formatDecimal, known, missing, numberFigure, parseDecimal, textFigure, undefinedBecause, type CivilDate, type Explained, type Explanation, type FiscalCalendar, type Metric, type Period } from '../../kernel/index.ts'
import type { MeasureFacts } from '../facts.ts'
import type { Aggregation } from './facts.ts'
import { partsOfPoint, spanWords } from './parts.ts'
import { periodHolding } from './periods.ts'
import { decimalText } from './read-parts.ts'
import { seriesOf, type SeriesPoint } from './series.ts'
import { priceVolume, priceVolumeMix, rateAndMix, type PricedLine, type SpikeParts } from './spike.ts'

export type PartKey = SpikeParts['parts'][number]['key']
/** One part of a change, in whole billionths of the unit of the measure. */
export type ChangePart = { readonly key: PartKey; readonly amount: bigint; readonly why: Explanation }

/**
 * The change of a measure from one of its periods to another, in parts that sum to it to the last digit (price-volume-mix). The change is that of
 * what was recorded, in whole billionths of the unit; where it or its parts cannot be told, it has a reason and no parts.
 */
export type ChangeParts = { readonly from: Period; readonly to: Period; readonly before: Explained<number>; readonly now: Explained<number>; readonly parts: readonly ChangePart[]; readonly total: Explained<bigint> }

/** Digits after the point to which a change is split: as many as an actual is kept with. */
const digits = 9
/** A figure in whole billionths. */
const billionths = (value: number): bigint => parseDecimal(decimalText(value), digits) ?? BigInt(Math.round(value)) * 1_000_000_000n
/** Billionths as decimal text: 8500000000n is 8.5. */
export const amountText = (amount: bigint): string => formatDecimal(amount, digits).replace(/\.?0+$/, '')

const isMean = (aggregation: Aggregation): boolean => aggregation === 'ratio' || aggregation === 'weighted_average'

/** The changes between neighbouring periods whose actuals both have parts, the newest first. */
export function changesOf(measure: MeasureFacts, calendar: FiscalCalendar): readonly ChangeParts[] {
  const series = seriesOf(measure, calendar)
  return series.slice(1).flatMap((now, at) => {
    const before = series[at]
    const change = before && (before.period.to === now.period.from || measure.frequency === 'ad_hoc') ? changeOver(measure, before, now) : undefined
    return change?.total.metric.status === 'ok' ? [change] : []
  }).toReversed()
}

/** The change from the period that holds one day to the one that holds another, earlier or later. A period without an actual is one with nothing known of it. */
export function changeBetween(measure: MeasureFacts, calendar: FiscalCalendar, from: CivilDate, to: CivilDate): ChangeParts {
  const series = seriesOf(measure, calendar)
  const pointOf = (day: CivilDate): SeriesPoint => {
    const period = periodHolding(measure.frequency, calendar, day)
    return series.find((point) => point.period.from === period.from) ?? { period, metric: undefinedBecause('NO_ACTUALS'), actuals: [] }
  }
  return changeOver(measure, pointOf(from), pointOf(to))
}

function changeOver(measure: MeasureFacts, before: SeriesPoint, now: SeriesPoint): ChangeParts {
  const [old, fresh] = [partsOfPoint(measure.aggregation, before), partsOfPoint(measure.aggregation, now)]
  const ends = { from: before.period, to: now.period, before: endOf(measure, before, old), now: endOf(measure, now, fresh) }
  const none = (metric: Metric<never>): ChangeParts => ({ ...ends, parts: [], total: { metric, why: { term: `Change of ${measure.name}`, figure: metric, formula: 'price-volume-mix', terms: [ends.before.why, ends.now.why] } } })
  if (old.status !== 'ok') return none(old)
  if (fresh.status !== 'ok') return none(fresh)
  const { parts } = isMean(measure.aggregation) ? rateAndMix(groupsOf(old.value, fresh.value), groupsOf(fresh.value, old.value)) : amounts(old.value, fresh.value)
  const total = billionths(valueAt(now)) - billionths(valueAt(before))
  const split = closing(parts, total).map(({ key, amount }): ChangePart => ({ key, amount, why: { term: partTerms[key], figure: figureOf(measure, amount), formula: 'price-volume-mix', note: partNotes[key] } }))
  return { ...ends, parts: split, total: { metric: known(total), why: { term: `Change of ${measure.name}`, figure: figureOf(measure, total), formula: 'price-volume-mix', terms: [ends.before.why, ...split.map(({ why }) => why), ends.now.why] } } }
}

/** Each part rounded to a billionth; the last one takes what rounding leaves, so that they sum to the total exactly. */
function closing(parts: SpikeParts['parts'], total: bigint): readonly { readonly key: PartKey; readonly amount: bigint }[] {
  const rounded = parts.map(({ key, amount }) => ({ key, amount: billionths(amount) }))
  const rest = total - rounded.slice(0, -1).reduce((sum, { amount }) => sum + amount, 0n)
  return rounded.map((part, at) => (at === rounded.length - 1 ? { ...part, amount: rest } : part))
}

const figureOf = ({ unit }: MeasureFacts, amount: bigint): Explanation['figure'] => known(numberFigure(Number(amountText(amount)), unit))
const valueAt = ({ metric }: SeriesPoint): number => (metric.status === 'ok' ? metric.value : 0)

/** What a period came to, with the lines that make it. */
function endOf(measure: MeasureFacts, { period, metric }: SeriesPoint, parts: Metric<readonly PricedLine[]>): Explained<number> {
  const figure: Metric<number> = metric.status === 'ok' ? metric : missing(`the actual of ${spanWords(period)}`)
  const lines = parts.status === 'ok' ? parts.value.map(({ name, volume, price }): Explanation => ({ term: name, figure: known(textFigure(`${decimalText(volume)} × ${decimalText(price)}`)) })) : []
  return { metric: figure, why: { term: `${measure.name} of ${spanWords(period)}`, figure: figure.status === 'ok' ? known(numberFigure(figure.value, measure.unit)) : figure, ...(lines.length > 0 ? { terms: lines } : {}) } }
}

const partTerms: Readonly<Record<PartKey, string>> = { volume: 'More or less of it', price: 'Prices', mix: 'Another mix', joint: 'Price and volume together', rate: 'Rates of the groups' }
const partNotes: Readonly<Record<PartKey, string>> = {
  volume: 'What the whole volume changed, at the mix and the prices of before', price: 'What prices changed, at the volumes that they met', mix: 'What the shares of the lines changed, at the rates or prices of before', joint: 'What price and volume changed together, beyond each alone',
  rate: 'What the rates of the groups changed, at their mean shares',
}

function amounts(before: readonly PricedLine[], now: readonly PricedLine[]): SpikeParts {
  const [old, fresh] = [before[0], now[0]]
  return before.length === 1 && now.length === 1 && old && fresh && old.name === fresh.name ? priceVolume(old, fresh) : priceVolumeMix(before, now)
}

/** Groups with their shares of the volume; one that is only on the other side has a share of zero and the rate it has there. */
function groupsOf(own: readonly PricedLine[], other: readonly PricedLine[]): readonly { readonly name: string; readonly share: number; readonly rate: number }[] {
  const volume = own.reduce((sum, line) => sum + line.volume, 0)
  const names = [...new Set([...own, ...other].map(({ name }) => name))].sort()
  return names.map((name) => {
    const line = own.find((one) => one.name === name)
    return { name, share: line && volume !== 0 ? line.volume / volume : 0, rate: line?.price ?? other.find((one) => one.name === name)?.price ?? 0 }
  })
}
