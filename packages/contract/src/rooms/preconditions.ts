import type { Route } from '../wire/index.ts'

/**
 * Writing routes of things that are there already which carry no version, each with the reason why nobody's change is lost by it. Every
 * other one is refused where somebody else was faster (`version_moved`).
 */
export const withoutVersion: Readonly<Record<string, string>> = {
  'PUT /api/strategy/contributions': 'names the contribution that was seen, and is refused where it is another by now',
  'PUT /api/strategy/alignment-outcome/:id': 'names the judgement that was seen, and is refused where it is another by now',
  'PUT /api/strategy/workshops/:id/judgement': 'one person’s own judgement; the last word is theirs until it is closed',
  'POST /api/strategy/objectives/:id/measures': 'adds a measure or a link to one; one that measures it already, or is defined already, is refused',
  'POST /api/strategy/measures/:id/narratives': 'adds what one person says; nobody else’s is touched',
  'POST /api/strategy/reviews/:id/answers': 'adds an answer to what was asked; none is ever changed',
  'POST /api/strategy/measures/:id/actuals': 'adds to the record of what was measured; an earlier value of the date is restated and kept',
  'POST /api/strategy/versions/:id/roadmap': 'computes what a version comes to, and changes nothing',
  'POST /api/strategy/versions/:id/ranks': 'computes how ranks are doubted, and changes nothing',
  'POST /api/strategy/actual-batches/:id/undo': 'takes back what nobody has recorded upon since, and is refused where somebody has or where it was taken back',
  'POST /api/value/benefits/:id/evidence': 'adds a file; none is ever changed',
  'POST /api/value/measures/:id/evidence': 'adds a file; none is ever changed',
  'POST /api/value/evidence/:id/withdrawal': 'a file is never changed, only withdrawn, once, and only while nothing names it',
  'POST /api/value/stories/:id/contributors': 'adds somebody; nobody else is touched, and who is named already is refused',
  'POST /api/value/entries/:id/reversal': 'adds the reversal to a ledger in which nothing is changed; a second one is refused',

  'PATCH /api/demand/imports/:id': 'a draft beside the portfolio: only what is given changes, and the preview shows what comes of it',
  'POST /api/demand/imports/:id/apply': 'is compared with the portfolio once more as it is applied; an import is applied once',
  'POST /api/demand/imports/:id/cancel': 'asks work to stop; asking twice asks once',
  'POST /api/demand/imports/:id/undo': 'takes back what nobody has changed since, and is refused where somebody built upon it',
  'DELETE /api/demand/imports/:id': 'a draft beside the portfolio; what was applied cannot be discarded',
  'DELETE /api/demand/import-memory/:id': 'a lesson is never changed, only forgotten',
  'POST /api/demand/examples/:key': 'is refused where the organisation has anything yet',
  'DELETE /api/demand/dependencies/:id': 'a dependency is never changed, only added and removed',
  'POST /api/delivery/initiatives/:id/tasks': 'adds a task; one with a key that is there is refused',
  'POST /api/delivery/initiatives/:id/task-list-previews': 'reads a file and changes nothing; the list is kept with the versions that it shows',
  'POST /api/delivery/initiatives/:id/risks': 'adds a risk; one with a key that is there is refused',
  'POST /api/delivery/initiatives/:id/issues': 'adds an issue; one with a key that is there is refused',
  'POST /api/delivery/initiatives/:id/drawdowns': 'adds a drawdown; none is ever changed',
  'POST /api/delivery/drawdowns/:id/reversal': 'adds the reversal of a drawdown; a second one is refused',
  'POST /api/delivery/initiatives/:id/risk-list-previews': 'reads a file and changes nothing; the list is kept with the versions that it shows',
  'POST /api/delivery/initiatives/:id/components': 'adds a component; one of a name that is there is refused',
  'POST /api/delivery/initiatives/:id/components/:componentId/offers': 'adds an offer; a second one to the same initiative is refused',
  'DELETE /api/portfolio/demands/:id': 'a demand is never changed, only recorded and withdrawn',
  'POST /api/demand/initiatives/:id/business-case': 'begins a draft; a second one is refused',
  'POST /api/demand/initiatives/:id/business-case/flow-previews': 'reads a file and changes nothing; the lines are kept with the version that is seen',
  'DELETE /api/demand/exclusions/:id': 'an exclusion is never changed, only added and removed',

  'POST /api/governance/jobs/:id/cancel': 'asks work to stop; asking twice asks once',
  'POST /api/governance/services/:id/requests': 'adds a request; nothing that is there is changed',
  'POST /api/governance/initiatives/:id/framework': 'names the adoption that was seen, and is refused where it is another by now',
  'POST /api/governance/frameworks/:id/migrations': 'names the adoptions that were seen, and is refused where one is another by now',
  'POST /api/governance/initiatives/:id/conformance-evidence': 'adds evidence; none is ever changed',
  'DELETE /api/governance/initiatives/:id/conformance-evidence/:evidenceId': 'evidence is never changed, only taken away',
  'POST /api/governance/initiatives/:id/deviations': 'adds a wish; a second one for the same element is refused',
  'PUT /api/governance/initiatives/:id/conformance-tier': 'adds to the list of what was said, each with its reason; the last word holds',
  'PUT /api/governance/method-library/:id/rating': 'one person’s own rating; the last word is theirs',
  'DELETE /api/governance/method-library/:id/rating': 'one person’s own rating, which only they take back',
  'POST /api/governance/initiatives/:id/method-uses': 'adds a use; a second one of an item that is used already is refused',
  'DELETE /api/governance/initiatives/:id/method-uses/:useId': 'takes away what was recorded by mistake; it stays in the history with what was said of it',
  'DELETE /api/governance/comments/:id': 'its author alone takes it back, whatever it says by now',
  'POST /api/governance/notifications/read': 'what is read stays read, in whatever order',
  'PATCH /api/governance/notifications/choices': 'one person’s switches; only those given are set',
  'POST /api/governance/academy/courses/:id/sessions': 'adds a session; nothing that is there is changed',
  'POST /api/governance/academy/sessions/:id/places': 'adds a place; who has one already is refused',
  'POST /api/governance/academy/mentors/:id/pairings': 'adds a wish; who is paired already is refused',
  'POST /api/governance/academy/communities/:id/questions': 'adds a question; nothing that is there is changed',
  'POST /api/governance/academy/questions/:id/answers': 'adds an answer; nobody else’s is touched',
  'PUT /api/governance/academy/communities/:id/membership': 'one person is a member or is not; the last word is theirs',
  'PUT /api/governance/academy/answers/:id/mark': 'one person’s own mark; the last word is theirs',
  'POST /api/governance/webhooks/:id/ping': 'adds a message',
  'POST /api/governance/webhook-deliveries/:id/again': 'sends a message once more under the id that it has',
  'PUT /api/governance/follows': 'one person follows or does not; the last word is theirs',

  'DELETE /api/people/session': 'ends what is the caller’s own',
  'DELETE /api/people/sign-on/session': 'ends what is the caller’s own',
  'POST /api/people/session/proof': 'changes nothing but the caller’s session',
  'POST /api/people/session/passkey-proof': 'changes nothing but the caller’s session',
  'POST /api/people/password': 'asks for the password there is',
  'DELETE /api/people/sessions/:id': 'a session is never changed, only ended',
  'DELETE /api/people/sessions': 'a session is never changed, only ended',
  'DELETE /api/people/members/:id/sessions': 'a session is never changed, only ended',
  'DELETE /api/people/members/:id': 'takes every access away, whichever it is by now',
  'DELETE /api/people/members/:id/factors': 'takes every factor away, whichever there are by now',
  'POST /api/people/members/:id/password-link': 'each link voids the one before',
  'DELETE /api/people/roles/:id': 'a role that was given is never changed, only ended',
  'DELETE /api/people/tokens/:id': 'a token is never changed, only revoked',
  'DELETE /api/people/invitations/:id': 'an invitation is never changed, only withdrawn',
  'POST /api/people/invitations/:id/link': 'each link voids the one before',
  'POST /api/people/factors/app/confirmation': 'asks for a code of the secret that is waiting',
  'DELETE /api/people/factors/app': 'a factor of the caller’s own is never changed, only removed',
  'DELETE /api/people/factors/passkeys/:id': 'a factor of the caller’s own is never changed, only removed',
  'DELETE /api/people/sign-on/providers/:id': 'takes a provider away, however it is set by now; its people stay',
}

/** Whether a route writes to something that may be there already. A `POST` to a list adds to it. */
export const changesWhatIsThere = ({ method, path, access }: Route): boolean => method !== 'GET' && access !== 'public' && (method !== 'POST' || path.includes(':'))

/** Whether a route says which version was seen: in its body, once or for each part, or in the query of a removal. */
export const namesVersion = ({ body, seen }: Route): boolean => seen !== undefined || (body !== undefined && body !== 'bytes' && requiresVersion(body))

function requiresVersion(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  const { required, properties, items } = schema as { required?: readonly string[]; properties?: Readonly<Record<string, unknown>>; items?: unknown }
  return (required?.includes('version') ?? false) || requiresVersion(items) || Object.entries(properties ?? {}).some(([name, part]) => (required?.includes(name) ?? false) && requiresVersion(part))
}
