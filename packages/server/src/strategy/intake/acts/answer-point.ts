import type { NewPointAnswer } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { statementIds } from '../../first-strategy.ts'
import { insertAnswer, readPassages, readReviews } from '../store.ts'

/** Answers a point that was said to be unclear, with the passage that shows it where one does; who asked is told. It is clear once the reading is confirmed, and not before. */
export function answerPoint(db: Db, actor: Actor, reviewId: string, { words: given, passageId = null }: NewPointAnswer, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'strategy.answer-point', async (tx, record) => {
    const asked = (await readReviews(tx)).find(({ id, verdict }) => id === reviewId && verdict === 'questioned')
    if (!asked) return refuse({ code: 'not_found', values: { what: 'unclear point', id: reviewId } })
    const passage = passageId === null ? null : (await readPassages(tx)).find(({ id, objective_id }) => id === passageId && objective_id === asked.objective_id)
    if (passage === undefined) return refuse({ code: 'not_found', values: { what: 'passage', id: passageId } })
    const words = given.trim()
    await insertAnswer(tx, { org_id: actor.orgId, id: newId(), review_id: reviewId, passage_id: passageId, words, answered_at: now.toISOString(), answered_by: actor.name })
    await record({ room: 'strategy', kind: 'reading_review', id: reviewId, before: null, after: { objective: asked.statement, point: asked.point, answer: words, quote: passage?.quote ?? null } })
    if (asked.reviewed_by_id !== null) await notify(tx, actor, { reason: 'question_answered', to: [asked.reviewed_by_id], ...(Object.values(statementIds(actor.orgId)).includes(asked.objective_id) ? {} : { subject: { room: 'strategy', kind: 'objective', id: asked.objective_id } }), act: 'strategy.answer-point', words })
    return ok({})
  })
}
