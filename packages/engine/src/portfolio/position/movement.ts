import type { Rating } from '../../demand/index.ts'
import { daysBetween, known, notApplicable, sameUnit, subtractMoney, undefinedBecause, type Metric, type Money } from '../../kernel/index.ts'
import { compareRatings } from './health.ts'
import type { PositionLine } from './facts.ts'

/** One thing that moved between two positions. */
export type Movement = {
  readonly line: PositionLine
  readonly kind: 'joined' | 'left' | 'rating' | 'cost' | 'benefits' | 'end'
  readonly fromRating: Rating | null
  readonly toRating: Rating | null
  readonly fromAmount: Metric<Money>
  readonly toAmount: Metric<Money>
  readonly change: Metric<Money>
  readonly fromDate: string | null
  readonly toDate: string | null
  /** Days that the end moved later; null for other kinds. */
  readonly days: number | null
}

export type MovementCounts = { readonly joined: number; readonly left: number; readonly better: number; readonly worse: number; readonly notComparable: number; readonly slipped: number; readonly costUp: number; readonly costDown: number }

/** What moved from one position to the next, by initiative; what did not move is not listed. */
export function movements(before: readonly PositionLine[], after: readonly PositionLine[]): readonly Movement[] {
  const earlier = new Map(before.map((line) => [line.id, line]))
  const later = new Set(after.map((line) => line.id))
  const left = before.filter(({ id }) => !later.has(id)).map((line) => ({ ...still(line), kind: 'left' as const, fromRating: line.rating, change: line.cost }))
  return [...after.flatMap((line) => movedSince(earlier.get(line.id), line)), ...left]
}

function movedSince(from: PositionLine | undefined, line: PositionLine): readonly Movement[] {
  if (!from) return [{ ...still(line), kind: 'joined', toRating: line.rating, change: line.cost }]
  const moved: Movement[] = []
  const direction = compareRatings(from.rating, line.rating)
  const scaleChanged = direction === 'not_comparable' && from.rating !== null && line.rating !== null
  if (direction === 'better' || direction === 'worse' || scaleChanged) moved.push({ ...still(line), kind: 'rating', fromRating: from.rating, toRating: line.rating })
  for (const kind of ['cost', 'benefits'] as const) {
    const change = changeOf(from[kind], line[kind])
    if (change.status === 'ok' && change.value.minor !== 0n) moved.push({ ...still(line), kind, fromAmount: from[kind], toAmount: line[kind], change })
  }
  const days = from.endOn && line.endOn ? daysBetween(from.endOn, line.endOn) : 0
  if (days !== 0) moved.push({ ...still(line), kind: 'end', fromDate: from.endOn, toDate: line.endOn, days })
  return moved
}

const still = (line: PositionLine): Omit<Movement, 'kind'> => ({ line, fromRating: null, toRating: null, fromAmount: notApplicable, toAmount: notApplicable, change: notApplicable, fromDate: null, toDate: null, days: null })

/** To minus from; undefined where either is, or where they are not of one unit. */
export function changeOf(from: Metric<Money>, to: Metric<Money>): Metric<Money> {
  if (to.status !== 'ok') return to
  if (from.status !== 'ok') return from
  return sameUnit(from.value, to.value) ? known(subtractMoney(to.value, from.value)) : undefinedBecause('MIXED_UNITS')
}

/** A slip counts from `slipDays` on: published dates move by a few days for no reason that matters. */
export const slipDays = 30

export function countMovements(moved: readonly Movement[]): MovementCounts {
  const count = (test: (movement: Movement) => boolean): number => moved.filter(test).length
  const direction = ({ fromRating, toRating }: Movement) => compareRatings(fromRating, toRating)
  const minor = ({ change }: Movement): bigint => (change.status === 'ok' ? change.value.minor : 0n)
  return {
    joined: count(({ kind }) => kind === 'joined'),
    left: count(({ kind }) => kind === 'left'),
    better: count((m) => m.kind === 'rating' && direction(m) === 'better'),
    worse: count((m) => m.kind === 'rating' && direction(m) === 'worse'),
    notComparable: count((m) => m.kind === 'rating' && direction(m) === 'not_comparable'),
    slipped: count(({ kind, days }) => kind === 'end' && (days ?? 0) >= slipDays),
    costUp: count((m) => m.kind === 'cost' && minor(m) > 0n),
    costDown: count((m) => m.kind === 'cost' && minor(m) < 0n),
  }
}
