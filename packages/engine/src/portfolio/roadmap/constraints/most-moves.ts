import { byCandidate, moved } from '../moved.ts'
import { amount, firstOf, known } from '../soundness.ts'
import type { MostMoves } from './kinds.ts'
import { missedBy, raised } from './rule.ts'
import type { RoadmapRule } from './rule.ts'

/** As little disturbance as is asked for. */
export const mostMoves: RoadmapRule<MostMoves> = {
  words: ({ most }) => `At most ${most} ${most === 1 ? 'move' : 'moves'} from the plan of record`,
  refusal: ({ record, most }, frame) => firstOf(known('candidate', record.map(({ candidateId }) => candidateId), frame, 'mostMoves'), amount('mostMoves.most', most)),
  compile: ({ record, most }, _frame, building) => {
    const before = byCandidate(record)
    building.total({ key: 'moves', kind: 'byStart', amount: ({ id }, variant, start) => moved(before, id, variant?.id ?? null, start) }, most)
  },
  check: ({ record, most }, { candidates }, plan) => {
    const before = byCandidate(record)
    return missedBy(candidates.filter(({ id }) => moved(before, id, plan.going.get(id)?.variant.id ?? null, plan.going.get(id)?.start ?? -1) === 1).length - most)
  },
  loosened: (constraint, percent) => ({ ...constraint, most: raised(constraint.most, percent) }),
}
