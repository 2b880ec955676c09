import { ANY_TIME } from '../../../solve/index.ts'
import { listed, nameOf } from '../frame.ts'
import { firstOf, known, whole, within } from '../soundness.ts'
import type { FinishToStart, RequiresAll } from './kinds.ts'
import { missedBy } from './rule.ts'
import type { RoadmapRule } from './rule.ts'

/** An order in time: the one starts after the other has ended. */
export const finishToStart: RoadmapRule<FinishToStart> = {
  words: ({ candidateId, after, lag }, frame) => {
    const gap = lag === 0 ? '' : lag > 0 ? `, ${lag} ${lag === 1 ? 'period' : 'periods'} later or more` : `, at most ${-lag} periods before its end`
    return `${nameOf(frame, candidateId)} starts after ${nameOf(frame, after)} has ended${gap}`
  },
  refusal: ({ candidateId, after, lag }, frame) =>
    firstOf(known('candidate', [candidateId, after], frame, 'finishToStart'), whole('finishToStart.lag', lag), within('finishToStart.lag', lag, -frame.given.periods.length, frame.given.periods.length)),
  compile: ({ candidateId, after, lag }, _frame, building) => building.tie(candidateId, after, lag),
  check: ({ candidateId, after, lag }, _frame, plan) => {
    const going = plan.going.get(candidateId)
    const before = plan.going.get(after)
    if (going === undefined) return []
    return missedBy(before === undefined ? 1 : before.start + before.variant.duration + lag - going.start)
  },
  loosened: (constraint) => ({ ...constraint, lag: constraint.lag - 1 }),
}

/** Company without an order: not without any of them. */
export const requiresAll: RoadmapRule<RequiresAll> = {
  words: ({ candidateId, requires }, frame) => `${nameOf(frame, candidateId)} needs ${listed(requires.map((id) => nameOf(frame, id)))}`,
  refusal: ({ candidateId, requires }, frame) => known('candidate', [candidateId, ...requires], frame, 'requiresAll')(),
  compile: ({ candidateId, requires }, _frame, building) => {
    for (const each of new Set(requires)) building.tie(candidateId, each, ANY_TIME)
  },
  check: ({ candidateId, requires }, _frame, plan) => (plan.going.has(candidateId) ? missedBy(new Set(requires.filter((id) => !plan.going.has(id))).size) : []),
  loosened: () => null,
}
