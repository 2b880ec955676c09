import { ok, refuse } from '@throughline/engine/kernel'
import { peopleProblems, type peopleRoutes, type Session } from '@throughline/contract/people'
import { withOrg, type Actor, type Tx } from '../database/index.ts'
import type { Handlers, RequestContext } from '../http/room.ts'
import { productVersion } from '../product.ts'
import { createUnit, changeUnit } from './acts/arrange-units.ts'
import { changeOrganisation } from './acts/change-organisation.ts'
import { addMember, changeMember, removeMember } from './acts/give-access.ts'
import { changePassword } from './acts/change-password.ts'
import { setUp } from './acts/set-up.ts'
import { beginSession, signIn } from './acts/sign-in.ts'
import { signOut } from './acts/sign-out.ts'
import { installationIsEmpty } from './entrance-store.ts'
import { hashPassword } from './password.ts'
import { rightsHandlers } from './rights/handlers.ts'
import { readStanding } from './rights/rights-store.ts'
import { allowedIn, allowedSomewhere, rightsOf } from './rights/standing.ts'
import { listUnits, readOrganisation } from './store.ts'

type Person = Actor & { readonly email: string }

async function sessionOf({ db, holds, now }: RequestContext, person: Person, csrf: string): Promise<Session> {
  const { organisation, empty, standing } = await withOrg(db, person, async (tx: Tx) => ({ organisation: await readOrganisation(tx), empty: !(await holds('work', tx)), standing: person.standing ?? (await readStanding(tx, person, now)) }))
  const whole = { role: person.role, ...(standing ? { standing } : {}) }
  return {
    account: { id: person.accountId, name: person.name, email: person.email }, organisation, role: person.role, csrf, can: rightsOf(whole),
    may: [...allowedIn(whole)], mayInPart: [...allowedSomewhere(whole)], empty,
  }
}

const done = <T, R>(outcome: { ok: true; value: T } | { ok: false; refusal: R }) => (outcome.ok ? ok({}) : outcome)

export const handlers: Handlers<typeof peopleRoutes, keyof typeof peopleProblems> = {
  readSetup: async ({ context }) => ok({ needed: await installationIsEmpty(context.db), product: 'Throughline', version: productVersion }),

  setUp: async ({ body, context }) => {
    // Asked before the costly hash as well, so that a finished set-up cannot be used to keep the server busy.
    if (!(await installationIsEmpty(context.db))) return refuse({ code: 'setup_done' })
    const { password, currency = 'EUR', ...given } = body
    const founded = await setUp(context.db, { ...given, currency, passwordHash: await hashPassword(password) })
    if (!founded.ok) return founded
    const owner = { ...founded.value.owner, email: body.email.toLowerCase() }
    const csrf = context.session.begin(await beginSession(context.db, owner, context.now, context.session.presented))
    return ok(await sessionOf(context, owner, csrf))
  },

  signIn: async ({ body, context }) => {
    const signedIn = await signIn(context.db, { ...body, address: context.address, now: context.now, replaces: context.session.presented })
    if (!signedIn.ok) return signedIn
    const csrf = context.session.begin(signedIn.value.secret)
    return ok(await sessionOf(context, signedIn.value.actor, csrf))
  },

  // A token needs no csrf; the field is there for the page.
  readSession: async ({ actor, context }) => ok(await sessionOf(context, actor, actor.csrf ?? '')),

  changePassword: async ({ actor, body, context }) => {
    if (!actor.sessionId) return refuse({ code: 'password_needs_session' })
    return changePassword(context.db, actor, { ...body, email: actor.email, sessionId: actor.sessionId, now: context.now })
  },

  signOut: async ({ actor, context }) => {
    if (actor.sessionId) await signOut(context.db, actor, actor.sessionId)
    context.session.end()
    return ok({})
  },

  readOrganisation: async ({ actor, context }) => ok(await withOrg(context.db, actor, readOrganisation)),
  changeOrganisation: ({ actor, body, context }) => changeOrganisation(context.db, actor, body, (tx) => context.holds('amounts', tx)),

  listUnits: async ({ actor, context }) => ok(await withOrg(context.db, actor, listUnits)),
  createUnit: ({ actor, body, context }) => createUnit(context.db, actor, body),
  changeUnit: ({ actor, params, body, context }) => changeUnit(context.db, actor, params.id, body),

  ...rightsHandlers,
  addMember: async ({ actor, body: { password, ...person }, context }) => addMember(context.db, actor, { ...person, passwordHash: await hashPassword(password) }),
  changeMember: ({ actor, params, body, context }) => changeMember(context.db, actor, params.id, body),
  removeMember: async ({ actor, params, context }) => done(await removeMember(context.db, actor, params.id)),
}
