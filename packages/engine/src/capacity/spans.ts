import { largestRemainder, roundRatioHalfEven } from '../kernel/index.ts'

/** A stretch `[from, to)` of whole days or whole months, counted from anywhere. */
export type Span = { readonly from: number; readonly to: number }
/** What somebody gave for a stretch: minor units of money, or hundredths of an hour, a day or a full-time equivalent. */
export type Given = Span & { readonly amount: bigint }

/** `flow`: an amount in the stretch, that is split by length (hours, days, money). `level`: a state during it, that is averaged (FTE). */
export type LineKind = 'flow' | 'level'

/** What two stretches share; 0 where they only touch. */
const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

/** What was given, on other stretches; null where none of it reaches. A flow loses nothing but what lies outside them all. */
export function onSpans(given: readonly Given[], cells: readonly Span[], kind: LineKind): readonly (bigint | null)[] {
  const sums = kind === 'flow' ? flows(given, cells) : cells.map((cell) => average(given, cell))
  return sums.map((sum, at) => (given.some((one) => shared(one, cells[at] ?? one) > 0) ? sum : null))
}

function flows(given: readonly Given[], cells: readonly Span[]): readonly bigint[] {
  const sums = cells.map(() => 0n)
  for (const one of given) for (const { at, part } of sharesOf(one, cells)) sums[at] = (sums[at] ?? 0n) + part
  return sums
}

/** What falls into each stretch that it reaches; the parts and what lies outside sum to the whole. */
function sharesOf(given: Given, cells: readonly Span[]): readonly { readonly at: number; readonly part: bigint }[] {
  const inside = cells.flatMap((cell, at) => (shared(given, cell) > 0 ? [{ at, length: shared(given, cell) }] : []))
  if (inside.length === 0) return []
  const outside = given.to - given.from - inside.reduce((sum, { length }) => sum + length, 0)
  const parts = largestRemainder(given.amount, [...inside.map(({ length }) => BigInt(length)), BigInt(Math.max(0, outside))])
  return inside.map(({ at }, index) => ({ at, part: parts[index] ?? 0n }))
}

/** The average over a stretch: 10 for the first of three months, and nothing after, is 3.33. */
const average = (given: readonly Given[], cell: Span): bigint =>
  roundRatioHalfEven(given.reduce((sum, one) => sum + one.amount * BigInt(shared(one, cell)), 0n), BigInt(cell.to - cell.from))

/** What was given with another amount for one stretch; null takes its own away. What reaches beyond it keeps what it says of the rest. */
export function withAmount(given: readonly Given[], hole: Span, amount: bigint | null, kind: LineKind): readonly Given[] {
  const kept = given.flatMap((one) => (shared(one, hole) > 0 ? outsideOf(one, hole, kind) : [one]))
  return [...kept, ...(amount === null ? [] : [{ ...hole, amount }])].toSorted((a, b) => a.from - b.from)
}

function outsideOf(given: Given, hole: Span, kind: LineKind): readonly Given[] {
  const pieces = [{ from: given.from, to: hole.from }, { from: hole.to, to: given.to }].filter(({ from, to }) => from < to)
  const parts = onSpans([given], pieces, 'flow')
  return pieces.map((piece, at) => ({ ...piece, amount: kind === 'level' ? given.amount : (parts[at] ?? 0n) }))
}
