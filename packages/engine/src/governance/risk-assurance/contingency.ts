import { threatsBetween, type Drawdown } from '../../delivery/index.ts'
import { known, mapMetric, money, moneyFigure, numberFigure, ratio, undefinedBecause, type Explanation, type Metric } from '../../kernel/index.ts'
import type { RegisterFacts, RegisterFinding } from './facts.ts'
import { dayShown, finding, ofRegister } from './finding.ts'

/** What was drawn of a contingency, less what was taken back. */
export const drawnOf = (drawdowns: readonly Pick<Drawdown, 'amountMinor'>[]): bigint => drawdowns.reduce((sum, one) => sum + one.amountMinor, 0n)
/** Drawdowns that nobody took back. */
export function standingDrawdowns<D extends Pick<Drawdown, 'id' | 'reverses'>>(drawdowns: readonly D[]): readonly D[] {
  const reversed = new Set(drawdowns.map(({ reverses }) => reverses))
  return drawdowns.filter(({ id, reverses }) => reverses === null && !reversed.has(id))
}

/** What of a contingency is drawn since it was agreed, of what was left of it then, beside how far the exposure to threats fell meanwhile. `unestimated`: threats that are on neither side of the exposure. */
export type Drawing = { readonly drawn: bigint; readonly available: bigint; readonly exposureThen: bigint; readonly exposureNow: bigint; readonly unestimated: number; readonly drawnShare: Metric<number>; readonly fallenShare: Metric<number> }

/**
 * Which share of the contingency is drawn, and by which share the expected exposure to threats fell since it was agreed (risk-assurance). What was drawn
 * before that day (of one that was agreed anew) is in neither part of the share: the exposure is not followed that far back. Undefined where
 * nothing was agreed, or where there was no exposure on that day. 40 drawn of 100 while the exposure fell from 80 to 60: 0.4 beside 0.25.
 */
export function drawingOf({ contingency, drawdowns, risks, today }: RegisterFacts): Drawing | undefined {
  if (!contingency) return undefined
  const standing = standingDrawdowns(drawdowns)
  const [before, drawn] = [drawnOf(standing.filter(({ on }) => on < contingency.agreedOn)), drawnOf(standing.filter(({ on }) => on >= contingency.agreedOn))]
  const [available, { earlier: exposureThen, later: exposureNow, unestimated }] = [contingency.agreedMinor - before, threatsBetween(risks, contingency.agreedOn, today)]
  return { drawn, available, exposureThen, exposureNow, unestimated, drawnShare: available < 0n ? undefinedBecause('DIV_BY_ZERO') : ratio(Number(drawn), Number(available), 'DIV_BY_ZERO'), fallenShare: exposureThen === 0n ? undefinedBecause('NO_BASELINE') : ratio(Number(exposureThen - exposureNow), Number(exposureThen)) }
}

/** More drawn than was agreed, faster than the exposure fell, or for nothing that stands in the register. */
export function contingencyFindings(facts: RegisterFacts): readonly RegisterFinding[] {
  const { currency, contingency, drawdowns } = facts
  const amount = (term: string, minor: bigint): Explanation => ({ term, figure: known(moneyFigure(money(minor, currency))) })
  const uncaused = standingDrawdowns(drawdowns).filter((one) => one.for === null).map((one) =>
    finding({ rule: 'drawdown_uncaused', severity: 'medium', where: { kind: 'drawdown', id: one.id, name: `Drawdown of ${one.on}` }, found: 'a drawdown for no risk and no issue', expected: 'the risk or the issue that it was for', shown: [dayShown('Drawn', one.on), amount('Amount', one.amountMinor)] }))
  const drawing = drawingOf(facts)
  if (!contingency || !drawing) return uncaused
  const { drawn, available, exposureThen, exposureNow, unestimated, drawnShare, fallenShare } = drawing
  const percent = (metric: Metric<number>) => mapMetric(metric, (share) => numberFigure(Math.round(share * 1000) / 10, 'percent'))
  const shown = [dayShown('Agreed', contingency.agreedOn), amount('Agreed amount', contingency.agreedMinor), amount('Drawn', drawnOf(drawdowns))]
  const exceeded = drawnOf(drawdowns) > contingency.agreedMinor ? [finding({ rule: 'contingency_exceeded', severity: 'high', where: ofRegister, found: 'more drawn than was agreed', expected: 'a contingency that was agreed anew before', shown })] : []
  // drawn / available > (then − now) / then, in whole numbers: shares are rounded, and what is drawn just as fast is not ahead.
  const ahead = drawn > 0n && available > 0n && exposureThen > 0n && drawn * exposureThen > (exposureThen - exposureNow) * available
  return [...uncaused, ...exceeded, ...(ahead ? [finding({
    rule: 'contingency_ahead', severity: 'high', where: ofRegister, found: 'a larger share of the contingency drawn than the exposure fell by', expected: 'an exposure that falls as fast as the contingency is drawn',
    shown: [...shown, { term: 'Share drawn since then', figure: percent(drawnShare), terms: [amount('Drawn since then', drawn), amount('Left of it on that day', available)] }, amount('Exposure to threats when it was agreed', exposureThen), amount('Exposure to threats now', exposureNow), ...(unestimated > 0 ? [{ term: 'Threats not estimated on one of the days', figure: known(numberFigure(unestimated)), note: 'In neither exposure' }] : []), { term: 'Share by which it fell', figure: percent(fallenShare), terms: [amount('Fell by', exposureThen - exposureNow)] }],
  })] : [])]
}
