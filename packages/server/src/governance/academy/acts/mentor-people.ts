import type { MentoringAnswer, NewMentor } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { countLearners, endStoredMentor, insertMentor, insertMentoring, lockMentor, lockMentoring, readMentorings, readMentors, updateMentoring, type StoredMentor, type StoredMentoring } from '../community-store.ts'
import type { Refused } from '../../refused.ts'
import { memberOf, none, notYours, over, said, there, whyRetired, type Moved, type Unfound } from '../guards.ts'
import { readSkill } from '../skill-store.ts'

type Given = { readonly id: string }
type NotYours = Refusal<'academy_not_yours'>
type There = Unfound | Refusal<'academy_there' | 'academy_over'>
/** Refused where a pairing is not as it was seen. Its history stands under the learner and under the offer apart, so that who changed it last is told from the pairing itself. */
const asSeen = (found: StoredMentoring, version: number): Refused<'version_moved'> | undefined => (found.version === version ? undefined : refuse({ code: 'version_moved', values: { what: 'mentoring', id: found.id, by: found.last?.by ?? found.learner, found: version, expected: found.version } } as const))
/** What a record of one of both is about: the learner’s own wish, or the mentor’s own offer. Of one thing, the history would tell everybody who learns from whom. */
const ownOf = ({ accountId }: Actor, mentor: StoredMentor, id: string): { readonly room: 'governance'; readonly kind: string; readonly id: string } => (mentor.mentor_id === accountId ? { room: 'governance', kind: 'mentor', id: mentor.id } : { room: 'governance', kind: 'mentoring', id })
const running = ({ state }: { readonly state: string }): boolean => state === 'asked' || state === 'running'

/** Offers to be a mentor in a skill. */
export function offerMentoring(db: Db, actor: Actor, { skillId, words, most }: NewMentor, now: Date): Promise<Result<Given, There>> {
  return writeAs<Result<Given, There>>(db, actor, 'governance.offer-mentoring', async (tx, record) => {
    const skill = await readSkill(tx, skillId)
    if (!skill) return none('skill', skillId)
    const retired = whyRetired('skill', skill)
    if (retired) return retired
    if ((await readMentors(tx)).some((one) => one.skill_id === skillId && one.mentor_id === actor.accountId && one.ended_at === null)) return there('an offer of yours to be a mentor in', skill.name)
    const id = newId()
    await insertMentor(tx, { org_id: actor.orgId, id, skill_id: skillId, mentor_id: actor.accountId, mentor: actor.name, words: words.trim(), most, offered_at: now.toISOString() })
    await record({ room: 'governance', kind: 'mentor', id, before: null, after: { skill: skill.name, words: words.trim(), most } })
    return ok({ id })
  })
}

/** Takes one’s own offer back: nobody asks any more; pairings that run go on until one of both ends them. */
export function endMentor(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<Result<Given, Moved | NotYours>> {
  return writeAs<Result<Given, Moved | NotYours>>(db, actor, 'governance.end-mentor', async (tx, record) => {
    const found = await expectVersion(tx, await lockMentor(tx, id), { room: 'governance', kind: 'mentor', id, version })
    if (!found.ok) return found
    if (found.value.mentor_id !== actor.accountId) return notYours('offer to be a mentor', `its mentor ${found.value.mentor}`)
    if (found.value.ended_at !== null) return over('offer of', found.value.mentor, 'taken back', 'in force')
    await endStoredMentor(tx, id, now.toISOString())
    await record({ room: 'governance', kind: 'mentor', id, before: { ended: false }, after: { ended: true } })
    return ok({ id })
  })
}

/** Asks a mentor to take one on. The record says that somebody asked, and not for what. */
export function askMentor(db: Db, actor: Actor, mentorId: string, goal: string, now: Date): Promise<Result<Given, There | NotYours>> {
  return writeAs<Result<Given, There | NotYours>>(db, actor, 'governance.ask-mentor', async (tx, record) => {
    const mentor = await lockMentor(tx, mentorId)
    if (!mentor) return none('mentor', mentorId)
    if (mentor.mentor_id === actor.accountId) return notYours('offer', 'somebody else than the mentor')
    if (mentor.ended_at !== null || !(await memberOf(tx, mentor.mentor_id))) return over('offer of', mentor.mentor, 'taken back', 'in force')
    const pairs = (await readMentorings(tx)).filter((one) => one.mentor_id === mentorId)
    if (pairs.some((one) => one.learner_id === actor.accountId && running(one))) return there('a pairing of yours with', mentor.mentor)
    const learners = (await countLearners(tx)).get(mentorId) ?? 0
    if (learners >= mentor.most) return over('offer of', mentor.mentor, `full, with ${learners} ${learners === 1 ? 'learner' : 'learners'}`, 'open for one more')
    const id = newId()
    await insertMentoring(tx, { org_id: actor.orgId, id, mentor_id: mentorId, learner_id: actor.accountId, learner: actor.name, goal: goal.trim(), state: 'asked', asked_at: now.toISOString() })
    await record({ room: 'governance', kind: 'mentoring', id, before: null, after: { state: 'asked' }, seenBy: [actor.accountId, mentor.mentor_id] })
    await notify(tx, actor, { reason: 'mentoring_changed', to: [mentor.mentor_id], act: 'governance.ask-mentor', words: goal.trim() })
    return ok({ id })
  })
}

/** Takes a learner on, or declines: by the mentor who was asked, up to as many as they offered. */
export function answerMentoring(db: Db, actor: Actor, id: string, { version, accepted, words }: MentoringAnswer, now: Date): Promise<Result<Given, Moved | NotYours>> {
  return writeAs<Result<Given, Moved | NotYours>>(db, actor, 'governance.answer-mentoring', async (tx, record) => {
    const found = await lockMentoring(tx, id)
    const mentor = found && (await lockMentor(tx, found.mentor_id))
    if (!found || !mentor) return none('mentoring', id)
    // Neither who was asked, nor by whom, is told to others.
    if (mentor.mentor_id !== actor.accountId) return notYours('wish for a mentor', 'the mentor who was asked')
    const moved = asSeen(found, version)
    if (moved) return moved
    if (found.state !== 'asked') return over('pairing with', found.learner, found.state, 'asked for')
    if (accepted && !(await memberOf(tx, found.learner_id))) return over('pairing with', found.learner, 'asked for by somebody without access any more', 'one with a member')
    const learners = (await countLearners(tx)).get(mentor.id) ?? 0
    if (accepted && learners >= mentor.most) return over('offer of', mentor.mentor, `full, with ${learners} ${learners === 1 ? 'learner' : 'learners'}`, 'open for one more')
    const state = accepted ? ('running' as const) : ('declined' as const)
    await updateMentoring(tx, id, { state, last: said(actor, now, words) })
    await record({ ...ownOf(actor, mentor, id), before: { state: 'asked' }, after: { state }, seenBy: [actor.accountId, found.learner_id] })
    await notify(tx, actor, { reason: 'mentoring_changed', to: [found.learner_id], act: 'governance.answer-mentoring', words: words.trim() === '' ? (accepted ? 'Accepted' : 'Declined') : words.trim() })
    return ok({ id })
  })
}

/** Ends a pairing, or takes back that one asked for it: by either of both, with the reason; the other is told. */
export function endMentoring(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<Given, Moved | NotYours>> {
  return writeAs<Result<Given, Moved | NotYours>>(db, actor, 'governance.end-mentoring', async (tx, record) => {
    const found = await lockMentoring(tx, id)
    const mentor = found && (await lockMentor(tx, found.mentor_id))
    if (!found || !mentor) return none('mentoring', id)
    const both = [mentor.mentor_id, found.learner_id]
    if (!both.includes(actor.accountId)) return notYours('pairing', 'its mentor and its learner')
    const moved = asSeen(found, version)
    if (moved) return moved
    if (!running(found)) return over('pairing with', found.learner, found.state, 'asked for or running')
    await updateMentoring(tx, id, { state: 'ended', last: said(actor, now, reason) })
    await record({ ...ownOf(actor, mentor, id), before: { state: found.state }, after: { state: 'ended' }, seenBy: both })
    await notify(tx, actor, { reason: 'mentoring_changed', to: both, act: 'governance.end-mentoring', words: reason.trim() })
    return ok({ id })
  })
}
