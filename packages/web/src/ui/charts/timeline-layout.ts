/** A bar on a time axis of equal periods, counted from 0. */
export type Span = { readonly from: number; readonly length: number }

/** Which rows of a long list are worth drawing: those in sight and a few beyond. */
export function rowsInSight(count: number, rowHeight: number, scrollTop: number, height: number): readonly [from: number, to: number] {
  const beyond = 6
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - beyond)
  return [Math.min(from, count), Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + beyond)]
}

/** The start among `allowed` (ascending) that is nearest to where a bar was let go, the earlier of two equally near; its own place where none is allowed. */
export function nearestStart(allowed: readonly number[], wanted: number, own: number): number {
  return allowed.reduce((best, each) => (Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best), allowed[0] ?? own)
}

/** The next allowed start before or after; its own where there is none. */
export function stepStart(allowed: readonly number[], own: number, step: 1 | -1): number {
  const further = step === 1 ? allowed.filter((each) => each > own) : allowed.filter((each) => each < own)
  return (step === 1 ? further[0] : further.at(-1)) ?? own
}

/** The part of a bar within an axis of `periods`, and at which ends it goes on beyond; nothing where it lies outside. */
export function clipSpan({ from, length }: Span, periods: number): (Span & { readonly before: boolean; readonly after: boolean }) | undefined {
  const [left, right] = [Math.max(0, from), Math.min(periods, from + length)]
  return right <= left ? undefined : { from: left, length: right - left, before: from < 0, after: from + length > periods }
}
