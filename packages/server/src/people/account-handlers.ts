import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { accountRoutes, FactorAdded, LinkGiven, peopleProblems, Session } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg } from '../database/index.ts'
import type { Actor, Handlers, RequestContext } from '../http/room.ts'
import type { Letter } from '../mail/index.ts'
import { acceptInvitation, readInvitation } from './acts/accept-invitation.ts'
import { changeSignInPolicy } from './acts/change-sign-in-policy.ts'
import { endMemberSessions, endOtherSessions, endSession, removeMemberFactors } from './acts/end-sessions.ts'
import { invitationDays, invite, inviteAgain, withdrawInvitation, type Invited } from './acts/invite.ts'
import { addPasskey, beginApp, confirmApp, removeApp, removePasskey, renewRecoveryCodes, type Added } from './acts/keep-factors.ts'
import { proveByPasskey, proveByPassword, type InSession, type Proved } from './acts/prove.ts'
import { forgetPassword, makePasswordLink, resetPassword } from './acts/reset-password.ts'
import { signInByPasskey, type Entering, type SignedIn } from './acts/sign-in.ts'
import { deviceOf } from './device.ts'
import { readFactors } from './factors/factor-store.ts'
import { makingOptions, signInOptions } from './factors/passkeys.ts'
import { invitationLetter, noticeLetter, resetLetter } from './letters.ts'
import { listInvitations } from './link-store.ts'
import { listMemberStandings, listSessions, readPolicy } from './session-store.ts'
import { sessionOf } from './session-reply.ts'

type All = Handlers<typeof accountRoutes, keyof typeof peopleProblems>

/** From where a request comes in. */
export const enteringOf = ({ address, now, session, browser, accounts: { cost } }: RequestContext): Entering => ({
  address, now, cost, device: deviceOf(browser.userAgent), ...(session.presented === undefined ? {} : { replaces: session.presented }), ...(browser.presented === undefined ? {} : { knownDevice: browser.presented }),
})

/** Hands out the cookies of who has come in, and the session as the page needs it; tells the person of a browser that is new. */
export async function letIn(context: RequestContext, { actor, secret, device, fromNewDevice, secondFactor }: SignedIn): Promise<Session> {
  const csrf = context.session.begin(secret)
  context.browser.remember(device)
  if (fromNewDevice) tell(context, actor, 'new_browser')
  return sessionOf(context, actor, { csrf, secondFactor })
}

const tell = ({ accounts, now }: RequestContext, person: { readonly name: string; readonly email: string }, what: Parameters<typeof noticeLetter>[1]): void => accounts.mail?.later(noticeLetter(person, what, now))

/** Sends a link, or, where it cannot be sent, shows it this once. */
async function giveLink({ accounts, origin }: RequestContext, path: string, expiresAt: Date | string, letter: (address: string) => Letter): Promise<LinkGiven> {
  const sent = accounts.mail !== undefined && (await accounts.mail.send(letter(`${origin}${path}`)).then(() => true, () => false))
  return { sent, link: sent ? null : path, expiresAt: new Date(expiresAt).toISOString() }
}

const invitationLink = (context: RequestContext, { invitation: { name, email, invitedBy, expiresAt }, secret, organisation }: Invited): Promise<LinkGiven> =>
  giveLink(context, `/people/invitation#${secret}`, expiresAt, (address) => invitationLetter({ name, email }, { organisation, invitedBy, address, days: invitationDays }))

/** What only a person in a session can do. */
async function inSession<T, R>(actor: Actor, perform: (person: InSession) => Promise<Result<T, R>>): Promise<Result<T, R | Refusal<'session_needed'>>> {
  return actor.sessionId === undefined ? refuse({ code: 'session_needed' }) : perform({ ...actor, sessionId: actor.sessionId })
}

const nothing = <R>(outcome: Result<unknown, R>): Result<object, R> => (outcome.ok ? ok({}) : outcome)

/** The reply after a factor was added: the session goes on under a new secret. */
function added(context: RequestContext, actor: Actor, { recoveryCodes, secret }: Added): FactorAdded {
  tell(context, actor, 'factor_added')
  return { recoveryCodes: recoveryCodes && [...recoveryCodes], csrf: context.session.begin(secret) }
}

async function proved<R>(context: RequestContext, actor: Actor, outcome: Result<Proved, R>): Promise<Result<Session, R>> {
  if (!outcome.ok) return outcome
  const { secret, secondFactor } = outcome.value
  return ok(await sessionOf(context, actor, { csrf: context.session.begin(secret), secondFactor: secondFactor || !actor.lacksFactor }))
}

async function removed<R>(context: RequestContext, actor: Actor, what: 'factor_removed' | 'recovery_codes', outcome: Result<unknown, R>): Promise<Result<object, R>> {
  if (outcome.ok) tell(context, actor, what)
  return nothing(outcome)
}

/** Signing in by other means than the password, and everything around an account. */
export const accountHandlers: All = {
  passkeySignInOptions: async ({ context }) => ok({ options: await signInOptions(context.db, context) }),
  signInWithPasskey: async ({ body, context }) => {
    const signedIn = await signInByPasskey(context.db, body.response, context.origin, enteringOf(context))
    return signedIn.ok ? ok(await letIn(context, signedIn.value)) : signedIn
  },
  proveByPassword: ({ actor, body, context }) => inSession(actor, async (person) => proved(context, actor, await proveByPassword(context.db, person, body, context.now, context.accounts.seal))),
  proveByPasskey: ({ actor, body, context }) => inSession(actor, async (person) => proved(context, actor, await proveByPasskey(context.db, person, body.response, context))),

  listSessions: async ({ actor, context }) => ok(await withOrg(context.db, actor, (tx) => listSessions(tx, actor.accountId, actor.sessionId, context.now))),
  endSession: async ({ actor, params, context }) => {
    const ended = await endSession(context.db, actor, params.id)
    if (ended.ok && params.id === actor.sessionId) context.session.end()
    return nothing(ended)
  },
  endOtherSessions: ({ actor, context }) => inSession(actor, async (person) => nothing(await endOtherSessions(context.db, person, person.sessionId))),

  readFactors: async ({ actor, context }) => ok(await withOrg(context.db, actor, (tx) => readFactors(tx, actor.accountId))),
  beginApp: ({ actor, context }) => inSession(actor, (person) => beginApp(context.db, person, context.now, context.accounts.seal)),
  confirmApp: ({ actor, body, context }) =>
    inSession(actor, async (person) => {
      const outcome = await confirmApp(context.db, person, body.code, context.now, context.accounts.seal)
      return outcome.ok ? ok(added(context, actor, outcome.value)) : outcome
    }),
  removeApp: ({ actor, context }) => inSession(actor, async (person) => removed(context, actor, 'factor_removed', await removeApp(context.db, person))),
  renewRecoveryCodes: ({ actor, context }) =>
    inSession(actor, async (person) => {
      const outcome = await renewRecoveryCodes(context.db, person)
      await removed(context, actor, 'recovery_codes', outcome)
      return outcome
    }),
  beginPasskey: ({ actor, context }) => inSession(actor, async (person) => ok({ options: await makingOptions(context.db, person, context) })),
  addPasskey: ({ actor, body, context }) =>
    inSession(actor, async (person) => {
      const outcome = await addPasskey(context.db, person, body, context)
      return outcome.ok ? ok({ passkey: outcome.value.passkey, added: added(context, actor, outcome.value.added) }) : outcome
    }),
  removePasskey: ({ actor, params, context }) => inSession(actor, async (person) => removed(context, actor, 'factor_removed', await removePasskey(context.db, person, params.id))),

  // Whatever is known of the address, the answer is given first and the letter is written after.
  forgetPassword: async ({ body, context }) => {
    const begun = await forgetPassword(context.db, { ...body, address: context.address, now: context.now })
    if (!begun.ok) return begun
    if (begun.value) context.accounts.mail?.later(resetLetter(begun.value.person, `${context.origin}/people/reset#${begun.value.secret}`, 'half an hour'))
    return ok({})
  },
  resetPassword: async ({ body, context }) => {
    const { address, now, accounts } = context
    const reset = await resetPassword(context.db, { ...body, address, now, breached: accounts.breached, cost: accounts.cost })
    if (reset.ok) tell(context, reset.value, 'password')
    return nothing(reset)
  },

  listInvitations: async ({ actor, context }) => ok(await withOrg(context.db, actor, listInvitations)),
  invite: async ({ actor, body, context }) => {
    const invited = await invite(context.db, actor, body, context.now)
    return invited.ok ? ok({ invitation: invited.value.invitation, given: await invitationLink(context, invited.value) }) : invited
  },
  inviteAgain: async ({ actor, params, context }) => {
    const invited = await inviteAgain(context.db, actor, params.id, context.now)
    return invited.ok ? ok(await invitationLink(context, invited.value)) : invited
  },
  withdrawInvitation: async ({ actor, params, context }) => nothing(await withdrawInvitation(context.db, actor, params.id)),
  readInvitation: async ({ body, context }) => {
    const found = await readInvitation(context.db, body.secret, enteringOf(context))
    if (!found.ok) return found
    const { organisation, name, email, role, invited_by: invitedBy, known } = found.value
    return ok({ organisation, name, email, role, invitedBy, known })
  },
  acceptInvitation: async ({ body, context }) => {
    const accepted = await acceptInvitation(context.db, body, enteringOf(context), context.accounts)
    return accepted.ok ? ok(await letIn(context, accepted.value)) : accepted
  },

  readSignInPolicy: async ({ actor, context }) => ok(await withOrg(context.db, actor, readPolicy)),
  changeSignInPolicy: ({ actor, body, context }) => changeSignInPolicy(context.db, actor, body),
  listMemberStandings: async ({ actor, context }) => ok(await withOrg(context.db, actor, (tx) => listMemberStandings(tx, context.now))),
  endMemberSessions: async ({ actor, params, context }) => nothing(await endMemberSessions(context.db, actor, params.id)),
  makePasswordLink: async ({ actor, params, context }) => {
    const begun = await makePasswordLink(context.db, actor, params.id, context.now)
    if (!begun.ok) return begun
    const { person, secret, expiresAt } = begun.value
    return ok(await giveLink(context, `/people/reset#${secret}`, expiresAt, (address) => resetLetter(person, address, 'a day')))
  },
  removeMemberFactors: async ({ actor, params, context }) => nothing(await removeMemberFactors(context.db, actor, params.id)),
}
