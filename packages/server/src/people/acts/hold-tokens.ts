import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import { permissionsOfRole, type NewToken, type Token } from '@throughline/contract/people'
import { permissionWords, type Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { readStanding } from '../rights/rights-store.ts'
import { may, mayInPart } from '../rights/standing.ts'
import { hashOf, newSecret, tokenText } from '../secrets.ts'
import { deleteToken, findMember, findToken, insertToken } from '../store.ts'

/** What a token does of which nothing was said: it reads what whose it is may read, and changes nothing. */
const looking = ['read', 'see_money', 'see_people'] as const

const dayMs = 86_400_000
type Wish = Static<typeof NewToken>
type Refused = Refusal<'token_role_above_own' | 'not_found' | 'role_insufficient'>

/** Makes a token with at most the rights of whose it is: the actor, or a service by who gives access. The secret is returned this once. */
export function createToken(db: Db, actor: Actor, wish: Wish, now: Date): Promise<Result<{ token: Token; secret: string }, Refused>> {
  return writeAs<Result<{ token: Token; secret: string }, Refused>>(db, actor, 'people.create-token', async (tx, record) => {
    const holder = await holderOf(tx, actor, wish.serviceId, now)
    if (!holder.ok) return holder
    const role = wish.may === undefined ? (wish.role ?? null) : null
    const wanted = role === null ? (wish.may ?? looking.filter((permission) => may(holder.value, permission))) : permissionsOfRole[role]
    const above = wanted.find((permission) => !mayInPart(holder.value, permission))
    if (above) return refuse({ code: 'token_role_above_own', values: { role: holder.value.role.replaceAll('_', ' '), found: role?.replaceAll('_', ' ') ?? `made to ${permissionWords[above].name}` } })
    const id = newId(now.getTime())
    const secret = newSecret()
    const expiresAt = wish.expiresInDays === undefined ? null : new Date(now.getTime() + wish.expiresInDays * dayMs).toISOString()
    await insertToken(tx, { orgId: actor.orgId, id, accountId: holder.value.accountId, name: wish.name.trim(), role, may: role === null ? wanted : null, secretHash: hashOf(secret), createdAt: now.toISOString(), expiresAt })
    const token = await findToken(tx, id)
    invariant(token, 'a token is seen in the transaction that wrote it')
    await record({ room: 'people', kind: 'token', id, before: null, after: token })
    return ok({ token, secret: tokenText(id, secret) })
  })
}

/** Revokes a token: one's own, or anybody's by who gives access. It stops working at once. */
export function revokeToken(db: Db, actor: Actor, id: string): Promise<Result<void, Refusal<'not_found'>>> {
  return writeAs(db, actor, 'people.revoke-token', async (tx, record) => {
    const before = await findToken(tx, id)
    if (!before || (before.owner.id !== actor.accountId && !may(actor, 'administer'))) return refuse({ code: 'not_found', values: { what: 'token', id } })
    await deleteToken(tx, id)
    await record({ room: 'people', kind: 'token', id, before, after: null })
    return ok(undefined)
  })
}

/** Whose the token will be: the actor as they stand, or the service, whose own role is its bound. */
async function holderOf(tx: Tx, actor: Actor, serviceId: string | undefined, now: Date): Promise<Result<Pick<Actor, 'accountId' | 'role' | 'standing'>, Refused>> {
  if (serviceId === undefined) return ok(actor)
  if (!may(actor, 'administer')) return refuse({ code: 'role_insufficient', values: { needed: permissionWords.administer.name, where: '', role: actor.role.replaceAll('_', ' ') } })
  const member = await findMember(tx, serviceId)
  if (!member?.service) return refuse({ code: 'not_found', values: { what: 'service', id: serviceId } })
  return ok({ accountId: serviceId, role: member.role, standing: await readStanding(tx, { orgId: actor.orgId, accountId: serviceId }, now) ?? { role: member.role, given: [] } })
}

