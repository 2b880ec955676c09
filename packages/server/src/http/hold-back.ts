import type { Route, WireRefusal } from '@throughline/contract/wire'
import type { Actor } from './room.ts'

/** For how long a sign-in is recent enough for what would help whoever finds an unlocked screen. */
export const recentMinutes = 15

/**
 * Why somebody who may is held back all the same: the organisation asks for a second factor that is not there yet, or the route for a
 * sign-in of now. A token has no person in front of it who could sign in again; it is made by one who did.
 */
export function heldBack({ via, lacksFactor, provedAt }: Actor, { beforeSecondFactor, recentSignIn }: Pick<Route, 'beforeSecondFactor' | 'recentSignIn'>, now: Date): WireRefusal | undefined {
  if (via !== 'session') return undefined
  if (lacksFactor && !beforeSecondFactor) return { code: 'second_factor_required' }
  const recent = provedAt !== undefined && now.getTime() - Date.parse(provedAt) <= recentMinutes * 60_000
  return recentSignIn && !recent ? { code: 'sign_in_outdated', values: { minutes: recentMinutes } } : undefined
}
