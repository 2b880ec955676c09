import { costFrom, countsTowards, shareInWords } from '../frame.ts'
import { firstOf, whole, within } from '../soundness.ts'
import type { Building } from '../building.ts'
import type { RoadmapCandidate, Variant } from '../case.ts'
import type { ShareCeiling, ShareFloor, ShareOf } from './kinds.ts'
import { missedBy } from './rule.ts'
import type { PlanView, RoadmapRule } from './rule.ts'

const percents = (place: string, percent: number, tolerance: number) => [
  whole(place, percent), within(place, percent, 0, 100), whole(`${place}, tolerance`, tolerance), within(`${place}, tolerance`, tolerance, 0, 100),
]

/** 100 x the cost of its own <= percent x all cost. A plan that costs nothing keeps it. */
export const shareCeiling: RoadmapRule<ShareCeiling> = {
  words: ({ of, mostPercent, tolerancePercent = 0 }) => `${shareInWords(of)} takes at most ${mostPercent}% of all cost${tolerated(tolerancePercent)}`,
  refusal: ({ mostPercent, tolerancePercent = 0 }) => firstOf(...percents('shareCeiling', mostPercent, tolerancePercent)),
  compile: ({ of, mostPercent, tolerancePercent = 0 }, _frame, building) => shareRow(of, Math.min(100, mostPercent + tolerancePercent), 1, building),
  check: ({ of, mostPercent, tolerancePercent = 0 }, _frame, plan) => {
    const { own, all } = costs(of, plan)
    return missedBy((100 * own - Math.min(100, mostPercent + tolerancePercent) * all) / 100)
  },
  loosened: (constraint, percent) => (constraint.mostPercent >= 100 ? null : { ...constraint, mostPercent: Math.min(100, constraint.mostPercent + Math.max(1, Math.round(percent))) }),
}

/** 100 x the cost of its own >= percent x all cost. A plan that costs nothing keeps it. */
export const shareFloor: RoadmapRule<ShareFloor> = {
  words: ({ of, leastPercent, tolerancePercent = 0 }) => `${shareInWords(of)} takes at least ${leastPercent}% of all cost${tolerated(tolerancePercent)}`,
  refusal: ({ leastPercent, tolerancePercent = 0 }) => firstOf(...percents('shareFloor', leastPercent, tolerancePercent)),
  compile: ({ of, leastPercent, tolerancePercent = 0 }, _frame, building) => shareRow(of, Math.max(0, leastPercent - tolerancePercent), -1, building),
  check: ({ of, leastPercent, tolerancePercent = 0 }, _frame, plan) => {
    const { own, all } = costs(of, plan)
    return missedBy((Math.max(0, leastPercent - tolerancePercent) * all - 100 * own) / 100)
  },
  loosened: (constraint, percent) => (constraint.leastPercent <= 0 ? null : { ...constraint, leastPercent: Math.max(0, constraint.leastPercent - Math.max(1, Math.round(percent))) }),
}

const tolerated = (percent: number): string => (percent === 0 ? '' : `, with a tolerance of ${percent} points`)

/** Every cost of a variant; staying out has none, and the exit cost of what is stopped is no investment in anything. */
const costOf = (_: RoadmapCandidate, variant: Variant | null): readonly number[] => (variant === null ? [] : costFrom(variant, null))

function shareRow(of: ShareOf, percent: number, sign: 1 | -1, building: Building): void {
  const own = building.total({ key: `cost of ${JSON.stringify(of)}`, kind: 'within', profile: (candidate, variant) => (countsTowards(candidate, of) ? costOf(candidate, variant) : []) }, Infinity)
  const all = building.total({ key: 'all cost', kind: 'within', profile: costOf }, Infinity)
  building.row([[own, 100 * sign], [all, -percent * sign]], 0)
}

function costs(of: ShareOf, plan: PlanView): { readonly own: number; readonly all: number } {
  let [own, all] = [0, 0]
  for (const { candidate, cost } of plan.going.values()) {
    all += cost
    if (countsTowards(candidate, of)) own += cost
  }
  return { own, all }
}
