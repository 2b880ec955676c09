import type { NewException } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { addMonths } from '@throughline/engine/capacity'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { noInitiative } from '../../refused.ts'
import { openCase, type Pair, type Unopened } from '../open-case.ts'
import { whyDependent } from '../refusals.ts'
import type { ComplianceSources } from '../sources.ts'
import { endStored, insertException, lockException } from '../store.ts'

type Ungranted = Unopened | Refusal<'term_unsound' | 'verifier_dependent'>

/** Excepts an initiative from an obligation until a day, on which it lapses by itself. Nobody excepts their own work. */
export function grantException(db: Db, actor: Actor, given: NewException, { now, sources }: { readonly now: Date; readonly sources: ComplianceSources }): Promise<Result<Pair, Ungranted>> {
  return writeAs<Result<Pair, Ungranted>>(db, actor, 'governance.grant-exception', async (tx, record) => {
    const opened = await openCase(tx, actor, given, sources)
    if (!opened.ok) return opened
    const { obligation, initiative } = opened.value
    const { obligationId, initiativeId, fromOn, expiresOn } = given
    const today = now.toISOString().slice(0, 10)
    const after = fromOn > today ? fromOn : today
    if (expiresOn <= after) return refuse({ code: 'term_unsound', values: { found: expiresOn, expected: `a day after ${after}` } })
    const { title, exceptionMonths } = obligation.said
    const last = addMonths(fromOn, exceptionMonths)
    if (expiresOn > last) return refuse({ code: 'term_unsound', values: { found: expiresOn, expected: `a day up to ${last}: an exception from this is granted for ${exceptionMonths} ${exceptionMonths === 1 ? 'month' : 'months'} at most, and then decided on anew` } })
    const dependent = await whyDependent(tx, sources.readTeams, { person: { id: actor.accountId, name: actor.name }, act: `grant an exception from ${title}`, initiative })
    if (dependent) return dependent.refusal
    const [id, reason, compensation] = [newId(), given.reason.trim(), given.compensation.trim()]
    await insertException(tx, { org_id: actor.orgId, id, obligation_id: obligationId, initiative_id: initiativeId, reason, compensation, from_on: fromOn, expires_on: expiresOn, granted_by: actor.name, granted_at: now.toISOString() })
    await record({ room: 'governance', kind: 'compliance_exception', id, before: null, after: { obligation: title, initiative: initiative.name, compensation, fromOn, expiresOn }, why: reason })
    return ok({ obligationId, initiativeId })
  })
}

/** Ends an exception before its day. */
export function endException(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, { now, sources }: { readonly now: Date; readonly sources: ComplianceSources }): Promise<Result<Pair, Refusal<'not_found' | 'version_moved' | 'exception_over'>>> {
  return writeAs<Result<Pair, Refusal<'not_found' | 'version_moved' | 'exception_over'>>>(db, actor, 'governance.end-exception', async (tx, record) => {
    const found = await expectVersion(tx, await lockException(tx, id), { room: 'governance', kind: 'compliance_exception', id, version })
    if (!found.ok) return found
    const { obligation_id: obligationId, initiative_id: initiativeId, expires_on, ended_at } = found.value
    if ((await sources.readInitiativesOf(tx, [initiativeId])).length === 0) return noInitiative(initiativeId)
    const at = now.toISOString()
    const on = ended_at?.slice(0, 10) ?? expires_on
    if (ended_at !== null || expires_on <= at.slice(0, 10)) return refuse({ code: 'exception_over', values: { on } })
    await endStored(tx, id, { ended_at: at, ended_by: actor.name, ended_because: reason.trim() })
    await record({ room: 'governance', kind: 'compliance_exception', id, before: { ended: null }, after: { ended: at.slice(0, 10) }, why: reason.trim() })
    return ok({ obligationId, initiativeId })
  })
}
