import { listed, nameOf } from '../frame.ts'
import { amount, firstOf, known } from '../soundness.ts'
import type { Profile } from '../building.ts'
import type { Parallel } from './kinds.ts'
import { usedByPeriod } from './rule.ts'
import type { RoadmapRule } from './rule.ts'

/** How many are under way at one time: each counts 1 from its start to its end. */
export const parallel: RoadmapRule<Parallel> = {
  words: ({ candidateIds, most }, frame) => `At most ${most} ${candidateIds === undefined ? '' : `of ${listed(candidateIds.map((id) => nameOf(frame, id)))} `}are under way at one time`,
  refusal: ({ candidateIds, most }, frame) => firstOf(known('candidate', candidateIds ?? [], frame, 'parallel'), amount('parallel.most', most)),
  compile: ({ candidateIds, most }, frame, building) => building.lane({ profile: underWay(candidateIds), limits: frame.given.periods.map(() => most) }),
  check: ({ candidateIds, most }, frame, plan) =>
    usedByPeriod(frame, plan, underWay(candidateIds)).flatMap((count, period) => (count > most ? [{ period, by: count - most }] : [])),
  loosened: (constraint) => ({ ...constraint, most: constraint.most + 1 }),
}

function underWay(candidateIds: readonly string[] | undefined): Profile {
  const among = candidateIds === undefined ? null : new Set(candidateIds)
  return ({ id }, variant) => (variant === null || among?.has(id) === false ? [] : new Array<number>(variant.duration).fill(1))
}
