import type { Role } from '@throughline/contract/people'
import type { BriefDelivery } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import type { InitiativeSource } from '../../initiative-source.ts'
import { readAudience, rolesTakingPart } from '../audience.ts'
import { readGoals } from '../edition.ts'
import { insertBrief, insertReaders, lockBrief, readReaders, widenBrief } from '../store.ts'

type Undelivered = Refusal<'brief_outdated' | 'brief_delivered'>

/** Delivers the edition in force to everybody of some roles who has not got it, in the group in which they are now; they are told. */
export function deliverBrief(db: Db, actor: Actor, { edition, roles: chosen }: Static<typeof BriefDelivery>, now: Date, { readInitiatives }: InitiativeSource): Promise<Result<object, Undelivered>> {
  return writeAs<Result<object, Undelivered>>(db, actor, 'strategy.deliver-brief', async (tx, record) => {
    const goals = await readGoals(tx, actor.orgId)
    if (goals.edition !== edition) return refuse({ code: 'brief_outdated', values: { found: goals.version.no } })
    const roles = chosen ?? rolesTakingPart
    const before = await lockBrief(tx, edition)
    const have = new Set(before ? (await readReaders(tx, before.id)).map(({ account_id }) => account_id) : [])
    const to = (await readAudience(tx, now, await readInitiatives(tx))).filter(({ accountId, role }) => roles.includes(role) && !have.has(accountId))
    if (to.length === 0) return refuse({ code: 'brief_delivered', values: { found: goals.version.no, roles: roles.map((role) => role.replaceAll('_', ' ')).join(', ') } })
    const [id, at, all] = [before?.id ?? newId(), now.toISOString(), inOrder([...(before?.roles ?? []), ...roles])]
    if (before) await widenBrief(tx, id, all)
    else await insertBrief(tx, { org_id: actor.orgId, id, edition, version_id: goals.version.id, version_no: goals.version.no, roles: all, delivered_at: at, delivered_by: actor.name })
    await insertReaders(tx, to.map(({ accountId, group }) => ({ org_id: actor.orgId, id: newId(), brief_id: id, account_id: accountId, group_kind: group.kind, group_id: group.id, delivered_at: at })))
    await record({ room: 'strategy', kind: 'brief', id, before: before ? { roles: before.roles } : null, after: { version: goals.version.no, edition, roles: all, people: to.length } })
    await notify(tx, actor, { reason: 'brief_to_read', to: to.map(({ accountId }) => accountId), subject: { room: 'strategy', kind: 'brief', id }, act: 'strategy.deliver-brief', words: goals.stored.strategy.name })
    return ok({})
  })
}

const inOrder = (roles: readonly Role[]): readonly Role[] => rolesTakingPart.filter((role) => roles.includes(role))
