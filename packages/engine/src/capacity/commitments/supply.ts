import { dayNumber, type CivilDate, type Period } from '../../kernel/index.ts'
import { onPeriods, type Line } from '../lines.ts'
import { kindOfUnit, type PoolUnit } from '../pool.ts'

/** A pool as its people are committed: its capacity as given, and what is committed of it, in hundredths of its unit. */
export type CommittedPool = { readonly unit: PoolUnit; readonly capacity: readonly Line[]; readonly committed: readonly Line[] }
/** A period in which more people are committed than there are; a supply that nobody recorded is null. Hundredths of the pool's unit. */
export type OverCommitment = { readonly period: Period; readonly supply: bigint | null; readonly committed: bigint }

/**
 * The first period in which more of a pool is committed than it has, undefined where there is none. Both sides are counted as the load of
 * capacity counts them (`capacity-load`): hours by days, full-time equivalents as their average. Where no supply was recorded nothing can be committed.
 */
export function overCommitted({ unit, capacity, committed }: CommittedPool, periods: readonly Period[]): OverCommitment | undefined {
  const kind = kindOfUnit(unit)
  const supply = onPeriods(capacity, periods, kind)
  const sums = committedOn({ unit, committed }, periods)
  const at = periods.findIndex((_, index) => (sums[index] ?? 0n) > (supply[index] ?? 0n))
  const period = periods[at]
  return period && { period, supply: supply[at] ?? null, committed: sums[at] ?? 0n }
}

/** What is committed of a pool in each period, hundredths of its unit. */
export const committedOn = ({ unit, committed }: Omit<CommittedPool, 'capacity'>, periods: readonly Period[]): readonly bigint[] => {
  const parts = committed.map((line) => onPeriods([line], periods, kindOfUnit(unit)))
  return periods.map((_, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0n), 0n))
}

/** What is there of a pool's commitments within a stretch: all hours of it; of full-time equivalents the fewest on any of its days, for a crew is to be there from the first day on. */
export function presentWithin({ unit, committed }: Omit<CommittedPool, 'capacity'>, span: Period): bigint {
  if (kindOfUnit(unit) === 'flow') return committedOn({ unit, committed }, [span])[0] ?? 0n
  const days = [span.from, ...committed.flatMap(({ from, to }) => [from, to])].filter((day) => day >= span.from && day < span.to)
  return days.map((day) => levelOn(committed, day)).reduce((least, level) => (level < least ? level : least))
}

const levelOn = (lines: readonly Line[], day: CivilDate): bigint => lines.reduce((sum, { from, to, amount }) => (dayNumber(from) <= dayNumber(day) && dayNumber(day) < dayNumber(to) ? sum + amount : sum), 0n)
