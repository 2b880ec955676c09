import { gives } from '@throughline/contract/people'
import type { StrategyRefusal } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { readMembers } from '../../../people/index.ts'
import type { InitiativeSource } from '../../initiative-source.ts'
import { lockStrategy } from '../../write-store.ts'
import { closedRefusal, nameOfVersion, notSent } from '../policy.ts'
import { readVersionRow, updateVersion } from '../store.ts'
import { changesNothing, problemsOf, readWholeVersion } from '../whole.ts'

type Refused = StrategyRefusal | WireRefusal
export type Sending = { readonly version: number; readonly remark?: string | undefined }

/** Sends a draft with its actions for approval. It is sound, it changes something, and nobody changes it from then on. */
export function sendDraft(db: Db, actor: Actor, id: string, { version, remark = '' }: Sending, now: Date, { readInitiatives }: InitiativeSource): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.send-draft', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const found = await expectVersion(tx, await readVersionRow(tx, id), { room: 'strategy', kind: 'strategy_version', id, version })
    if (!found.ok) return found
    const closed = closedRefusal(found.value)
    if (closed) return closed
    const whole = await readWholeVersion(tx, stored, found.value)
    const problems = problemsOf(whole, await readInitiatives(tx))
    if (problems.length > 0) return refuse({ code: 'draft_unsound', values: { count: problems.length, problems: problems.map(({ words }) => words).join(' '), all: problems } })
    if (changesNothing(whole)) return refuse({ code: 'draft_changes_nothing', values: { name: nameOfVersion(found.value) } })
    await updateVersion(tx, id, { status: 'sent', sent_at: now.toISOString(), sent_by_id: actor.accountId, sent_by: actor.name, remark })
    await record({ room: 'strategy', kind: 'strategy_version', id, before: { status: 'draft' }, after: { status: 'sent', remark, actions: whole.document.actions.length } })
    const deciders = (await readMembers(tx)).filter(({ role }) => gives(role, 'decide'))
    await notify(tx, actor, { reason: 'proposal_to_decide', to: deciders.map((one) => one.id), subject: { room: 'strategy', kind: 'strategy_version', id }, act: 'strategy.send-draft', words: remark })
    return ok(id)
  })
}

/** Takes back what was sent; it is a draft again. */
export function recallDraft(db: Db, actor: Actor, id: string, { version, remark = '' }: Sending): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.recall-draft', async (tx, record) => {
    await lockStrategy(tx, actor.orgId)
    const found = await expectVersion(tx, await readVersionRow(tx, id), { room: 'strategy', kind: 'strategy_version', id, version })
    if (!found.ok) return found
    const wrong = notSent(found.value)
    if (wrong) return wrong
    await updateVersion(tx, id, { status: 'draft', remark })
    await record({ room: 'strategy', kind: 'strategy_version', id, before: { status: 'sent' }, after: { status: 'draft', remark } })
    return ok(id)
  })
}

/** Discards a draft; the history keeps it. */
export function discardDraft(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'strategy.discard-draft', async (tx, record) => {
    await lockStrategy(tx, actor.orgId)
    const row = await readVersionRow(tx, id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'strategy version', id } })
    const closed = closedRefusal(row)
    if (closed) return closed
    await updateVersion(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'strategy', kind: 'strategy_version', id, before: { title: row.title, reason: row.reason }, after: null })
    return ok({})
  })
}
