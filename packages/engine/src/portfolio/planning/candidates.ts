import { byPeriodSinceStart } from '../../capacity/index.ts'
import { pointsPerAlignment, type ValueChoice } from '../case.ts'
import type { RoadmapCandidate, Variant, WorthOverTime } from '../roadmap/index.ts'
import type { PlanFacts, PlannedVariant, RoadmapFacts } from './facts.ts'
import { atShare, benefitsFrom, costsFrom, placeOf, type Horizon } from './horizon.ts'
import { mayDraw } from './limits.ts'

/** The pot of money that nobody assigned to one. */
export const noPot = { id: 'unassigned', name: 'Money without a pot' }
/** The objective of money. */
export const moneyObjective = 'benefits'

/** A candidate with the start and the variant that the plan of record has. */
export type Prepared = { readonly candidate: RoadmapCandidate; readonly planned: { readonly variantId: string; readonly start: number }; /** The starts are nobody's word: its planned one or later. */ readonly startsAssumed: boolean; readonly costsAssumed: boolean }

/** Turns an initiative into a candidate, or says why it is none. */
export function prepareCandidate(facts: PlanFacts, all: RoadmapFacts, horizon: Horizon, value: ValueChoice): Prepared | string {
  const worthless = whyWorthless(facts, value)
  if (worthless) return worthless
  const { fixedOn, earliestOn } = facts.starts
  const day = fixedOn ?? facts.startOn ?? earliestOn
  if (!day) return 'It has no start: neither a date nor a plan says when it could begin.'
  const { length } = horizon.periods
  const place = placeOf(horizon, day)
  const endPlace = facts.endOn ? placeOf(horizon, facts.endOn) : null
  if (endPlace === -1 && facts.running === null) return 'It ended before the first period that is planned.'
  if (place >= length) return 'Its start lies after the last period that is planned.'
  const runs = place < 0 || facts.running !== null
  const start = runs ? 0 : place
  const own = endPlace === null ? null : Math.max(1, Math.min(endPlace, length - 1) - start + 1 + (facts.endOn && endPlace >= length ? 1 : 0))
  const variants = variantsOf(facts, all, horizon, start, own)
  if (typeof variants === 'string') return variants
  const barred = variants.flatMap(({ costs }) => costs).find(({ potId, amounts }) => potId !== noPot.id && amounts.some((amount) => amount > 0) && !mayDraw(facts, all.pots.find(({ id }) => id === potId)))
  if (barred) return `It is to be paid from ${all.pots.find(({ id }) => id === barred.potId)?.name ?? 'a pot'}, on which it may not draw.`
  const starts = startsOf(facts, horizon, start, Math.min(...variants.map(({ duration }) => duration)))
  const inPlan = facts.variants.find((each) => each.inPlan)?.id ?? variants[0]?.id ?? ''
  const exit = facts.running?.exitMinor ?? 0n
  return {
    candidate: {
      id: facts.id, name: facts.name, variants,
      ...(runs ? { running: { exitCosts: exit > 0n ? [{ potId: noPot.id, amounts: [Number(exit)] }] : [] } } : { starts }),
      ...(facts.mandatory ? { mandatory: true } : {}),
      tags: { horizon: start + (variants[0]?.duration ?? 1) <= Math.ceil(length / 3) ? 'short' : 'long', ...(facts.unitId ? { unit: facts.unitId } : {}), ...(facts.category ? { category: facts.category } : {}), ...drawn(facts, all) },
    },
    planned: { variantId: inPlan, start },
    startsAssumed: !runs && !fixedOn && !earliestOn && !facts.starts.latestOn,
    costsAssumed: facts.variants.length === 0,
  }
}

function whyWorthless({ cost, benefits, contributions, mandatory, variants }: PlanFacts, value: ValueChoice): string | undefined {
  if (cost.status !== 'ok') return 'No whole-life cost is given.'
  if (mandatory) return undefined
  if (value === 'strategic') return Object.keys(contributions).length > 0 ? undefined : 'It is linked to no objective, so it has no strategic value yet.'
  if (variants.some(({ benefitsMinor }) => (benefitsMinor ?? 0n) > 0n)) return undefined
  if (benefits.status !== 'ok') return 'No monetised benefits are given.'
  return benefits.value.minor > 0n ? undefined : 'Its monetised benefits are not above zero.'
}

/** Tags that say on which pots an initiative may draw. */
const drawn = (facts: PlanFacts, { pots }: RoadmapFacts): Record<string, string> => Object.fromEntries(pots.filter((pot) => mayDraw(facts, pot)).map(({ id }) => [`pot ${id}`, 'yes']))

/** Starts that are allowed: as recorded; else the planned one or later, as long as it ends within the horizon. */
function startsOf({ starts: { earliestOn, latestOn, fixedOn } }: PlanFacts, horizon: Horizon, planned: number, duration: number): readonly number[] {
  const clipped = (day: string): number => Math.max(0, Math.min(horizon.periods.length - 1, placeOf(horizon, day)))
  if (fixedOn) return [clipped(fixedOn)]
  const first = earliestOn ? clipped(earliestOn) : Math.min(planned, latestOn ? clipped(latestOn) : planned)
  const last = latestOn ? clipped(latestOn) : Math.max(planned, first, horizon.periods.length - duration)
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => first + at)
}

function variantsOf(facts: PlanFacts, all: RoadmapFacts, horizon: Horizon, start: number, own: number | null): readonly Variant[] | string {
  if (facts.variants.length > 0) return facts.variants.map((each) => recorded(facts, each, all, own, benefitsFrom(facts, all, start)))
  if (own === null) return 'It has no end, and no plan says how long it takes.'
  const amounts = costsFrom(facts, all, horizon, start).map(Number)
  return [{ id: 'planned', name: 'As planned', duration: own, costs: [{ potId: noPot.id, amounts: trimmed(amounts) }], demand: [], value: worthOf(facts, undefined, benefitsFrom(facts, all, start)) }]
}

function recorded(facts: PlanFacts, variant: PlannedVariant, all: RoadmapFacts, own: number | null, coming: readonly bigint[]): Variant {
  const pooled = new Map(all.pools.map((pool) => [pool.id, pool]))
  const costs = variant.costs.map(({ potId, lines }) => ({ potId: potId ?? noPot.id, amounts: byPeriodSinceStart(lines, all.grain, 'flow').map(Number) }))
  const demand = variant.demands.flatMap(({ poolId, lines }) => {
    const pool = pooled.get(poolId)
    return pool ? [{ poolId, amounts: byPeriodSinceStart(lines, all.grain, pool.unit === 'fte' ? 'level' : 'flow').map(Number) }] : []
  })
  const longest = Math.max(own ?? 1, 1, ...costs.map(({ amounts }) => amounts.length), ...demand.map(({ amounts }) => amounts.length))
  return { id: variant.id, name: variant.name, duration: longest, costs, demand, value: worthOf(facts, variant, later(coming, longest - (own ?? longest))) }
}

/** The same amounts so many periods later; nothing stays nothing. */
const later = (amounts: readonly bigint[], periods: number): readonly bigint[] => (amounts.length === 0 ? [] : [...Array.from({ length: Math.max(0, periods) }, () => 0n), ...amounts])

/**
 * What a variant gives: money, as it comes by period since the start where years are known and else once the work is done, and points for each
 * objective once it is done. Which of them counts is the objective's to say.
 */
function worthOf({ benefits, contributions }: PlanFacts, variant: PlannedVariant | undefined, coming: readonly bigint[]): Readonly<Record<string, WorthOverTime>> {
  const share = (variant?.valuePercent ?? 100) / 100
  const whole = coming.reduce((sum, amount) => sum + amount, 0n)
  const ownBenefits = variant?.benefitsMinor ?? null
  const money = ownBenefits ?? (benefits.status === 'ok' ? Math.round(Number(benefits.value.minor) * share) : undefined)
  const points = Object.entries(contributions).map(([id, contribution]) => [id, { kind: 'once' as const, amount: Math.round(contribution * share * (pointsPerAlignment / 10)) }] as const)
  const worth = (amount: number | bigint): WorthOverTime =>
    coming.length > 0 ? { kind: 'stream', amounts: atShare(coming, ownBenefits === null ? share : whole > 0n ? Number(ownBenefits) / Number(whole) : 0) } : { kind: 'once', amount: Number(amount) }
  return Object.fromEntries([...(money === undefined ? [] : [[moneyObjective, worth(money)] as const]), ...points])
}

/** Without the zeros at its end; one entry at least. */
function trimmed(amounts: readonly number[]): readonly number[] {
  const last = amounts.findLastIndex((amount) => amount !== 0)
  return amounts.slice(0, Math.max(1, last + 1))
}
