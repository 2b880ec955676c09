import { invariant, ok, roundRatioHalfEven } from '../../kernel/index.ts'
import { magnitude, nearerZero, signOf } from './account.ts'
import type { Claim, Offset } from './act.ts'
import { allocate } from './attribution.ts'
import type { LedgerView } from './book.ts'
import { move, type Posting } from './entry.ts'
import { benefitOf, firstBroken, measureOf, over, periodOf, postable, sameUnitOf, type Checked } from './guards.ts'
import { claimOf, commitment, drawnBelow, pool } from './places.ts'
import { chainOf } from './plans.ts'
import { broken, type LedgerCode, type RefusalValues } from './refusal.ts'
import { inPeriod, type BenefitTerms, type InitiativeTerms, type LedgerTerms, type MeasureTerms, type PoolAbove } from './terms.ts'

/** Level of evidence that both sides of an offset need, of 0 to 5 (V-5). */
export const offsetEvidence = 3

/** What a claim may take at most under one rule: least units, without sign. */
export type Cap = { readonly code: LedgerCode; readonly most: bigint; readonly values: RefusalValues }
export type Realised = { readonly postings: readonly Posting[]; readonly claim: Claim; readonly withheld?: { readonly amount: bigint; readonly code: LedgerCode } }
type Claiming = { readonly claim: Claim; readonly benefit: BenefitTerms; readonly measure: MeasureTerms; readonly initiative: InitiativeTerms; readonly offset: OffsetTerms | undefined }
type OffsetTerms = { readonly offset: Offset; readonly benefit: BenefitTerms }

/** T6: claims movement for a benefit, in the order of guards that docs/specs/value-ledger.md promises. */
export function realise(view: LedgerView, terms: LedgerTerms, asClaimed: Claim): Checked<Realised> {
  const claim = claimAlone(asClaimed)
  const known = claimingOf(terms, claim)
  if (!known.ok) return known
  const claiming = known.value
  const allowed = permitted(view, terms, claiming)
  if (!allowed.ok) return allowed
  const caps = capsOf(view, terms, claiming)
  if (!caps.ok) return caps
  const asked = magnitude(claim.amount)
  const tightest = caps.value.reduce((least, cap) => (cap.most < least.most ? cap : least))
  const first = caps.value.find(({ most }) => most < asked)
  if (first === undefined) return ok({ postings: drawn(view, terms, claiming, claim.amount), claim })
  const values = { benefit: claiming.benefit.name, period: claim.periodId, asked, allowed: tightest.most, ...first.values }
  if (!claim.upToCap || tightest.most === 0n) return broken(first.code, values)
  const sign = BigInt(signOf(claim.amount))
  return ok({ postings: drawn(view, terms, claiming, sign * tightest.most), claim, withheld: { amount: sign * (asked - tightest.most), code: tightest.code } })
}

/** The claim without the act that it came in: so it is kept with its entry. */
const claimAlone = ({ benefitId, periodId, amount, upToCap, earlyEvidence, offset, evidenceLevel }: Claim): Claim => ({
  benefitId, periodId, amount, ...(upToCap ? { upToCap } : {}), ...(earlyEvidence ? { earlyEvidence } : {}), ...(offset ? { offset } : {}), ...(evidenceLevel === undefined ? {} : { evidenceLevel }),
})

function claimingOf(terms: LedgerTerms, claim: Claim): Checked<Claiming> {
  const benefit = benefitOf(terms, claim.benefitId)
  if (!benefit.ok) return benefit
  const period = periodOf(terms, claim.periodId)
  if (!period.ok) return period
  const measure = measureOf(terms, benefit.value)
  if (!measure.ok) return measure
  const initiative = terms.initiatives.get(benefit.value.initiativeId)
  invariant(initiative, `the initiative ${benefit.value.initiativeId} of a benefit is among the terms`)
  if (!claim.offset) return ok({ claim, benefit: benefit.value, measure: measure.value, initiative, offset: undefined })
  const other = benefitOf(terms, claim.offset.benefitId)
  return other.ok ? ok({ claim, benefit: benefit.value, measure: measure.value, initiative, offset: { offset: claim.offset, benefit: other.value } }) : other
}

/** What has to hold before any amount is looked at. */
function permitted(view: LedgerView, terms: LedgerTerms, { claim, benefit, measure, initiative, offset }: Claiming): Checked<void> {
  const { periodId, amount } = claim
  const sameSide = (of: BenefitTerms, sign: number): boolean => (['S10', 'S11'] as const).every((code) => [0, sign].includes(signOf(-view.balance(commitment(code, of, periodId)))))
  return firstBroken([
    () => (amount === 0n || (offset !== undefined && (offset.offset.amount <= 0n || offset.benefit.id === benefit.id)) ? broken('amount_wrong', { amount, expected: 'an amount other than zero, and an offset above zero of another benefit' }) : ok(undefined)),
    () => postable(view, periodId, 'fact'),
    () => {
      const period = periodOf(terms, periodId)
      return period.ok ? over(terms, period.value) : period
    },
    () => sameUnitOf(benefit, measure),
    () => (offset && offset.benefit.measureId !== measure.id ? broken('unit_differs', { benefit: offset.benefit.name, found: offset.benefit.measureId ?? 'none', expected: measure.name }) : ok(undefined)),
    () => firstBroken([measure, ...measure.above].map(({ poolId }) => () => (view.measured(poolId, periodId) ? ok(undefined) : broken('actual_missing', { measure: measure.name, pool: poolId, period: periodId })))),
    () => chainOf(view, terms, benefit, periodId),
    () => (initiative.assist && !measure.attribution?.weights.some((one) => one.initiativeId === initiative.id && one.weight > 0n) ? broken('assist_without_share', { initiative: initiative.name, measure: measure.name }) : ok(undefined)),
    () => (claim.earlyEvidence || (['A30', 'A90'] as const).some((code) => view.balance(commitment(code, benefit, periodId)) !== 0n) ? ok(undefined) : broken('not_delivered', { benefit: benefit.name, period: periodId })),
    () => (offset && Math.min(claim.evidenceLevel ?? 0, offset.offset.evidenceLevel) < offsetEvidence ? broken('evidence_too_weak', { found: Math.min(claim.evidenceLevel ?? 0, offset.offset.evidenceLevel), expected: offsetEvidence }) : ok(undefined)),
    () => (benefit.needsAdoption && !terms.adoption.has(inPeriod(benefit.id, periodId)) ? broken('adoption_missing', { benefit: benefit.name, period: periodId }) : ok(undefined)),
    () => (measure.attribution === null ? broken('method_missing', { benefit: benefit.name, measure: measure.name }) : ok(undefined)),
    () => (sameSide(benefit, signOf(amount)) && (!offset || sameSide(offset.benefit, -signOf(amount))) ? ok(undefined) : broken('sign_differs', { benefit: benefit.name, asked: amount, expected: 'the sign of what was promised' })),
    () => {
      const left = view.balance(pool('M10', measure, periodId)) + offsetAmount(offset, amount)
      return left !== 0n && signOf(left) !== signOf(amount) ? broken('sign_differs', { benefit: benefit.name, asked: amount, left }) : ok(undefined)
    },
  ])
}

/** Room that an offset makes, with the sign of the claim. */
const offsetAmount = (offset: OffsetTerms | undefined, amount: bigint): bigint => (offset ? BigInt(signOf(amount)) * offset.offset.amount : 0n)

/** What each rule allows, in the order of precedence: V-7, V-8, V-1, V-6. */
export function capsOf(view: LedgerView, terms: LedgerTerms, { claim, benefit, measure, initiative, offset }: Claiming): Checked<readonly Cap[]> {
  const { periodId } = claim
  const sign = BigInt(signOf(claim.amount))
  const room = offset?.offset.amount ?? 0n
  const moved = -view.balance(pool('S20', measure, periodId))
  const had = sign * (view.claimed(measure.poolId, periodId, initiative.id) - view.offset(measure.poolId, periodId, initiative.id))
  const cap = (code: LedgerCode, most: bigint, values: RefusalValues): Cap => ({ code, most: most < 0n ? 0n : most, values })
  const share = measure.attribution === null ? 0n : (allocate(measure.attribution, moved).byInitiative.get(initiative.id) ?? 0n)
  const adoption = terms.adoptionPolicy === 'limit' && benefit.needsAdoption ? terms.adoption.get(inPeriod(benefit.id, periodId)) : undefined
  const limited = adoption && adoption.reached < adoption.planned ? [cap('adoption_short', (sign * moved * adoption.reached) / adoption.planned - had + room, { planned: adoption.planned, reached: adoption.reached })] : []
  const left = sign * view.balance(pool('M10', measure, periodId)) + room
  const above = measure.above.map((one): Cap => {
    const leftAbove = sign * view.balance(pool('M10', aboveTerms(terms, one), periodId)) + converted(room, one)
    return cap('ancestor_short', (leftAbove * one.denominator) / one.numerator, { pool: one.poolId, leftAbove })
  })
  return ok([...limited, cap('cap_contract', sign * share - had + room, { initiative: initiative.name, share: sign * share, had }), cap('pool_short', left, { measure: measure.name, left }), ...above])
}

const converted = (amount: bigint, { numerator, denominator }: PoolAbove): bigint => roundRatioHalfEven(amount * numerator, denominator)

/** A pool above with its unit. */
export function aboveTerms(terms: LedgerTerms, { poolId }: PoolAbove): Pick<MeasureTerms, 'poolId' | 'unit'> {
  const found = [...terms.measures.values()].find((measure) => measure.poolId === poolId)
  invariant(found, `the pool ${poolId} above another is among the terms`)
  return found
}

function drawn(view: LedgerView, terms: LedgerTerms, { claim, benefit, measure, initiative, offset }: Claiming, amount: bigint): readonly Posting[] {
  const own = drawFor(view, terms, { benefit, measure, periodId: claim.periodId }, amount)
  if (!offset) return own
  const against = drawFor(view, terms, { benefit: offset.benefit, measure, periodId: claim.periodId }, -offsetAmount(offset, amount))
  return [...own, ...against.map((posting) => (posting.account.code === 'R10' ? { ...posting, offsetFor: initiative.id } : posting))]
}

/** One side of a claim: what was delivered is fulfilled, what goes beyond is emergent; pool and pools above are drawn. */
function drawFor(view: LedgerView, terms: LedgerTerms, { benefit, measure, periodId }: { readonly benefit: BenefitTerms; readonly measure: MeasureTerms; readonly periodId: string }, amount: bigint): readonly Posting[] {
  const [fulfilled, delivered] = [commitment('A90', benefit, periodId), commitment('A30', benefit, periodId)]
  const waiting = view.balance(delivered)
  const met = signOf(waiting) === signOf(amount) ? nearerZero(amount, waiting) : 0n
  return [
    ...move(fulfilled, delivered, met),
    ...move(fulfilled, commitment('S11', benefit, periodId), amount - met),
    ...move(claimOf('R10', benefit, measure.poolId, periodId), pool('M10', measure, periodId), amount),
    ...measure.above.flatMap((one) => {
      const place = aboveTerms(terms, one)
      return move(drawnBelow(place, benefit.initiativeId, periodId), pool('M10', place, periodId), converted(amount, one))
    }),
  ]
}
