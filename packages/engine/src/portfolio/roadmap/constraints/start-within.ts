import { nameOf } from '../frame.ts'
import { firstOf, known, period, within } from '../soundness.ts'
import type { RoadmapCandidate } from '../case.ts'
import type { StartWithin } from './kinds.ts'
import { missedBy } from './rule.ts'
import type { RoadmapRule } from './rule.ts'

/** A date that is settled: one period, or a window; and the variant, where one is named. */
export const startWithin: RoadmapRule<StartWithin> = {
  words: ({ candidateId, from, to, variantId }, frame) => {
    const { periods } = frame.given
    const when = from === to ? `in ${periods[from]}` : `between ${periods[from]} and ${periods[to]}`
    return `${nameOf(frame, candidateId)} starts ${when}${variantId === undefined ? '' : `, as ${variantName(frame.candidates, candidateId, variantId)}`}`
  },
  refusal: ({ candidateId, from, to, variantId }, frame) =>
    firstOf(
      known('candidate', [candidateId], frame, 'startWithin'),
      period('startWithin.from', from, frame),
      period('startWithin.to', to, frame),
      within('startWithin.to', to, from, frame.given.periods.length - 1),
      () => {
        const there = variantId === undefined || frame.candidates[frame.candidateAt.get(candidateId)!]!.variants.some((each) => each.id === variantId)
        return there ? null : { code: 'id_unknown', what: 'variant', id: variantId, namedBy: 'startWithin' }
      },
    ),
  compile: ({ candidateId, from, to, variantId }, _frame, building) =>
    building.keep(candidateId, ({ variant, start }) => variant === null || (start >= from && start <= to && (variantId === undefined || variant.id === variantId))),
  check: ({ candidateId, from, to, variantId }, _frame, plan) => {
    const going = plan.going.get(candidateId)
    if (going === undefined) return []
    const periods = Math.max(0, from - going.start, going.start - to)
    return missedBy(periods > 0 ? periods : variantId !== undefined && going.variant.id !== variantId ? 1 : 0)
  },
  loosened: (constraint) => ({ ...constraint, from: Math.max(0, constraint.from - 1), to: constraint.to + 1 }),
}

function variantName(candidates: readonly RoadmapCandidate[], candidateId: string, variantId: string): string {
  return candidates.find((each) => each.id === candidateId)?.variants.find((each) => each.id === variantId)?.name ?? variantId
}
