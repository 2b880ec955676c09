import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db } from '../../database/index.ts'
import { deleteSession } from '../entrance-store.ts'
import { forgetFactorsOf } from '../factors/factor-store.ts'
import { mayGive } from '../rights/standing.ts'
import { endOwnSessions, endSessionsOf, findSession } from '../session-store.ts'
import { findMember } from '../store.ts'

/** Ends one of the actor's own sessions. */
export function endSession(db: Db, actor: Actor, id: string): Promise<Result<void, Refusal<'not_found'>>> {
  return writeAs(db, actor, 'people.end-session', async (tx, record) => {
    const before = await findSession(tx, actor.accountId, id)
    if (!before) return refuse({ code: 'not_found', values: { what: 'session', id } })
    await deleteSession(tx, id)
    await record({ room: 'people', kind: 'session', id, before: { accountId: actor.accountId, device: before.device }, after: null })
    return ok(undefined)
  })
}

/** Ends all of the actor's own sessions, in whatever organisation, but the one that asks for it. */
export function endOtherSessions(db: Db, actor: Actor, keptId: string): Promise<Result<void, never>> {
  return writeAs(db, actor, 'people.end-other-sessions', async (tx, record) => {
    await endOwnSessions(tx, keptId)
    await record({ room: 'people', kind: 'account', id: actor.accountId, before: { sessions: 'all' }, after: { sessions: 'one' } })
    return ok(undefined)
  })
}

/** Ends all sessions of a member here. */
export function endMemberSessions(db: Db, actor: Actor, id: string): Promise<Result<void, Refusal<'not_found' | 'role_not_yours_to_give'>>> {
  return writeAs(db, actor, 'people.end-member-sessions', async (tx, record) => {
    const member = await findMember(tx, id)
    if (!member) return refuse({ code: 'not_found', values: { what: 'member', id } })
    if (!mayGive(actor, { before: member.role, to: id })) return refuse({ code: 'role_not_yours_to_give' })
    const ended = await endSessionsOf(tx, id)
    await record({ room: 'people', kind: 'member', id, before: { name: member.name, sessions: ended }, after: { name: member.name, sessions: 0 } })
    return ok(undefined)
  })
}

/** Removes the second factors of a member who has lost them, and ends their sessions. Nobody does so for themself: who has a session and the password adds another factor. */
export function removeMemberFactors(db: Db, actor: Actor, id: string): Promise<Result<void, Refusal<'not_found' | 'account_elsewhere' | 'role_not_yours_to_give'>>> {
  return writeAs(db, actor, 'people.remove-member-factors', async (tx, record) => {
    const member = await findMember(tx, id)
    if (!member) return refuse({ code: 'not_found', values: { what: 'member', id } })
    if (id === actor.accountId || !mayGive(actor, { before: member.role, to: id })) return refuse({ code: 'role_not_yours_to_give' })
    if (!(await forgetFactorsOf(tx, id))) return refuse({ code: 'account_elsewhere', values: { name: member.name } })
    await endSessionsOf(tx, id)
    await record({ room: 'people', kind: 'member', id, before: { name: member.name, secondFactor: 'whatever there was' }, after: { name: member.name, secondFactor: 'none' } })
    return ok(undefined)
  })
}
