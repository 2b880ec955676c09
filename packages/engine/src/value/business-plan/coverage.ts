import type { Explained, Metric, Period } from '../../kernel/index.ts'
import { known, ratio, undefinedBecause } from '../../kernel/index.ts'
import type { UnitOfAccount } from '../ledger/account.ts'
import { explainTotal } from './explain.ts'
import { planMovement, type PlanAmount, type PlanKind } from './line.ts'

/** Of benefits, what stands promised, what is forecast of what was approved, and what is realised. */
export const planStages = ['promised', 'forecast', 'realised'] as const
export type PlanStage = (typeof planStages)[number]

/** What one benefit brings in one value period, in one unit of account, at the stage that is looked at. */
export type PlanClaim = Period & { readonly benefitId: string; readonly benefit: string; /** A step on the way is in no total. */ readonly counted: boolean; /** Of an initiative that was removed, and not realised: nobody delivers it. */ readonly undelivered?: boolean; readonly unit: UnitOfAccount; readonly amount: bigint }
export type PlanLine = { readonly id: string; readonly name: string; readonly kind: PlanKind; readonly unit: UnitOfAccount; readonly amounts: readonly PlanAmount[]; readonly claims: readonly PlanClaim[] }

/** Why a claim of a benefit on a line is not added up. */
export type ApartReason = 'other_unit' | 'other_period' | 'step_on_the_way' | 'initiative_removed'
export type ApartClaim = PlanClaim & { readonly because: ApartReason }

/** How a line stands in a period: `no_ambition` where the plan moves nothing for the better, `unknown` without a baseline. */
export type PlanStanding = 'covered' | 'partly_covered' | 'uncovered' | 'over_covered' | 'no_ambition' | 'unknown'

export type PlanFigures = { readonly claimed: Explained<bigint>; readonly ambition: Explained<bigint>; readonly covered: Explained<bigint>; readonly uncovered: Explained<bigint>; readonly over: Explained<bigint>; readonly coverage: Explained<number> }
/** A line in one of its periods, with what each benefit brings of it; `explainPlanPart` says why its figures are what they are. */
export type PlanPart = PlanSums & PlanAmount & { readonly claims: readonly PlanBrought[]; readonly standing: PlanStanding }
/** What a benefit brings in a period of a line, over all value periods within it. */
export type PlanBrought = Pick<PlanClaim, 'benefitId' | 'benefit' | 'amount'>
export type PlanLineCoverage = Omit<PlanLine, 'amounts' | 'claims'> & { readonly parts: readonly PlanPart[]; readonly apart: readonly ApartClaim[] }
/** Lines of one kind in one unit of account; `unknown` counts periods of lines without a baseline, which are in no figure. */
export type PlanTotal = PlanFigures & { readonly kind: PlanKind; readonly unit: UnitOfAccount; readonly lines: number; readonly over_covered: number; readonly unknown: number }

/** The amounts of a line in a period: covered + uncovered = ambition, and covered + over = claimed. */
export type PlanSums = { readonly claimed: Metric<bigint>; readonly ambition: Metric<bigint>; readonly covered: Metric<bigint>; readonly uncovered: Metric<bigint>; readonly over: Metric<bigint>; readonly coverage: Metric<number> }

/** What of a line’s plan has a benefit behind it, period by period, and which claims are not added up (plan-coverage). */
export function planCoverage({ amounts, claims, ...line }: PlanLine): PlanLineCoverage {
  const placed = claims.map((claim) => ({ claim, in: amounts.find(({ from, to }) => from <= claim.from && claim.to <= to), because: whyApart(line.unit, amounts, claim) }))
  const parts = amounts.map((one): PlanPart => {
    const own = placed.flatMap(({ claim, in: period, because }) => (period === one && because === undefined ? [claim] : []))
    const sums = sumsOf(own.reduce((sum, { amount }) => sum + amount, 0n), planMovement(line.kind, one))
    return { ...one, ...sums, claims: broughtBy(own), standing: standingOf(sums) }
  })
  return { ...line, parts, apart: placed.flatMap(({ claim, because }) => (because === undefined ? [] : [{ ...claim, because }])) }
}

/** Kind by kind and unit by unit: what one line has too much of covers no other (plan-coverage). */
export function planTotals(lines: readonly PlanLineCoverage[], stage: PlanStage): readonly PlanTotal[] {
  return [...Map.groupBy(lines, ({ kind, unit }) => `${kind} ${unit}`).values()].flatMap((own): PlanTotal[] => {
    const [first] = own
    if (!first) return []
    const parts = own.flatMap((line) => line.parts)
    const there = parts.filter(isKnown)
    const lines = own.map(({ name, parts: periods }) => ({ name, sums: totalOf(periods.filter(isKnown)) }))
    const figures = explainTotal(first, lines, totalOf(there), stage)
    return [{ kind: first.kind, unit: first.unit, ...figures, lines: own.length, over_covered: there.filter(({ standing }) => standing === 'over_covered').length, unknown: parts.length - there.length }]
  })
}

const isKnown = ({ standing }: PlanPart): boolean => standing !== 'unknown'

/** Claims of a benefit in several value periods are one. */
function broughtBy(claims: readonly PlanClaim[]): readonly PlanBrought[] {
  return [...Map.groupBy(claims, ({ benefitId }) => benefitId)].map(([benefitId, own]) => ({ benefitId, benefit: own[0]?.benefit ?? '', amount: own.reduce((sum, { amount }) => sum + amount, 0n) }))
}

function whyApart(unit: UnitOfAccount, amounts: readonly PlanAmount[], claim: PlanClaim): ApartReason | undefined {
  if (!claim.counted) return 'step_on_the_way'
  if (claim.undelivered) return 'initiative_removed'
  if (claim.unit !== unit) return 'other_unit'
  return amounts.some(({ from, to }) => from <= claim.from && claim.to <= to) ? undefined : 'other_period'
}

/** Where the plan gets worse nothing has to be delivered: whatever is claimed there is more than the plan moves. */
function sumsOf(claimed: bigint, movement: bigint | undefined): PlanSums {
  if (movement === undefined) {
    const unknown = undefinedBecause('NO_BASELINE')
    return { claimed: known(claimed), ambition: unknown, covered: unknown, uncovered: unknown, over: unknown, coverage: unknown }
  }
  const ambition = movement > 0n ? movement : 0n
  const covered = claimed < ambition ? claimed : ambition
  return { claimed: known(claimed), ambition: known(ambition), covered: known(covered), uncovered: known(ambition - covered), over: known(claimed - covered), coverage: ratio(Number(covered), Number(ambition), 'NO_AMBITION') }
}

function totalOf(parts: readonly PlanSums[]): PlanSums {
  const sum = (of: (part: PlanSums) => Metric<bigint>): bigint => parts.reduce((all, part) => { const metric = of(part); return metric.status === 'ok' ? all + metric.value : all }, 0n)
  const [ambition, covered] = [sum((part) => part.ambition), sum((part) => part.covered)]
  const unless = (value: bigint): Metric<bigint> => (parts.length === 0 ? undefinedBecause('NO_BASELINE') : known(value))
  return { claimed: known(sum((part) => part.claimed)), ambition: unless(ambition), covered: unless(covered), uncovered: unless(sum((part) => part.uncovered)), over: unless(sum((part) => part.over)), coverage: parts.length === 0 ? undefinedBecause('NO_BASELINE') : ratio(Number(covered), Number(ambition), 'NO_AMBITION') }
}

function standingOf({ ambition, covered, over }: PlanSums): PlanStanding {
  const [whole, part, more] = [ambition, covered, over].map((metric) => (metric.status === 'ok' ? metric.value : undefined))
  if (whole === undefined || part === undefined || more === undefined) return 'unknown'
  if (more > 0n) return 'over_covered'
  if (whole === 0n) return 'no_ambition'
  return part <= 0n ? 'uncovered' : part === whole ? 'covered' : 'partly_covered'
}
