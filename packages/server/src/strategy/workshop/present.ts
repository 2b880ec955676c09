import type { Workshop, WorkshopItem } from '@throughline/contract/strategy'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import { judgedOf, presentJudged, resultsOf } from './judging.ts'
import type { StoredWorkshop } from './store.ts'

/** A workshop in the list, for one of those who may read it. */
export const presentItem = (row: StoredWorkshop, actor: Actor): WorkshopItem => ({
  id: row.id, version: row.version, title: row.title, question: row.question, method: row.method, state: row.state, level: { perspectiveId: row.perspective_id, name: row.level_name }, openedAt: row.opened_at, openedBy: row.opened_by, closedAt: row.closed_at, closedBy: row.closed_by, closedEarly: row.closed_early, round: row.round,
  judges: row.judges.map(({ account_id: accountId, name, handed_in_at: handedInAt }) => ({ accountId, name, handedInAt })), mine: row.judges.some(({ account_id }) => account_id === actor.accountId),
})

/** The round before a workshop and the one after it, where there are such. */
export type Rounds = { readonly before: StoredWorkshop | undefined; readonly followedBy: string | null }
const alone: Rounds = { before: undefined, followedBy: null }

/** One workshop as one person sees it: their own judgement always, those of others once it is closed. */
export function presentWorkshop(row: StoredWorkshop, actor: Actor, rounds: Rounds = alone): Workshop {
  const judgement = ownIn(row, actor)
  const judged = judgement === null ? null : judgedOf(row, judgement, true)
  const item = presentItem(row, actor)
  return {
    ...item, randomIndex: row.random_index, objectives: row.objectives, levelWeight: Math.round(row.objectives.reduce((sum, { weight }) => sum + weight, 0) * 1e8) / 1e8, judgement, earlier: ownIn(rounds.before, actor), follows: row.follows_id, followedBy: rounds.followedBy, judged: judged?.ok ? presentJudged(judged.value) : null,
    results: row.state === 'open' ? null : resultsOf(row), before: rounds.before ? resultsOf(rounds.before) : null, decision: row.decision, may: { judge: row.state === 'open' && item.mine && may(actor, 'take_part'), lead: may(actor, 'edit_strategy') },
  }
}

const ownIn = (row: StoredWorkshop | undefined, { accountId }: Actor): Workshop['judgement'] => row?.judges.find(({ account_id }) => account_id === accountId)?.judgement ?? null
