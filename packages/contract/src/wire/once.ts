import type { Route } from './route.ts'

/** Names one act, so that it is done once however often it is sent (IETF draft-ietf-httpapi-idempotency-key-header). */
export const onceHeader = 'idempotency-key'
/** Says of an answer that it was given before, and that nothing was done now. */
export const replayedHeader = 'idempotent-replayed'

/** Writing routes whose answer is not kept for a second request, each with its reason; those that nobody need be signed in for stand apart. */
export const answersNotKept: Readonly<Record<string, string>> = {
  'DELETE /api/people/session': 'the session is over; a second request is nobody’s',
  'DELETE /api/people/sign-on/session': 'the session is over; a second request is nobody’s',
  'POST /api/people/session/proof': 'the session goes on under another secret, which is stored nowhere',
  'POST /api/people/session/passkey-proof': 'the session goes on under another secret, which is stored nowhere',
  'POST /api/people/factors/app/confirmation': 'the session goes on under another secret, which is stored nowhere',
  'POST /api/people/factors/passkeys': 'the session goes on under another secret, which is stored nowhere',
  'POST /api/people/invitations': 'a letter leaves while it is answered; a second invitation of the address is refused',
  'POST /api/people/invitations/:id/link': 'a letter leaves while it is answered; each link voids the one before',
  'POST /api/people/members/:id/password-link': 'a letter leaves while it is answered; each link voids the one before',
  'POST /api/governance/archive': 'a second archive is refused, since the organisation is not empty any more',
}

/** Whether a route does an act once for each key, and answers its repeats with the first answer. */
export const keepsAnswer = ({ method, path, access, reply }: Pick<Route, 'method' | 'path' | 'access' | 'reply'>): boolean =>
  method !== 'GET' && access !== 'public' && reply !== 'bytes' && !(`${method} ${path}` in answersNotKept)

/** Milliseconds before an act is sent again under its key, for the first time, the second and so on; after the last of them it is given up. */
export const repeatAfterMs = [300, 1_000, 3_000] as const

/** Refusals after which the same request under the same key is to be sent again: it was done once, or will be. */
export const repeatable: ReadonlySet<string> = new Set(['unreachable', 'server_unreachable', 'outcome_unknown', 'database_unavailable', 'overloaded', 'act_under_way'])
