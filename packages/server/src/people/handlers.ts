import { ok, refuse } from '@throughline/engine/kernel'
import type { peopleProblems, peopleRoutes } from '@throughline/contract/people'
import { withOrg } from '../database/index.ts'
import type { Handlers } from '../http/room.ts'
import { productVersion } from '../product.ts'
import { accountHandlers, enteringOf, letIn } from './account-handlers.ts'
import { createUnit, changeUnit } from './acts/arrange-units.ts'
import { changeOrganisation } from './acts/change-organisation.ts'
import { addMember, changeMember, removeMember } from './acts/give-access.ts'
import { changePassword } from './acts/change-password.ts'
import { setUp } from './acts/set-up.ts'
import { enter, signIn } from './acts/sign-in.ts'
import { signOut } from './acts/sign-out.ts'
import { installationIsEmpty } from './entrance-store.ts'
import { noticeLetter } from './letters.ts'
import { hashPassword } from './password.ts'
import { checkStrength } from './passwords/strength.ts'
import { rightsHandlers } from './rights/handlers.ts'
import { sessionOf } from './session-reply.ts'
import { provisioningHandlers } from './scim/index.ts'
import { signOnHandlers } from './sso/index.ts'
import { listUnits, readOrganisation } from './store.ts'

const done = <T, R>(outcome: { ok: true; value: T } | { ok: false; refusal: R }) => (outcome.ok ? ok({}) : outcome)

export const handlers: Handlers<typeof peopleRoutes, keyof typeof peopleProblems> = {
  readSetup: async ({ context }) => ok({ needed: await installationIsEmpty(context.db), product: 'Throughline', version: productVersion, mail: context.accounts.mail !== undefined }),

  setUp: async ({ body, context }) => {
    // Asked before the costly hash as well, so that a finished set-up cannot be used to keep the server busy.
    if (!(await installationIsEmpty(context.db))) return refuse({ code: 'setup_done' })
    const { password, currency = 'EUR', ...given } = body
    const strong = await checkStrength(password, [given.name, given.email, given.organisationName], context.accounts.breached)
    if (!strong.ok) return strong
    const founded = await setUp(context.db, { ...given, currency, passwordHash: await hashPassword(password, context.accounts.cost) })
    if (!founded.ok) return founded
    const owner = { ...founded.value.owner, email: body.email.toLowerCase() }
    return ok(await letIn(context, await enter(context.db, owner, enteringOf(context), false)))
  },

  signIn: async ({ body, context }) => {
    const signedIn = await signIn(context.db, body, enteringOf(context), context.accounts.seal)
    return signedIn.ok ? ok(await letIn(context, signedIn.value)) : signedIn
  },

  // A token needs no csrf; the field is there for the page.
  readSession: async ({ actor, context }) => ok(await sessionOf(context, actor, { csrf: actor.csrf ?? '', secondFactor: !actor.lacksFactor })),

  changePassword: async ({ actor, body, context }) => {
    if (!actor.sessionId) return refuse({ code: 'password_needs_session' })
    const changed = await changePassword(context.db, { ...actor, sessionId: actor.sessionId }, { ...body, now: context.now, breached: context.accounts.breached, cost: context.accounts.cost })
    if (changed.ok) context.accounts.mail?.later(noticeLetter(actor, 'password', context.now))
    return changed
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
  ...accountHandlers,
  ...signOnHandlers,
  ...provisioningHandlers,
  addMember: async ({ actor, body: { password, ...person }, context }) => {
    const strong = await checkStrength(password, [person.name, person.email], context.accounts.breached)
    return strong.ok ? addMember(context.db, actor, { ...person, passwordHash: await hashPassword(password, context.accounts.cost) }) : strong
  },
  changeMember: ({ actor, params, body, context }) => changeMember(context.db, actor, params.id, body),
  removeMember: async ({ actor, params, context }) => done(await removeMember(context.db, actor, params.id)),
}
