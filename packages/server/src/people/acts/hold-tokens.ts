import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import type { NewToken, Token } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { includes } from '../policy.ts'
import { hashOf, newSecret, tokenText } from '../secrets.ts'
import { deleteToken, findToken, insertToken } from '../store.ts'

const dayMs = 86_400_000

/** Makes a token of at most the actor's own role; the secret is returned this once. */
export function createToken(db: Db, actor: Actor, wish: Static<typeof NewToken>, now: Date): Promise<Result<{ token: Token; secret: string }, Refusal<'token_role_above_own'>>> {
  return writeAs(db, actor, 'people.create-token', async (tx, record) => {
    if (!includes(actor.role, wish.role)) return refuse({ code: 'token_role_above_own', values: { role: actor.role, found: wish.role } })
    const id = newId(now.getTime())
    const secret = newSecret()
    const expiresAt = wish.expiresInDays === undefined ? null : new Date(now.getTime() + wish.expiresInDays * dayMs).toISOString()
    await insertToken(tx, { orgId: actor.orgId, id, accountId: actor.accountId, name: wish.name.trim(), role: wish.role, secretHash: hashOf(secret), createdAt: now.toISOString(), expiresAt })
    const token = await findToken(tx, actor.accountId, id)
    invariant(token, 'a token is seen in the transaction that wrote it')
    await record({ room: 'people', kind: 'token', id, before: null, after: token })
    return ok({ token, secret: tokenText(id, secret) })
  })
}

/** Revokes one of the actor's own tokens; it stops working at once. */
export function revokeToken(db: Db, actor: Actor, id: string): Promise<Result<void, Refusal<'not_found'>>> {
  return writeAs(db, actor, 'people.revoke-token', async (tx, record) => {
    const before = await findToken(tx, actor.accountId, id)
    if (!before) return refuse({ code: 'not_found', values: { what: 'token', id } })
    await deleteToken(tx, id)
    await record({ room: 'people', kind: 'token', id, before, after: null })
    return ok(undefined)
  })
}
