import type { Role } from '@throughline/contract/people'
import type { Db } from '../database/index.ts'
import type { Actor } from '../http/room.ts'
import { sessionActor, tokenActor } from './entrance-store.ts'
import { lesser } from './policy.ts'
import { csrfOf, hashOf, tokenParts } from './secrets.ts'

/** Who holds this session, or undefined where there is none or it is over. */
export async function actorOfSession(db: Db, secret: string, now: Date): Promise<Actor | undefined> {
  const found = await sessionActor(db, hashOf(secret), now)
  return found && { ...named(found, found.role), via: 'session', sessionId: found.session_id, csrf: csrfOf(secret) }
}

/** Who holds this API token, with the lesser of its role and its person's. */
export async function actorOfToken(db: Db, text: string, now: Date): Promise<Actor | undefined> {
  const parts = tokenParts(text)
  if (!parts) return undefined
  const found = await tokenActor(db, parts.id, hashOf(parts.secret), now)
  return found && { ...named(found, lesser(found.role, found.member_role)), via: 'token' }
}

const named = (found: { org_id: string; account_id: string; name: string; email: string }, role: Role) => ({ orgId: found.org_id, accountId: found.account_id, name: found.name, email: found.email, role })
