import { permissionsOfRole, type Role } from '@throughline/contract/people'
import type { Db, Standing } from '../database/index.ts'
import type { Actor } from '../http/room.ts'
import { sessionActor, tokenActor } from './entrance-store.ts'
import { may } from './rights/standing.ts'
import { csrfOf, hashOf, tokenParts } from './secrets.ts'

/** Who holds this session, or undefined where there is none or it is over. */
export async function actorOfSession(db: Db, secret: string, now: Date): Promise<Actor | undefined> {
  const found = await sessionActor(db, hashOf(secret), now)
  return found && { ...named(found, found.role), standing: standing(found, found.role), via: 'session', sessionId: found.session_id, csrf: csrfOf(secret), provedAt: found.proved_at, lacksFactor: found.lacks_factor }
}

/** Who holds this API token: bound to its own role or permissions, and to what its person may by now. It goes by its role where its person has all of it. */
export async function actorOfToken(db: Db, text: string, now: Date): Promise<Actor | undefined> {
  const parts = tokenParts(text)
  if (!parts) return undefined
  const found = await tokenActor(db, parts.id, hashOf(parts.secret), now)
  if (!found) return undefined
  const whole = standing(found, found.member_role)
  const only = found.role === null ? (found.may ?? []) : permissionsOfRole[found.role]
  const role = found.role !== null && only.every((permission) => may({ role: whole.role, standing: whole }, permission)) ? found.role : found.member_role
  return { ...named(found, role), standing: { ...whole, only }, via: 'token' }
}

const standing = (found: { readonly standing: Standing | null }, role: Role): Standing => found.standing ?? { role, given: [] }

const named = (found: { org_id: string; account_id: string; name: string; email: string }, role: Role) => ({ orgId: found.org_id, accountId: found.account_id, name: found.name, email: found.email, role })
