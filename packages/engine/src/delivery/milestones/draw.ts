import { dayNumber, random, type CivilDate, type Random } from '../../kernel/index.ts'
import type { ContributorFacts, DateRange, ForecastGround } from './facts.ts'
import { leastSlips } from './slips.ts'

/** What a range of ends comes from: it is over; somebody's three points; how planned ends have held so far; the planned end alone, as if it were certain. */
export const rangeBases = ['done', 'estimate', 'record', 'date'] as const
export type RangeBasis = (typeof rangeBases)[number]

/** Ends of a contributor, run by run, as day numbers; or why there are none. */
export type Drawn = { readonly basis: RangeBasis; readonly likely: number; readonly days: Int32Array } | { readonly basis: 'none'; readonly because: string }

/** Draws the ends of a contributor. Each has a stream of its own, so that no other contributor changes what is drawn for it. */
export function drawEnds(one: ContributorFacts, { today, slips, seed, runs }: ForecastGround): Drawn {
  const { standing, plannedOn, range } = one
  const from = dayNumber(today)
  const drawn = (basis: RangeBasis, likely: CivilDate, draw: () => number): Drawn => ({ basis, likely: dayNumber(likely), days: drawnDays(runs, draw) })
  if (standing === 'gone') return { basis: 'none', because: `${one.name}: it was removed` }
  if (standing === 'stopped') return { basis: 'none', because: `${one.name}: it was stopped` }
  if (standing === 'done') {
    const day = plannedOn === null || plannedOn > today ? from : dayNumber(plannedOn)
    return drawn('done', plannedOn === null || plannedOn > today ? today : plannedOn, () => day)
  }
  const chance = random(streamOf(one.id, seed))
  if (range) return range.latestOn < today ? { basis: 'none', because: `a range of ${one.name} that has not passed` } : drawn('estimate', range.likelyOn, triangular(range, from, chance))
  if (plannedOn === null) return { basis: 'none', because: `an end of ${one.name}` }
  if (plannedOn < today) return { basis: 'none', because: `an end of ${one.name} that has not passed` }
  const left = dayNumber(plannedOn) - from
  if (slips.length < leastSlips) return drawn('date', plannedOn, () => from + left)
  return drawn('record', plannedOn, () => from + Math.round(left * (slips[chance.below(slips.length)] ?? 1)))
}

/** As many ends as there are runs; a plain loop, for this is most of the work. */
function drawnDays(runs: number, draw: () => number): Int32Array {
  const days = new Int32Array(runs)
  for (let run = 0; run < runs; run++) days[run] = draw()
  return days
}

/** Whole days of the triangular distribution by inversion, none before today: what has not happened lies ahead. */
function triangular({ earliestOn, likelyOn, latestOn }: DateRange, from: number, { next }: Random): () => number {
  const [low, mode, high] = [dayNumber(earliestOn), dayNumber(likelyOn), dayNumber(latestOn)]
  const bend = high === low ? 0 : (mode - low) / (high - low)
  return () => {
    const part = next()
    const day = part < bend ? low + Math.sqrt(part * (high - low) * (mode - low)) : high - Math.sqrt((1 - part) * (high - low) * (high - mode))
    return Math.max(from, Math.round(day))
  }
}

/** The seed of a contributor's own stream (FNV-1a over its id). */
function streamOf(id: string, seed: number): number {
  let mix = 0x811c9dc5 ^ seed
  for (let at = 0; at < id.length; at++) mix = Math.imul(mix ^ id.charCodeAt(at), 0x01000193)
  return mix >>> 0
}
