import { known, numberFigure, type Explained, type FiscalCalendar, type Period } from '../../kernel/index.ts'
import type { ActualFacts, MeasureFacts } from '../facts.ts'
import type { Aggregation } from './facts.ts'
import { seriesOf } from './series.ts'
import { priceVolume, priceVolumeMix, rateAndMix, type PricedLine, type SpikeParts } from './spike.ts'

/** A change from one period to the next, in parts that sum to it exactly (price-volume-mix). */
export type ChangeParts = { readonly from: Period; readonly to: Period; readonly total: Explained<number>; readonly parts: SpikeParts['parts'] }

/** What lines make together: volumes times prices; of a ratio the mean of the rates of its groups by volume. */
export function valueOfParts(aggregation: Aggregation, parts: readonly PricedLine[]): number {
  const volume = parts.reduce((sum, line) => sum + line.volume, 0)
  const value = parts.reduce((sum, line) => sum + line.volume * line.price, 0)
  return isMean(aggregation) ? (volume === 0 ? 0 : value / volume) : value
}

/** Whether an actual is what its parts make, to a millionth of it. */
export const partsMake = (aggregation: Aggregation, parts: readonly PricedLine[], value: number): boolean => Math.abs(valueOfParts(aggregation, parts) - value) <= 1e-6 * Math.max(1, Math.abs(value))

const isMean = (aggregation: Aggregation): boolean => aggregation === 'ratio' || aggregation === 'weighted_average'

/** The changes between neighbouring periods whose actuals both have parts, the newest first. */
export function changesOf(measure: MeasureFacts, calendar: FiscalCalendar): readonly ChangeParts[] {
  const points = seriesOf(measure, calendar).flatMap(({ period, actuals }) => (actuals.length === 1 && actuals[0]?.parts ? [{ period, parts: actuals[0].parts, actual: actuals[0] }] : []))
  return points.slice(1).flatMap((now, at) => {
    const before = points[at]
    return before && (before.period.to === now.period.from || measure.frequency === 'ad_hoc') ? [changeBetween(measure, before, now)] : []
  }).toReversed()
}

type Parted = { readonly period: Period; readonly parts: readonly PricedLine[]; readonly actual: ActualFacts }

function changeBetween(measure: MeasureFacts, before: Parted, now: Parted): ChangeParts {
  const { total, parts } = isMean(measure.aggregation) ? rateAndMix(groupsOf(before.parts, now.parts), groupsOf(now.parts, before.parts)) : amounts(before.parts, now.parts)
  return {
    from: before.period, to: now.period, parts,
    total: {
      metric: known(total),
      why: { term: `Change of ${measure.name}`, figure: known(numberFigure(total, measure.unit)), formula: 'price-volume-mix', terms: parts.map(({ key, amount }) => ({ term: partWords[key], figure: known(numberFigure(amount, measure.unit)) })) },
    },
  }
}

const partWords: Readonly<Record<SpikeParts['parts'][number]['key'], string>> = { volume: 'More or less of it', price: 'Prices', mix: 'Another mix', joint: 'Price and volume together', rate: 'Rates of the groups' }

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
