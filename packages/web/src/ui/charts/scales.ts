import { nice, ticks as roundTicks } from 'd3-array'

export type ScaleKind = 'linear' | 'log' | 'symlog'

/** An axis: how it is scaled, what it measures and how its values are written. */
export type Axis = { readonly label: string; readonly scale?: ScaleKind; format(value: number): string; /** Ends of the axis; the values' own unless given. */ readonly domain?: readonly [number, number]; /** Where to print values, as for whole years; round places unless given. */ readonly ticks?: readonly number[] }

export type Scale = { (value: number): number; readonly ticks: readonly number[]; readonly domain: readonly [number, number] }

/**
 * A scale over values with round ends. A logarithmic one needs values above zero and otherwise falls back to symlog,
 * which keeps the sign and the zero; its linear part reaches to the median size of the values.
 */
export function makeScale(values: readonly number[], axis: Axis, range: readonly [number, number], wantedTicks = 6): Scale {
  const finite = values.filter(Number.isFinite)
  const [low, high] = axis.domain ?? widened(Math.min(...finite, Infinity), Math.max(...finite, -Infinity))
  const kind = axis.scale === 'log' && low <= 0 ? 'symlog' : (axis.scale ?? 'linear')
  if (kind === 'log') {
    const ends: readonly [number, number] = axis.domain ?? [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high))]
    return finish(mapped(Math.log, ends, range), axis.ticks ?? pick(logTicks(ends), wantedTicks), ends)
  }
  if (kind === 'symlog') {
    const part = linearPart(finite)
    const scale = mapped((value) => Math.sign(value) * Math.log1p(Math.abs(value / part)), [low, high], range)
    return finish(scale, axis.ticks ?? symlogTicks(low, high, scale, range), [low, high])
  }
  const ends: readonly [number, number] = axis.domain ?? nice(low, high, wantedTicks)
  return finish(mapped((value) => value, ends, range), axis.ticks ?? roundTicks(ends[0], ends[1], wantedTicks), ends)
}

/** A scale from zero, or from the least value below it, with round ends: for bars. */
export function barScale(ends: readonly number[], range: readonly [number, number], wantedTicks = 5): Scale {
  return makeScale([0, ...ends], { label: '', format: String }, range, wantedTicks)
}

export type Bands = { start(index: number): number; readonly width: number; readonly step: number }

/** Equal places for `count` bars between two ends; `padding` is the share of each step left free. */
export function bands(count: number, [from, to]: readonly [number, number], padding: number): Bands {
  const step = (to - from) / Math.max(1, count + padding)
  const first = from + (to - from - step * (count - padding)) / 2
  return { start: (index) => first + index * step, width: step * (1 - padding), step }
}

/** Straight after a bend: the bend of the domain's ends falls on the range's ends. */
function mapped(bend: (value: number) => number, [low, high]: readonly [number, number], [from, to]: readonly [number, number]): (value: number) => number {
  const [bottom, top] = [bend(low), bend(high)]
  return (value) => (top === bottom ? from : from + ((bend(value) - bottom) / (top - bottom)) * (to - from))
}

const finish = (scale: (value: number) => number, ticks: readonly number[], domain: readonly [number, number]): Scale => Object.assign((value: number) => scale(value), { ticks, domain })

/** 1, 2 and 5 times the powers of ten between two ends above zero. */
function logTicks([low, high]: readonly [number, number]): number[] {
  const powers = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, index) => Math.floor(Math.log10(low)) + index)
  return powers.flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power)).filter((value) => value >= low && value <= high)
}

function widened(low: number, high: number): [number, number] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1]
  return low === high ? [Math.min(0, low), high === 0 ? 1 : Math.max(0, high)] : [low, high]
}

/** The middle of the sizes, so that half of the values lie in the part that is nearly linear. */
function linearPart(values: readonly number[]): number {
  const sizes = values.map(Math.abs).filter((size) => size > 0).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 1
}

/** 1, 2 and 5 times powers of ten on both sides of zero, thinned until they stand at least 26 px apart. */
function symlogTicks(low: number, high: number, scale: (value: number) => number, range: readonly [number, number]): number[] {
  const reach = Math.max(Math.abs(low), Math.abs(high), 1e-9)
  const top = Math.ceil(Math.log10(reach))
  const sizes = Array.from({ length: 6 }, (_, index) => top - index).flatMap((power) => [5, 2, 1].map((step) => step * 10 ** power))
  const wanted = [0, ...sizes.flatMap((size) => [size, -size])].filter((value) => value >= low && value <= high)
  const kept: number[] = []
  for (const value of wanted) if (kept.every((other) => Math.abs(scale(other) - scale(value)) >= Math.min(26, Math.abs(range[1] - range[0]) / 3))) kept.push(value)
  return kept.sort((a, b) => a - b)
}

const pick = (ticks: readonly number[], wanted: number): number[] => ticks.filter((_, index) => index % Math.ceil(ticks.length / wanted) === 0)

/** Radius whose area is in proportion to a size; the largest gets `most` px, none falls below 2 px. */
export function areaRadius(largest: number, most: number): (size: number) => number {
  return (size) => (largest <= 0 ? 2 : Math.max(2, Math.sqrt(Math.max(0, size) / largest) * most))
}
