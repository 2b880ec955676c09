import type { AreaJudgement, NewRecommendation } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { noMember } from '../../refused.ts'
import { heldCheck } from '../held.ts'
import { whyNotReviewer, whyOffScale, whyPast } from '../refusals.ts'
import { evidenceOf } from '../text.ts'
import { insertArea, insertRecommendation, readAreas, updateCheck } from '../store.ts'

type Unjudged = Refusal<'not_found' | 'version_moved' | 'review_not_yours' | 'review_over' | 'rating_off_scale'>
type Unrecommended = Refusal<'not_found' | 'version_moved' | 'review_not_yours' | 'review_over'>

/** Judges an area with what was found and on what evidence; the last judgement holds, those before stay. */
export function judgeArea(db: Db, actor: Actor, id: string, { version, area, level, words, evidence }: Static<typeof AreaJudgement>, now: Date): Promise<Result<string, Unjudged>> {
  return writeAs<Result<string, Unjudged>>(db, actor, 'governance.judge-area', async (tx, record) => {
    const found = await heldCheck(tx, id, version)
    if (!found.ok) return found
    const check = found.value
    const unfit = whyNotReviewer(check, actor) ?? whyPast(check) ?? whyOffScale({ scale: check.scale, level })
    if (unfit) return unfit
    const before = (await readAreas(tx, [id])).find((one) => one.area === area)
    const given = { area, level, words: words.trim(), evidence: evidenceOf(evidence) }
    await insertArea(tx, { org_id: actor.orgId, id: newId(), check_id: id, ...given, judged_by: actor.name, judged_at: now.toISOString() })
    await updateCheck(tx, id, {})
    await record({ room: 'governance', kind: 'health_check', id, before: { area, level: before?.level ?? null, words: before?.words ?? null, evidence: before?.evidence ?? null }, after: given })
    return ok(id)
  })
}

/** Recommends something to an owner. It holds, and its owner is told, once there is a report. */
export function addRecommendation(db: Db, actor: Actor, id: string, { version, recommendation }: NewRecommendation, now: Date): Promise<Result<string, Unrecommended>> {
  return writeAs<Result<string, Unrecommended>>(db, actor, 'governance.recommend', async (tx, record) => {
    const found = await heldCheck(tx, id, version)
    if (!found.ok) return found
    const unfit = whyNotReviewer(found.value, actor) ?? whyPast(found.value)
    if (unfit) return unfit
    const owner = (await readMembers(tx)).find((one) => one.id === recommendation.ownerId && !one.service)
    if (!owner) return noMember(recommendation.ownerId)
    const { area, class: of } = recommendation
    const [own, words, dueOn] = [newId(), recommendation.words.trim(), of === 'do_now' ? null : recommendation.dueOn]
    await insertRecommendation(tx, { org_id: actor.orgId, id: own, check_id: id, area, words, class: of, due_on: dueOn, owner_id: owner.id, owner: owner.name, given_by: actor.name, given_at: now.toISOString() })
    await updateCheck(tx, id, {})
    await record({ room: 'governance', kind: 'recommendation', id: own, before: null, after: { words, area, class: of, dueOn, owner: owner.name } })
    return ok(id)
  })
}
