import { ok, roundRatioHalfEven } from '../../kernel/index.ts'
import { nearerZero, signOf } from './account.ts'
import type { ActOf } from './act.ts'
import type { LedgerView } from './book.ts'
import { move, type Posting } from './entry.ts'
import { benefitOf, firstBroken, holds, measureOf, periodOf, postable, type Checked } from './guards.ts'
import { claimOf, commitment, drawnBelow, pool } from './places.ts'
import { aboveTerms } from './realise.ts'
import { broken } from './refusal.ts'
import type { BenefitTerms, LedgerTerms, MeasureTerms } from './terms.ts'

/** Levels of a line of management within which nobody verifies for another (V-13). */
export const independenceLevels = 2

/** How many levels above another, and below them, somebody still depends on them. */
export type DependenceLevels = { readonly above: number; readonly below: number }
const ofVerification: DependenceLevels = { above: independenceLevels, below: independenceLevels }

/** The way by which somebody depends on another: themselves, or a line of at most so many levels, two unless said, up or down; undefined where independent. */
export function dependence(managers: ReadonlyMap<string, string>, person: string, other: string, levels: DependenceLevels = ofVerification): readonly string[] | undefined {
  if (person === other) return [person]
  const up = lineOf(managers, person, levels.below)
  const down = lineOf(managers, other, levels.above)
  const above = up.indexOf(other)
  if (above >= 0) return [person, ...up.slice(0, above + 1)]
  const below = down.indexOf(person)
  return below >= 0 ? [other, ...down.slice(0, below + 1)] : undefined
}

/** As `dependence`, of the first among several on whom somebody depends: claimants, owners, those who work on the thing. */
export function dependenceAmong(managers: ReadonlyMap<string, string>, person: string, others: readonly string[], levels: DependenceLevels = ofVerification): readonly string[] | undefined {
  for (const other of others) {
    const way = dependence(managers, person, other, levels)
    if (way) return way
  }
  return undefined
}

/** Those above somebody, so many levels; a line that runs in a circle ends where it comes back. */
function lineOf(managers: ReadonlyMap<string, string>, person: string, levels: number): readonly string[] {
  const line: string[] = []
  let at = managers.get(person)
  while (at !== undefined && at !== person && !line.includes(at) && line.length < levels) {
    line.push(at)
    at = managers.get(at)
  }
  return line
}

/** T7: somebody independent has looked at the evidence. */
export function verify(view: LedgerView, terms: LedgerTerms, act: ActOf<'verify'>): Checked<readonly Posting[]> {
  const on = claimedBenefit(terms, act)
  if (!on.ok) return on
  const { benefit, measure } = on.value
  const realised = claimOf('R10', benefit, measure.poolId, act.periodId)
  const allowed = firstBroken([
    () => postable(view, act.periodId, 'fact'),
    () => independent(view, terms, benefit, act),
    () => (act.sample ? ok(undefined) : broken('sample_missing', { benefit: benefit.name })),
    () => holds(view, realised, act.amount),
  ])
  return allowed.ok ? ok(move(claimOf('R20', benefit, measure.poolId, act.periodId), realised, act.amount)) : allowed
}

function independent(view: LedgerView, { managers, initiatives }: LedgerTerms, benefit: BenefitTerms, { by, periodId }: ActOf<'verify'>): Checked<void> {
  const involved = [...view.claimants(benefit.id, periodId), ...(benefit.ownerId === null ? [] : [benefit.ownerId]), ...(initiatives.get(benefit.initiativeId)?.team ?? [])]
  const way = dependenceAmong(managers, by, involved)
  return way ? broken('verifier_dependent', { benefit: benefit.name, verifier: by, way }) : ok(undefined)
}

/** T8: what was claimed and could not be shown goes back to the pool, and to the promise where it came from one. */
export function disallow(view: LedgerView, terms: LedgerTerms, act: ActOf<'disallow'>): Checked<readonly Posting[]> {
  const on = claimedBenefit(terms, act)
  if (!on.ok) return on
  const { benefit, measure } = on.value
  const { amount, periodId } = act
  const realised = claimOf('R10', benefit, measure.poolId, periodId)
  const allowed = firstBroken([
    () => postable(view, periodId, 'fact'),
    () => (act.reason ? ok(undefined) : broken('reason_missing', { act: act.kind })),
    () => holds(view, realised, amount),
  ])
  if (!allowed.ok) return allowed
  const [emergent, fulfilled] = [commitment('S11', benefit, periodId), commitment('A90', benefit, periodId)]
  const beyond = -view.balance(emergent)
  const back = signOf(beyond) === signOf(amount) ? nearerZero(amount, beyond) : 0n
  return ok([
    ...move(emergent, fulfilled, back),
    ...move(commitment('A30', benefit, periodId), fulfilled, amount - back),
    ...move(pool('M10', measure, periodId), realised, amount),
    ...measure.above.flatMap((one) => {
      const place = aboveTerms(terms, one)
      const drawn = drawnBelow(place, benefit.initiativeId, periodId)
      return move(pool('M10', place, periodId), drawn, nearerZero(roundRatioHalfEven(amount * one.numerator, one.denominator), view.balance(drawn)))
    }),
  ])
}

/** The benefit of an act on claims, with its measure and a period that is known. */
export function claimedBenefit(terms: LedgerTerms, act: { readonly benefitId: string; readonly periodId: string }): Checked<{ readonly benefit: BenefitTerms; readonly measure: MeasureTerms }> {
  const benefit = benefitOf(terms, act.benefitId)
  if (!benefit.ok) return benefit
  const period = periodOf(terms, act.periodId)
  if (!period.ok) return period
  const measure = measureOf(terms, benefit.value)
  return measure.ok ? ok({ benefit: benefit.value, measure: measure.value }) : measure
}
