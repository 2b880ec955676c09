import type { BriefAnswer } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { insertAnswer, readAnswers, takePlace } from '../store.ts'
import { mine } from './mine.ts'

type Unanswered = Refusal<'not_found' | 'brief_outdated' | 'not_in_audience' | 'no_question_left' | 'question_answered' | 'choice_unknown'>

/** Answers one of one’s own questions, once. The record says which was answered, not how: that is kept for the reader alone. */
export function answerBrief(db: Db, actor: Actor, { edition, no, choice }: Static<typeof BriefAnswer>): Promise<Result<object, Unanswered>> {
  return writeAs<Result<object, Unanswered>>(db, actor, 'strategy.answer-brief', async (tx, record) => {
    const found = await mine(tx, actor, edition)
    if (!found.ok) return found
    const { reader, goals } = found.value
    const [questions, answers] = [reader.questions ?? [], await readAnswers(tx, reader.id)]
    const before = answers.find((one) => one.no === no)
    if (before && answers.length < questions.length) return refuse({ code: 'question_answered', values: { no, at: before.answered_at.slice(0, 10) } })
    if (reader.questions !== null && answers.length === questions.length) return refuse({ code: 'no_question_left', values: { found: questions.length } })
    const question = questions[no - 1]
    if (!question) return refuse({ code: 'not_found', values: { what: 'question', id: String(no) } })
    const chosen = question.choices.find(({ id }) => id === choice)
    if (!chosen) return refuse({ code: 'choice_unknown', values: { no, found: choice, expected: question.choices.map(({ name }) => name).join(', ') } })
    await insertAnswer(tx, { org_id: actor.orgId, reader_id: reader.id, no, choice, is_right: choice === question.right })
    if (answers.length + 1 === questions.length) await takePlace(tx, reader)
    await record({ room: 'strategy', kind: 'brief', id: reader.brief_id, before: null, after: { version: goals.version.no, question: no }, seenBy: [actor.accountId] })
    return ok({})
  })
}
