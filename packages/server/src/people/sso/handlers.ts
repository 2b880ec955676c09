import { ok } from '@throughline/engine/kernel'
import type { peopleProblems, signOnRoutes } from '@throughline/contract/people'
import { withOrg } from '../../database/index.ts'
import type { Handlers, RequestContext } from '../../http/room.ts'
import { signOut } from '../acts/sign-out.ts'
import { addProvider, changeProvider, removeProvider } from './acts/arrange-providers.ts'
import { leaveOidc } from './oidc.ts'
import { isOfDomains, SignOnRefused } from './provider.ts'
import { ofEnvironment, openProvider } from './settings.ts'
import { listProviders, providerOfSession, shownProvider, signOnChoices, soleOrganisation } from './store.ts'

const startOf = (id: string): string => `/api/people/sign-on/${id}/start`

export const signOnHandlers: Handlers<typeof signOnRoutes, keyof typeof peopleProblems> = {
  listSignOnChoices: async ({ query, context: { db, signOn } }) => {
    const email = query?.email?.trim().toLowerCase() ?? ''
    const stored = await signOnChoices(db, email.slice(email.lastIndexOf('@') + 1))
    const { environment } = signOn
    const set = environment && (await soleOrganisation(db)) && (email === '' || isOfDomains(email, environment.domains)) ? [{ id: ofEnvironment, name: environment.name }] : []
    return ok([...set, ...stored].map(({ id, name }) => ({ id, name, startAt: startOf(id) })))
  },

  listSignOnProviders: async ({ actor, context }) => ok(await withOrg(context.db, actor, async (tx) => (await listProviders(tx)).map(shownProvider))),
  addSignOnProvider: ({ actor, body, context }) => addProvider(context.db, actor, body, context.signOn, context.now),
  changeSignOnProvider: ({ actor, params, body, context }) => changeProvider(context.db, actor, params.id, body, context.signOn, context.now),
  removeSignOnProvider: ({ actor, params, context }) => removeProvider(context.db, actor, params.id),

  leaveSignOn: async ({ actor, context }) => {
    const { sessionId } = actor
    const providerId = sessionId === undefined ? undefined : await withOrg(context.db, actor, (tx) => providerOfSession(tx, sessionId))
    if (sessionId !== undefined) await signOut(context.db, actor, sessionId)
    context.session.end()
    return ok({ address: providerId === undefined ? null : ((await farewell(context, providerId)) ?? null) })
  },
}

/** Where the provider's own session ends. The session here has ended already: a provider that does not answer is no reason to stay signed in. */
async function farewell({ db, signOn, origin }: RequestContext, providerId: string): Promise<string | undefined> {
  const provider = await openProvider(db, signOn, providerId)
  if (provider?.protocol !== 'oidc') return undefined
  try {
    return await leaveOidc(provider, `${signOn.publicUrl ?? origin}/`, signOn.reach)
  } catch (error) {
    if (error instanceof SignOnRefused) return undefined
    throw error
  }
}
