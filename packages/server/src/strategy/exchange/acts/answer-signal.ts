import type { SignalAnswer } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { keepAnswer, lockSignal } from '../store.ts'

type Unanswerable = Refusal<'not_found' | 'version_moved' | 'signal_answered'>

/** Says what comes of a signal, once; who raised it is told. */
export function answerSignal(db: Db, actor: Actor, id: string, { version, kind, words }: Static<typeof SignalAnswer>, now: Date): Promise<Result<object, Unanswerable>> {
  return writeAs<Result<object, Unanswerable>>(db, actor, 'strategy.answer-signal', async (tx, record) => {
    const stored = await lockSignal(tx, id)
    if (stored?.answer) return refuse({ code: 'signal_answered', values: { unit: stored.unit_name, by: stored.answer.by, at: stored.answer.at.slice(0, 10) } })
    const found = await expectVersion(tx, stored, { room: 'strategy', kind: 'signal', id, version })
    if (!found.ok) return found
    const answer = { kind, words: words.trim(), by: actor.name, at: now.toISOString() }
    await keepAnswer(tx, id, answer)
    await record({ room: 'strategy', kind: 'signal', id, before: { answer: null }, after: { answer: { kind, words: answer.words } } })
    await notify(tx, actor, { reason: 'signal_answered', to: [found.value.raised_by_id], subject: { room: 'strategy', kind: 'signal', id }, act: 'strategy.answer-signal', words: answer.words })
    return ok({})
  })
}
