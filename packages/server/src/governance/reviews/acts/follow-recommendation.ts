import type { RecommendationOutcome, RecommendationOwner, RecommendationRecheck } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { notify } from '../../notifications/index.ts'
import { noMember } from '../../refused.ts'
import type { Hindered, ReadTeams } from '../../services/index.ts'
import { heldRecommendation } from '../held.ts'
import { dependentAmong } from '../independent.ts'
import { answersFor, reviews, whyElsewhere, whyUnreported } from '../refusals.ts'
import { readChecksOf, updateRecommendation } from '../store.ts'
import { noteRefusedReviewer } from './note-refused-reviewer.ts'

type Moved = Refusal<'not_found' | 'version_moved' | 'review_over'>
type Elses = Moved | Refusal<'review_not_yours'>

/** Says that a recommendation is done, and by what one sees it; the reviewers are told, for it counts once they looked again. */
export function answerRecommendation(db: Db, actor: Actor, id: string, { version, words }: Static<typeof RecommendationOutcome>, now: Date): Promise<Result<string, Elses>> {
  return writeAs<Result<string, Elses>>(db, actor, 'governance.answer-recommendation', async (tx, record) => {
    const found = await heldRecommendation(tx, id, version)
    if (!found.ok) return found
    const { recommendation, check } = found.value
    if (recommendation.owner_id !== actor.accountId) return refuse({ code: 'review_not_yours', values: { what: 'recommendation', expected: `its owner ${recommendation.owner}` } })
    const past = whyUnreported(check) ?? whyElsewhere(recommendation, check, ['open'])
    if (past) return past
    const said = words.trim()
    await updateRecommendation(tx, id, { state: 'done', outcome: { by: actor.name, byId: actor.accountId, at: now.toISOString(), words: said } })
    await record({ room: 'governance', kind: 'recommendation', id, before: { state: 'open' }, after: { state: 'done', outcome: said } })
    const reviewers = (await readChecksOf(tx, [check.initiative_id])).flatMap((one) => one.reviewers.map((reviewer) => reviewer.id))
    await notify(tx, actor, { reason: 'recommendation_answered', to: [...new Set(reviewers)], subject: { room: 'governance', kind: 'health_check', id: check.id }, act: 'governance.answer-recommendation', words: said })
    return ok(check.id)
  })
}

/** Looks again at what is said to be done: confirms it, or opens it again. So does whoever reviews the initiative in this health check or in another, is independent of its team, and neither owns the recommendation nor said that it is done. */
export async function recheckRecommendation(db: Db, actor: Actor, id: string, { version, confirmed, words }: RecommendationRecheck, { now, readTeams }: { readonly now: Date; readonly readTeams: ReadTeams }): Promise<Result<string, Elses | Refusal<'performer_dependent'>>> {
  let hindered: { readonly of: string; readonly by: Hindered } | undefined
  const done = await writeAs<Result<string, Elses | Refusal<'performer_dependent'>>>(db, actor, 'governance.recheck-recommendation', async (tx, record) => {
    const found = await heldRecommendation(tx, id, version)
    if (!found.ok) return found
    const { recommendation, check } = found.value
    if (answersFor(recommendation, actor) || !reviews(await readChecksOf(tx, [check.initiative_id]), actor)) return refuse({ code: 'review_not_yours', values: { what: 'recommendation', expected: 'a reviewer of the initiative who neither owns it nor said that it is done' } })
    const past = whyElsewhere(recommendation, check, ['done'])
    if (past) return past
    const by = await dependentAmong(tx, readTeams, check.initiative_id, [{ id: actor.accountId, name: actor.name }])
    if (by) {
      hindered = { of: check.initiative_id, by }
      return by.refusal
    }
    const [state, said] = [confirmed ? ('confirmed' as const) : ('open' as const), words.trim()]
    await updateRecommendation(tx, id, { state, recheck: { by: actor.name, at: now.toISOString(), words: said } })
    await record({ room: 'governance', kind: 'recommendation', id, before: { state: 'done' }, after: { state, recheck: said } })
    await notify(tx, actor, { reason: 'recommendation_checked', to: [recommendation.owner_id], subject: { room: 'governance', kind: 'health_check', id: check.id }, act: 'governance.recheck-recommendation', words: said })
    return ok(check.id)
  })
  if (hindered) await noteRefusedReviewer(db, actor, hindered.of, hindered.by, now)
  return done
}

/** Withdraws a recommendation that is not done, with the reason. Nobody withdraws what they were recommended themselves. */
export function withdrawRecommendation(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<string, Elses>> {
  return writeAs<Result<string, Elses>>(db, actor, 'governance.withdraw-recommendation', async (tx, record) => {
    const found = await heldRecommendation(tx, id, version)
    if (!found.ok) return found
    const { recommendation, check } = found.value
    if (recommendation.owner_id === actor.accountId || !reviews(await readChecksOf(tx, [check.initiative_id]), actor)) return refuse({ code: 'review_not_yours', values: { what: 'recommendation', expected: 'a reviewer of the initiative who does not own it' } })
    const past = whyElsewhere(recommendation, check, ['open'])
    if (past) return past
    await updateRecommendation(tx, id, { state: 'withdrawn', withdrawn: { by: actor.name, at: now.toISOString(), words: reason.trim() } })
    await record({ room: 'governance', kind: 'recommendation', id, before: { state: 'open' }, after: { state: 'withdrawn' }, why: reason.trim() })
    return ok(check.id)
  })
}

/** Gives a recommendation that is not over to another owner, who is told. */
export function giveRecommendation(db: Db, actor: Actor, id: string, { version, ownerId, reason }: Static<typeof RecommendationOwner>): Promise<Result<string, Moved>> {
  return writeAs<Result<string, Moved>>(db, actor, 'governance.give-recommendation', async (tx, record) => {
    const found = await heldRecommendation(tx, id, version)
    if (!found.ok) return found
    const { recommendation, check } = found.value
    const past = whyElsewhere(recommendation, check, ['open', 'done'])
    if (past) return past
    const owner = (await readMembers(tx)).find((one) => one.id === ownerId && !one.service)
    if (!owner) return noMember(ownerId)
    await updateRecommendation(tx, id, { owner_id: owner.id, owner: owner.name })
    await record({ room: 'governance', kind: 'recommendation', id, before: { owner: recommendation.owner }, after: { owner: owner.name }, ...(reason.trim() === '' ? {} : { why: reason.trim() }) })
    if (check.state === 'reported') await notify(tx, actor, { reason: 'recommendation_given', to: [owner.id], subject: { room: 'governance', kind: 'health_check', id: check.id }, act: 'governance.give-recommendation', words: recommendation.words })
    return ok(check.id)
  })
}
