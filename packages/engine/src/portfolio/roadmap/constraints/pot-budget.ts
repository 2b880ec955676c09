import { costFrom, listed } from '../frame.ts'
import type { Frame } from '../frame.ts'
import { everyPeriod, firstOf, known, amount } from '../soundness.ts'
import type { Profile } from '../building.ts'
import type { RoadmapCandidate } from '../case.ts'
import type { PotBudget } from './kinds.ts'
import { raised, takenOf } from './rule.ts'
import type { Breach, RoadmapRule } from './rule.ts'

/** Money by period against the budget of each period, with what may be carried over. */
export const potBudget: RoadmapRule<PotBudget> = {
  words: ({ potIds, carryOver }, frame) => {
    const carried = carryOver === undefined ? '' : carryOver.most === null ? '; what is left is carried over' : `; at most ${carryOver.most} of what is left is carried over`
    return `The budget of ${potNames(frame, potIds)} holds in each period${carried}`
  },
  refusal: ({ potIds, byPeriod, carryOver, eligible }, frame) =>
    firstOf(
      known('pot', potIds, frame, 'potBudget'),
      everyPeriod('potBudget.byPeriod', byPeriod, frame),
      amount('potBudget.carryOver.most', carryOver?.most ?? 0),
      () => (carryOver !== undefined && byPeriod.includes(null) ? { code: 'wrong_length', place: 'potBudget.byPeriod', found: byPeriod.filter((each) => each !== null).length, expected: byPeriod.length } : null),
      () => (eligible === undefined ? null : strangerAt(frame, new Set(potIds), (candidate) => eligible.tags.includes(candidate.tags?.[eligible.dimension] ?? ''))),
    ),
  compile: ({ potIds, byPeriod, carryOver }, _frame, building) =>
    building.lane({
      profile: moneyFrom(potIds),
      limits: byPeriod.map((limit) => limit ?? Infinity),
      ...(carryOver === undefined ? {} : { carryMost: carryOver.most ?? Infinity }),
    }),
  check: ({ potIds, byPeriod, carryOver }, frame, plan) => {
    const used = takenOf(frame, plan.money, potIds)
    const most = carryOver === undefined ? 0 : (carryOver.most ?? Infinity)
    const breaches: Breach[] = []
    let carried = 0
    byPeriod.forEach((limit, period) => {
      if (limit === null) return
      const left = limit + carried - used[period]!
      if (left < 0) breaches.push({ period, by: -left })
      carried = Math.min(most, Math.max(0, left))
    })
    return breaches
  },
  loosened: (constraint, percent) => ({ ...constraint, byPeriod: constraint.byPeriod.map((limit) => (limit === null ? null : raised(limit, percent))) }),
}

/** Money that a choice takes from these pots; stopping what runs takes its exit cost. */
export function moneyFrom(potIds: readonly string[]): Profile {
  const pots = new Set(potIds)
  return (candidate, variant) => (variant === null ? costFrom({ costs: candidate.running?.exitCosts ?? [] }, pots) : costFrom(variant, pots))
}

export const potNames = (frame: Frame, potIds: readonly string[]): string => listed(potIds.map((id) => frame.pots.get(id) ?? id))

function strangerAt(frame: Frame, pots: ReadonlySet<string>, mayDraw: (candidate: RoadmapCandidate) => boolean) {
  for (const candidate of frame.candidates) {
    if (mayDraw(candidate)) continue
    const cost = candidate.variants.flatMap((variant) => variant.costs).find((each) => pots.has(each.potId) && each.amounts.some((money) => money > 0))
    if (cost !== undefined) return { code: 'not_eligible' as const, candidateId: candidate.id, potId: cost.potId }
  }
  return null
}
