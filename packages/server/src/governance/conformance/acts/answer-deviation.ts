import type { DeviationAnswer } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { findInitiatives } from '../../frameworks/index.ts'
import { noInitiative } from '../../refused.ts'
import { lockDeviation, updateDeviation } from '../store.ts'

type Unanswered = Refusal<'not_found' | 'version_moved' | 'deviation_own' | 'deviation_answered' | 'answer_unreasoned'>

/** Approves a deviation, which counts from today on, or declines it with the reason. Nobody answers their own. */
export function answerDeviation(db: Db, actor: Actor, id: string, { version, approve, words }: DeviationAnswer, now: Date): Promise<Result<object, Unanswered>> {
  return writeAs<Result<object, Unanswered>>(db, actor, 'governance.answer-deviation', async (tx, record) => {
    const found = await expectVersion(tx, await lockDeviation(tx, id), { room: 'governance', kind: 'conformance_deviation', id, version })
    if (!found.ok) return found
    const { initiative_id: initiativeId, element_key: key, state, asked_by_id } = found.value
    const initiative = (await findInitiatives(tx, [initiativeId])).get(initiativeId)
    if (!initiative || initiative.gone) return noInitiative(initiativeId)
    if (state !== 'waiting') return refuse({ code: 'deviation_answered', values: { key, found: state } })
    if (asked_by_id === actor.accountId) return refuse({ code: 'deviation_own', values: { key } })
    const said = words.trim()
    if (!approve && said === '') return refuse({ code: 'answer_unreasoned', values: { key } })
    const next = approve ? 'approved' : 'declined'
    await updateDeviation(tx, id, { state: next, answered_by: actor.name, answered_at: now.toISOString(), answer: said })
    await record({ room: 'governance', kind: 'conformance_deviation', id, before: { state }, after: { state: next, element: key, answer: said } })
    return ok({})
  })
}
