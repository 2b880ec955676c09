import type { NewCommunication } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { initiativeNames } from '../../services/store.ts'
import { whyEnded, whyOptedOut } from '../refusals.ts'
import { insertCommunication, lockCommunication, lockStakeholder, updateCommunication } from '../store.ts'

type Unplanned = Refusal<'not_found' | 'opted_out'>

/** Plans what a stakeholder is told: nothing for who has opted out. */
export function planCommunication(db: Db, actor: Actor, { stakeholderId, about, cadence, firstOn, ownerId, initiativeId = null }: NewCommunication): Promise<Result<object, Unplanned>> {
  return writeAs<Result<object, Unplanned>>(db, actor, 'governance.plan-communication', async (tx, record) => {
    const stakeholder = await lockStakeholder(tx, stakeholderId)
    if (!stakeholder) return refuse({ code: 'not_found', values: { what: 'stakeholder', id: stakeholderId } })
    const out = whyOptedOut(stakeholder)
    if (out) return out
    const owner = (await readMembers(tx)).find(({ id, service }) => id === ownerId && !service)?.name
    if (owner === undefined) return refuse({ code: 'not_found', values: { what: 'member', id: ownerId } })
    const initiative = initiativeId === null ? null : (await initiativeNames(tx, [initiativeId], true)).get(initiativeId)
    if (initiative === undefined) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const id = newId()
    await insertCommunication(tx, { org_id: actor.orgId, id, stakeholder_id: stakeholderId, about: about.trim(), cadence, first_on: firstOn, owner_id: ownerId, owner, initiative_id: initiativeId })
    await record({ room: 'governance', kind: 'communication', id, before: null, after: { stakeholder: stakeholder.name, about: about.trim(), cadence, firstOn, owner, initiative } })
    return ok({})
  })
}

type Unended = Refusal<'not_found' | 'version_moved' | 'communication_ended'>

/** Tells it no more, with the reason; what was told stays in the log. */
export function endCommunication(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Unended>> {
  return writeAs<Result<object, Unended>>(db, actor, 'governance.end-communication', async (tx, record) => {
    const stored = await lockCommunication(tx, id)
    const ended = stored && whyEnded(stored)
    if (ended) return ended
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'communication', id, version })
    if (!found.ok) return found
    await updateCommunication(tx, id, { ended_at: now.toISOString(), ended_by: actor.name, ended_because: reason.trim() })
    await record({ room: 'governance', kind: 'communication', id, before: { ended: null }, after: { ended: reason.trim() } })
    return ok({})
  })
}
