import { wordsOf } from '@throughline/contract/wire'
import { demandProblems } from '@throughline/contract/demand'
import type { Plan } from '@throughline/engine/portfolio'
import type { Actor, Tx } from '../../database/index.ts'
import { whyNotBegun } from '../../demand/index.ts'
import { seenHash } from './plan.ts'
import type { Approving } from './approval.ts'

/** An approval with what it would start before it is ready: the gate of starts stands here as well. */
export async function withReadyStarts(tx: Tx, actor: Actor, before: Plan, approving: Approving, now: Date): Promise<Approving> {
  const states = new Map(before.initiatives.map(({ id, state }) => [id, state]))
  const changes = approving.after.initiatives.map((one) => ({
    id: one.id, before: states.get(one.id) ?? null,
    after: { name: one.name, state: one.state, start_on: one.startOn, end_on: one.endOn, cost_minor: one.cost.status === 'ok' ? one.cost.value.minor.toString() : null, cost_reason: one.cost.status === 'undefined' ? one.cost.reason : null },
  }))
  const blocked = await whyNotBegun(tx, actor, changes, now)
  if (blocked.size === 0) return approving
  const problems = [...approving.problems, ...[...blocked].map(([id, { code, values }]) => ({ code, ids: [id], words: wordsOf(demandProblems.start_blocked, values) }))]
  return { ...approving, problems, seen: seenHash([approving.list.items, problems]) }
}
