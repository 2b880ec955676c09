import { byCode, listed, nameOf } from '../frame.ts'
import { amount, firstOf, known } from '../soundness.ts'
import type { Building, Tally } from '../building.ts'
import type { AtLeast, AtMost, Excludes, RequiresAny } from './kinds.ts'
import { missedBy } from './rule.ts'
import type { PlanView, RoadmapRule } from './rule.ts'

/** Options for the same thing: one at most. */
export const excludes: RoadmapRule<Excludes> = {
  words: ({ candidateIds }, frame) => `At most one of ${listed(candidateIds.map((id) => nameOf(frame, id)))}`,
  refusal: ({ candidateIds }, frame) => known('candidate', candidateIds, frame, 'excludes')(),
  compile: ({ candidateIds }, _frame, building) => atMostOf(candidateIds, 1, building),
  check: ({ candidateIds }, _frame, plan) => missedBy(goingAmong(plan, candidateIds) - 1),
  loosened: () => null,
}

/** At most so many of a group. */
export const atMost: RoadmapRule<AtMost> = {
  words: ({ candidateIds, most }, frame) => `At most ${most} of ${listed(candidateIds.map((id) => nameOf(frame, id)))}`,
  refusal: ({ candidateIds, most }, frame) => firstOf(known('candidate', candidateIds, frame, 'atMost'), amount('atMost.most', most)),
  compile: ({ candidateIds, most }, _frame, building) => atMostOf(candidateIds, most, building),
  check: ({ candidateIds, most }, _frame, plan) => missedBy(goingAmong(plan, candidateIds) - most),
  loosened: (constraint) => ({ ...constraint, most: constraint.most + 1 }),
}

/** At least so many of a group. */
export const atLeast: RoadmapRule<AtLeast> = {
  words: ({ candidateIds, least }, frame) => `At least ${least} of ${listed(candidateIds.map((id) => nameOf(frame, id)))}`,
  refusal: ({ candidateIds, least }, frame) => firstOf(known('candidate', candidateIds, frame, 'atLeast'), amount('atLeast.least', least)),
  compile: ({ candidateIds, least }, _frame, building) => building.row([[building.total(counting(candidateIds), Infinity), -1]], -least),
  check: ({ candidateIds, least }, _frame, plan) => missedBy(least - goingAmong(plan, candidateIds)),
  loosened: (constraint) => (constraint.least === 0 ? null : { ...constraint, least: constraint.least - 1 }),
}

/** Not without at least one of these. */
export const requiresAny: RoadmapRule<RequiresAny> = {
  words: ({ candidateId, requiresAny: several }, frame) => `${nameOf(frame, candidateId)} needs at least one of ${listed(several.map((id) => nameOf(frame, id)))}`,
  refusal: ({ candidateId, requiresAny: several }, frame) => known('candidate', [candidateId, ...several], frame, 'requiresAny')(),
  compile: ({ candidateId, requiresAny: several }, _frame, building) => {
    if (several.includes(candidateId)) return
    const company = building.total(counting(several), Infinity)
    const itself = building.total(counting([candidateId]), Infinity)
    building.row([[itself, 1], [company, -1]], 0)
  },
  check: ({ candidateId, requiresAny: several }, _frame, plan) => (plan.going.has(candidateId) ? missedBy(several.some((id) => plan.going.has(id)) ? 0 : 1) : []),
  loosened: () => null,
}

/** How many of these go ahead. */
function counting(candidateIds: readonly string[]): Tally {
  const ids = new Set(candidateIds)
  return { key: `count ${[...ids].sort(byCode).join(' ')}`, kind: 'count', amount: ({ id }, variant) => (variant !== null && ids.has(id) ? 1 : 0) }
}

const atMostOf = (ids: readonly string[], most: number, building: Building): void => void building.total(counting(ids), most)

const goingAmong = (plan: PlanView, ids: readonly string[]): number => [...new Set(ids)].filter((id) => plan.going.has(id)).length
