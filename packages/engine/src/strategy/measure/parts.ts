import { addDays, known, missing, undefinedBecause, type Metric, type Period } from '../../kernel/index.ts'
import type { Aggregation } from './facts.ts'
import { decimalText } from './read-parts.ts'
import type { SeriesPoint } from './series.ts'
import type { PricedLine } from './spike.ts'

/** What lines make together: volumes times prices; of a ratio the mean of the rates of its groups by volume. */
export function valueOfParts(aggregation: Aggregation, parts: readonly PricedLine[]): number {
  const volume = parts.reduce((sum, line) => sum + line.volume, 0)
  const value = parts.reduce((sum, line) => sum + line.volume * line.price, 0)
  return aggregation === 'ratio' || aggregation === 'weighted_average' ? (volume === 0 ? 0 : value / volume) : value
}

/** Whether an actual is what its parts make, rounded to the last digit that it was given with, and never further off than a millionth of it. */
export function partsMake(aggregation: Aggregation, parts: readonly PricedLine[], value: number): boolean {
  const places = decimalText(value).split('.')[1]?.length ?? 0
  const size = parts.reduce((sum, line) => sum + Math.abs(line.volume * line.price), Math.max(1, Math.abs(value)))
  return Math.abs(valueOfParts(aggregation, parts) - value) <= Math.min(1e-6 * Math.max(1, Math.abs(value)), Number(`5e-${places + 1}`)) + 1e-12 * size
}

/**
 * The parts that make the figure of a period, or why there are none: no actual, an actual without parts, or parts that do not make the figure.
 * Where several actuals add up to it, or make one mean, lines of one name come together; where the last speaks for the period, its lines do.
 */
export function partsOfPoint(aggregation: Aggregation, { period, metric, actuals }: SeriesPoint): Metric<readonly PricedLine[]> {
  const of = spanWords(period)
  if (metric.status !== 'ok') return missing(`the actual of ${of}`)
  const speaking = aggregation === 'flow' || aggregation === 'ratio' || aggregation === 'weighted_average' ? actuals : actuals.slice(-1)
  const lines = speaking.flatMap(({ parts = [] }) => parts)
  if (speaking.length === 0 || speaking.some(({ parts = [] }) => parts.length === 0)) return missing(`the parts of ${of}`)
  const together = speaking.length === 1 ? lines : merged(lines)
  return partsMake(aggregation, together, metric.value) ? known(together) : undefinedBecause('PARTS_DIFFER')
}

/** A period by its first and its last day, or its one day. */
export function spanWords({ from, to }: Period): string {
  const last = addDays(to, -1)
  return last === from ? from : `${from} to ${last}`
}

/** Lines by their names: volumes added, at the price that makes their value. */
function merged(lines: readonly PricedLine[]): readonly PricedLine[] {
  return [...Map.groupBy(lines, ({ name }) => name)].map(([name, own]) => {
    const volume = own.reduce((sum, line) => sum + line.volume, 0)
    const value = own.reduce((sum, line) => sum + line.volume * line.price, 0)
    return { name, volume, price: volume === 0 ? 0 : value / volume }
  })
}
