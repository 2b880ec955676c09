import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { acceptTension as judge } from '@throughline/engine/strategy'
import type { NewAcceptedTension } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { readAround } from '../contradictions/around.ts'
import { findingsOf } from '../contradictions/present.ts'
import type { CoherenceSource } from '../contradictions/source.ts'
import { insertTension, readTensions, removeTension } from '../contradictions/store.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { lockStrategy } from '../write-store.ts'

type Refused = Refusal<'contradiction_gone' | 'contradiction_is_hard' | 'tension_accepted' | 'review_not_ahead'>

/** Says who lives with a tension, by which rule, and when it is looked at again. It must be found as it is accepted. */
export function acceptTension(db: Db, actor: Actor, given: Static<typeof NewAcceptedTension>, now: Date, { readInitiatives, coherence }: InitiativeSource & { readonly coherence: CoherenceSource }): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'strategy.accept-tension', async (tx, record) => {
    const [stored, today] = [await lockStrategy(tx, actor.orgId), now.toISOString().slice(0, 10)]
    const finding = findingsOf(stored, await readInitiatives(tx), await readAround(tx, today, coherence)).find(({ key }) => key === given.key)
    if (!finding) return refuse({ code: 'contradiction_gone', values: {} })
    const standing = (await readTensions(tx)).find(({ key }) => key === given.key)
    if (standing) return refuse({ code: 'tension_accepted', values: { owner: standing.owner, reviewOn: standing.review_on } })
    const { owner, tradeOff, reviewOn } = given
    const judged = judge(finding, { owner, tradeOff, reviewOn }, today)
    if (!judged.ok) return judged.refusal.code === 'contradiction_is_hard' ? refuse({ code: 'contradiction_is_hard', values: { words: finding.words } }) : refuse({ code: 'review_not_ahead', values: { found: reviewOn, today } })
    const row = { org_id: actor.orgId, id: newId(), key: given.key, owner: owner.trim(), trade_off: tradeOff.trim(), review_on: reviewOn, words: finding.words, recorded_at: now.toISOString(), recorded_by: actor.name }
    await insertTension(tx, row)
    await record({ room: 'strategy', kind: 'tension', id: row.id, before: null, after: { words: row.words, owner: row.owner, tradeOff: row.trade_off, reviewOn } })
    return ok({})
  })
}

/** Lives with a tension no longer; what was said stays in the history. */
export function reopenTension(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found' | 'version_moved'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'version_moved'>>>(db, actor, 'strategy.reopen-tension', async (tx, record) => {
    await lockStrategy(tx, actor.orgId)
    const row = (await readTensions(tx)).find((one) => one.id === id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'tension', id } })
    await removeTension(tx, id, now.toISOString())
    await record({ room: 'strategy', kind: 'tension', id, before: { words: row.words, owner: row.owner, tradeOff: row.trade_off, reviewOn: row.review_on }, after: null })
    return ok({})
  })
}
