import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { jobKind, type JobKind } from '../../../jobs/index.ts'
import { keepEscalated, lockSignal, readOwners } from '../store.ts'

export const escalateKind = 'strategy.escalate-signal'
export type EscalateInput = { readonly id: string }

/** The day after a signal was due: where nobody has answered it, those who should are told once more. */
export const escalateJob: JobKind = jobKind<EscalateInput>({ kind: escalateKind, run: async ({ id }, { db, actor }) => ok({ escalated: (await escalate(db, actor, id)).ok }) })

/** Refused, and nothing written, where it was answered or told of before. */
function escalate(db: Db, actor: Actor, id: string): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'strategy.escalate-signal', async (tx, record) => {
    const signal = await lockSignal(tx, id)
    if (!signal || signal.answer !== null || signal.escalated_at !== null) return refuse({ code: 'not_found', values: { what: 'open signal', id } })
    const at = new Date().toISOString()
    await keepEscalated(tx, id, at)
    await record({ room: 'strategy', kind: 'signal', id, before: { escalatedAt: null }, after: { escalatedAt: at } })
    await notify(tx, { ...actor, accountId: null }, { reason: 'signal_to_answer', to: await readOwners(tx), subject: { room: 'strategy', kind: 'signal', id }, act: 'strategy.escalate-signal', words: `Overdue since ${signal.due_on}: ${signal.words}` })
    return ok({})
  })
}
