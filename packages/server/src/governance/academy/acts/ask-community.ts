import type { NewQuestion } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { noInitiative, type Refused } from '../../refused.ts'
import { initiativeNames } from '../../services/index.ts'
import { acceptStored, deleteMark, insertAnswer, insertMark, insertQuestion, lockCommunity, lockQuestion, readAnswer, readMarks, readMembershipsOf, type StoredCommunity } from '../community-store.ts'
import { none, notYours, over, type Moved, type Unfound } from '../guards.ts'

type Given = { readonly id: string }
type Barred = Unfound | Refusal<'academy_not_yours' | 'academy_over'>

/** Asks a community of which one is a member; about an initiative where it is about one that is there. */
export function askCommunity(db: Db, actor: Actor, communityId: string, { title, text, initiativeId }: NewQuestion, now: Date): Promise<Result<Given, Barred>> {
  return writeAs<Result<Given, Barred>>(db, actor, 'governance.ask-community', async (tx, record) => {
    const barred = await whyNoMember(tx, actor, communityId)
    if (barred) return barred
    const initiative = initiativeId === null ? undefined : (await initiativeNames(tx, [initiativeId], true)).get(initiativeId)
    if (initiativeId !== null && initiative === undefined) return noInitiative(initiativeId)
    const [id, said] = [newId(), { title: title.trim(), body: text.trim() }]
    await insertQuestion(tx, { org_id: actor.orgId, id, community_id: communityId, ...said, initiative_id: initiativeId, asked_by_id: actor.accountId, asked_by: actor.name, asked_at: now.toISOString() })
    await record({ room: 'governance', kind: 'community_question', id, before: null, after: { title: said.title, text: said.body, ...(initiative === undefined ? {} : { initiative }) } })
    return ok({ id })
  })
}

/** Answers a question of a community of which one is a member; who asked is told. */
export function answerQuestion(db: Db, actor: Actor, questionId: string, text: string, now: Date): Promise<Result<Given, Barred>> {
  return writeAs<Result<Given, Barred>>(db, actor, 'governance.answer-question', async (tx, record) => {
    const question = await lockQuestion(tx, questionId)
    if (!question) return none('question', questionId)
    const barred = await whyNoMember(tx, actor, question.community_id)
    if (barred) return barred
    const [id, body] = [newId(), text.trim()]
    await insertAnswer(tx, { org_id: actor.orgId, id, question_id: questionId, body, given_by_id: actor.accountId, given_by: actor.name, given_at: now.toISOString() })
    await record({ room: 'governance', kind: 'community_question', id: questionId, before: null, after: { answer: body } })
    await notify(tx, actor, { reason: 'question_answered', to: [question.asked_by_id], subject: { room: 'governance', kind: 'community', id: question.community_id }, act: 'governance.answer-question', words: question.title })
    return ok({ id: questionId })
  })
}

/** Says which answer helped, or that none did: by who asked. */
export function acceptAnswer(db: Db, actor: Actor, questionId: string, { version, answerId }: { readonly version: number; readonly answerId: string | null }): Promise<Result<Given, Moved | Refusal<'academy_not_yours'>>> {
  return writeAs<Result<Given, Moved | Refusal<'academy_not_yours'>>>(db, actor, 'governance.accept-answer', async (tx, record) => {
    const found = await expectVersion(tx, await lockQuestion(tx, questionId), { room: 'governance', kind: 'community_question', id: questionId, version })
    if (!found.ok) return found
    if (found.value.asked_by_id !== actor.accountId) return notYours('question', `who asked it, ${found.value.asked_by},`)
    const answer = answerId === null ? undefined : await readAnswer(tx, answerId)
    if (answerId !== null && answer?.question_id !== questionId) return none('answer', answerId)
    const before = found.value.accepted_id === null ? undefined : await readAnswer(tx, found.value.accepted_id)
    await acceptStored(tx, questionId, answerId)
    await record({ room: 'governance', kind: 'community_question', id: questionId, before: { accepted: before?.body ?? null }, after: { accepted: answer?.body ?? null } })
    if (answer) await notify(tx, actor, { reason: 'question_answered', to: [answer.given_by_id], subject: { room: 'governance', kind: 'community', id: found.value.community_id }, act: 'governance.accept-answer', words: found.value.title })
    return ok({ id: questionId })
  })
}

/** Marks an answer of somebody else as useful, or takes that back; said twice, it counts once. */
export function markAnswer(db: Db, actor: Actor, answerId: string, useful: boolean, now: Date): Promise<Result<Given, Unfound | Refusal<'academy_not_yours'>>> {
  return writeAs<Result<Given, Unfound | Refusal<'academy_not_yours'>>>(db, actor, 'governance.mark-answer', async (tx, record) => {
    const answer = await readAnswer(tx, answerId)
    if (!answer) return none('answer', answerId)
    if (answer.given_by_id === actor.accountId) return notYours('mark', 'somebody else than who answered')
    await lockQuestion(tx, answer.question_id)
    const is = (await readMarks(tx, [answerId])).some(({ person_id }) => person_id === actor.accountId)
    if (useful && !is) await insertMark(tx, { org_id: actor.orgId, id: newId(), answer_id: answerId, person_id: actor.accountId, marked_at: now.toISOString() })
    if (!useful) await deleteMark(tx, answerId, actor.accountId)
    await record({ room: 'governance', kind: 'community_question', id: answer.question_id, before: { marked: is }, after: { marked: useful } })
    return ok({ id: answer.question_id })
  })
}

/** Refused where a community has ended. */
export const whyEnded = ({ name, ended }: StoredCommunity): Refused<'academy_over'> | undefined => (ended ? over('community', name, `ended on ${ended.at.slice(0, 10)}`, 'going on') : undefined)

/** Refused where a community has ended, or somebody is no member of it. */
async function whyNoMember(tx: Tx, actor: Actor, communityId: string): Promise<Refused<'not_found' | 'academy_over' | 'academy_not_yours'> | undefined> {
  const community = await lockCommunity(tx, communityId)
  if (!community) return none('community', communityId)
  const is = (await readMembershipsOf(tx, actor.accountId)).some(({ community_id }) => community_id === communityId)
  return whyEnded(community) ?? (is ? undefined : notYours(`questions of ${community.name}`, 'its members'))
}
