import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { peopleRoutes, type NewSignOnProvider, type SignOnProvider } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { openIdClient, startOpenIdProvider, type OpenIdProvider, type ProviderPerson } from '@throughline/testkit/identity'
import { newSealer } from '../../config/index.ts'
import { newId } from '../../database/index.ts'

const publicUrl = 'http://throughline.test'
const [firstId, secondId] = [newId(), newId()]
const comeBackTo = (id: string) => `${publicUrl}/api/people/sign-on/${id}/callback`
const settings = { name: 'Acme login', protocol: 'oidc', clientId: openIdClient.id, clientSecret: openIdClient.secret, domains: ['acme.example'], createsAccounts: true, defaultRole: 'viewer', enabled: true } as const satisfies Partial<NewSignOnProvider>
const ada: ProviderPerson = { sub: 'ada-1', email: 'Ada@acme.example', email_verified: true, name: 'Ada Acme' }

onEachDatabase('sign-in by OpenID Connect', (t) => {
  let now: Date | undefined
  const app = testApp(t, { signOn: { sealer: newSealer([randomBytes(32)]), network: 'any', publicUrl }, now: () => now ?? new Date() })
  let [op, other]: OpenIdProvider[] = []
  let first: SignOnProvider
  beforeAll(async () => {
    ;[op, other] = await Promise.all([startOpenIdProvider([comeBackTo(firstId)]), startOpenIdProvider([comeBackTo(secondId)])])
    first = await app.owner.read(peopleRoutes.addSignOnProvider, { body: { ...settings, id: firstId, issuer: op.issuer } })
    await app.owner.read(peopleRoutes.addSignOnProvider, { body: { ...settings, id: secondId, name: 'Other login', issuer: other.issuer, defaultRole: 'owner' } })
  })
  afterAll(() => Promise.all([op, other].map((one) => one?.close())))
  beforeEach(() => {
    now = undefined
    for (const one of [op, other]) Object.assign(one!, { person: ada, bend: undefined })
  })

  const without = (name: string) => (claims: object) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))
  type Browser = { readonly cookies: Map<string, string>; get(path: string): Promise<{ status: number; location: string }> }
  /** A browser with its own cookies that visits the application. */
  const newBrowser = (): Browser => {
    const cookies = new Map<string, string>()
    return {
      cookies,
      get: async (path) => {
        const reply = await app.app.inject({ url: path, headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
        for (const { name, value, maxAge, expires } of reply.cookies) if (maxAge === 0 || (expires && expires < new Date())) cookies.delete(name)
          else cookies.set(name, value)
        return { status: reply.statusCode, location: String(reply.headers.location ?? '') }
      },
    }
  }
  const begin = async (browser: Browser, id = firstId, wanted = '/portfolio') => (await browser.get(`/api/people/sign-on/${id}/start?return=${encodeURIComponent(wanted)}`)).location
  const pathOf = (url: URL) => url.pathname + url.search
  const signIn = async (browser = newBrowser(), id = firstId, at = op!) => {
    const back = await at.visit(await begin(browser, id))
    return { browser, back, answer: await browser.get(pathOf(back)) }
  }
  const refusedAs = (reason: string) => ({ status: 303, location: `/?sign-on=${reason}` })
  const sessionOf = async ({ cookies }: Browser) => (await app.app.inject({ url: peopleRoutes.readSession.path, headers: { cookie: `throughline=${cookies.get('throughline')}` } })).json<{ code?: string; csrf: string; role: string; account: { id: string; email: string; name: string } }>()

  it('lets in who the provider vouches for, with an account made on the way, and back to where they wanted', async () => {
    const { browser, answer } = await signIn()
    expect(answer).toEqual({ status: 303, location: '/portfolio' })
    expect(await sessionOf(browser)).toMatchObject({ role: 'viewer', account: { email: 'ada@acme.example', name: 'Ada Acme' } })
    expect(browser.cookies.has('throughline-sign-on')).toBe(false)
    const again = await signIn()
    expect((await sessionOf(again.browser)).account.id).toBe((await sessionOf(browser)).account.id)
  })

  it('knows a person by issuer and subject: another address changes nothing, another subject with the same address is the same member', async () => {
    const { account } = await sessionOf((await signIn()).browser)
    op!.person = { ...ada, email: 'renamed@elsewhere.example', email_verified: false }
    expect((await sessionOf((await signIn()).browser)).account).toEqual(account)
    op!.person = { ...ada, sub: 'ada-after-migration' }
    expect((await sessionOf((await signIn()).browser)).account).toEqual(account)
  })

  it('asks for code, PKCE, state and nonce, and shows the browser no secret', async () => {
    const start = new URL(await begin(newBrowser()))
    expect(Object.fromEntries(start.searchParams)).toMatchObject({ response_type: 'code', client_id: openIdClient.id, code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/), redirect_uri: comeBackTo(firstId) })
    expect(start.href).not.toContain(encodeURIComponent(openIdClient.secret))
  })

  it('keeps the secret sealed, and never shows it again', async () => {
    const { rows } = await sql<{ sealed: Buffer }>`select sealed_secret as sealed from identity_provider where id = ${firstId}`.execute(t.owner)
    expect(rows[0]!.sealed.includes(openIdClient.secret)).toBe(false)
    expect(JSON.stringify(await app.owner.read(peopleRoutes.listSignOnProviders, {}))).not.toContain(openIdClient.secret)
    const { rows: revisions } = await sql<{ after: unknown }>`select after from revision where act = 'people.add-sign-on'`.execute(t.owner)
    expect([revisions.length, JSON.stringify(revisions).includes(openIdClient.secret)]).toEqual([2, false])
  })

  describe('refuses', () => {
    it.each([
      ['a wrong nonce', (claims: object) => ({ ...claims, nonce: 'another' })],
      ['no nonce', without('nonce')],
      ['an id token that is over', (claims: object) => ({ ...claims, iat: 1_700_000_000, exp: 1_700_003_600 })],
      ['an id token for another client', (claims: object) => ({ ...claims, aud: 'another-client' })],
      ['an id token for several clients without naming ours as the party', (claims: object) => ({ ...claims, aud: [openIdClient.id, 'another-client'] })],
      ['an id token of another issuer', (claims: object) => ({ ...claims, iss: 'https://elsewhere.example' })],
      ['an id token without a subject', without('sub')],
    ])('%s', async (_, claims) => {
      op!.bend = { claims }
      const { answer, browser } = await signIn()
      expect(answer).toEqual(refusedAs('invalid'))
      expect(browser.cookies.has('throughline')).toBe(false)
    })

    it('none of these by chance: what is signed anew and not changed is let in', async () => {
      op!.bend = {}
      expect((await signIn()).answer.location).toBe('/portfolio')
    })

    it('an id token signed by another key', async () => {
      op!.bend = { foreignKey: true }
      expect((await signIn()).answer).toEqual(refusedAs('invalid'))
    })

    it('a code that was used before, and an answer that is sent again', async () => {
      const { browser, back } = await signIn()
      expect(await browser.get(pathOf(back))).toEqual(refusedAs('expired'))
      // The same code with a sign-in that waits: the provider gives no second token for it.
      const fresh = newBrowser()
      const state = new URL(await begin(fresh)).searchParams.get('state')!
      back.searchParams.set('state', state)
      expect(await fresh.get(pathOf(back))).toEqual(refusedAs('invalid'))
    })

    it('an answer in another browser than the one that began: nobody is signed in as somebody else', async () => {
      const back = await op!.visit(await begin(newBrowser()))
      expect(await newBrowser().get(pathOf(back))).toEqual(refusedAs('expired'))
      const victim = newBrowser()
      await begin(victim)
      expect(await victim.get(pathOf(back))).toEqual(refusedAs('expired'))
    })

    it('an answer after ten minutes', async () => {
      const browser = newBrowser()
      const back = await op!.visit(await begin(browser))
      now = new Date(Date.now() + 10 * 60_000)
      expect(await browser.get(pathOf(back))).toEqual(refusedAs('expired'))
    })

    it('a mix-up: the answer of one issuer at the place, or in the name, of another', async () => {
      const browser = newBrowser()
      const back = await op!.visit(await begin(browser))
      expect(await browser.get(pathOf(back).replace(firstId, secondId))).toEqual(refusedAs('expired'))
      back.searchParams.set('iss', other!.issuer)
      expect(await browser.get(pathOf(back))).toEqual(refusedAs('invalid'))
      const silent = newBrowser()
      const without = await op!.visit(await begin(silent))
      without.searchParams.delete('iss')
      expect(await silent.get(pathOf(without))).toEqual(refusedAs('invalid'))
    })

    it('who stopped at the provider', async () => {
      op!.person = null
      expect((await signIn()).answer).toEqual(refusedAs('denied'))
    })

    it.each([
      ['an address that is not verified', { sub: 'b', email: 'b@acme.example', email_verified: false }, 'address_unverified'],
      ['no address', { sub: 'c' }, 'address_unverified'],
      ['an address of another domain', { sub: 'd', email: 'd@acme.example.evil.example', email_verified: true }, 'address_foreign'],
      ['an address below the domain', { sub: 'e', email: 'e@sub.acme.example', email_verified: true }, 'address_foreign'],
    ])('%s', async (_, person, reason) => {
      op!.person = person
      expect((await signIn()).answer).toEqual(refusedAs(reason))
    })

    it('to go anywhere but to a page of ours afterwards', async () => {
      for (const wanted of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', '/api/people/sign-on/x/start']) {
        const browser = newBrowser()
        expect(await browser.get(pathOf(await op!.visit(await begin(browser, firstId, wanted))))).toEqual({ status: 303, location: '/' })
      }
    })

    it('a provider that is unknown or switched off', async () => {
      expect(await newBrowser().get(`/api/people/sign-on/${newId()}/start`)).toEqual(refusedAs('invalid'))
      expect(await newBrowser().get('/api/people/sign-on/environment/start')).toEqual(refusedAs('invalid'))
      const { hasSecret: _, id, protocol: __, saml: ___, forOwners: ____, ...was } = first
      first = await app.owner.read(peopleRoutes.changeSignOnProvider, { params: { id }, body: { ...was, enabled: false } })
      expect(await newBrowser().get(`/api/people/sign-on/${firstId}/start`)).toEqual(refusedAs('invalid'))
      first = await app.owner.read(peopleRoutes.changeSignOnProvider, { params: { id }, body: { ...was, version: first.version, enabled: true } })
      // The secret stayed through both changes.
      expect((await signIn()).answer.location).toBe('/portfolio')
    })
  })

  describe('accounts', () => {
    it('are linked where a member has the verified address, and keep their role', async () => {
      await sql`update account set email = 'eddie@acme.example' where id = ${app.editor.actor.accountId}`.execute(t.owner)
      op!.person = { sub: 'eddie', email: 'eddie@acme.example', email_verified: true }
      expect(await sessionOf((await signIn()).browser)).toMatchObject({ role: 'editor', account: { id: app.editor.actor.accountId } })
    })

    it('of another organisation alone are not taken along', async () => {
      const { viewer } = await app.secondOrganisation()
      await sql`update account set email = 'victim@acme.example' where id = ${viewer.actor.accountId}`.execute(t.owner)
      op!.person = { sub: 'evil', email: 'victim@acme.example', email_verified: true }
      expect((await signIn()).answer).toEqual(refusedAs('not_invited'))
    })

    it('follow the groups at every sign-in; who is in none is not let in', async () => {
      const { hasSecret: _, id, protocol: __, saml: ___, forOwners: ____, ...was } = first
      const roles = [{ group: 'pmo', role: 'editor' as const }, { group: 'everyone', role: 'viewer' as const }]
      first = await app.owner.read(peopleRoutes.changeSignOnProvider, { params: { id }, body: { ...was, roles, defaultRole: null } })
      op!.person = { sub: 'gert', email: 'gert@acme.example', email_verified: true, groups: ['everyone'] }
      expect((await sessionOf((await signIn()).browser)).role).toBe('viewer')
      op!.person = { ...op!.person, groups: ['everyone', 'pmo'] }
      expect((await sessionOf((await signIn()).browser)).role).toBe('editor')
      op!.person = { ...op!.person, groups: ['gardeners'] }
      expect((await signIn()).answer).toEqual(refusedAs('no_role'))
    })

    it('are not made where the organisation does not want it', async () => {
      const { hasSecret: _, id, protocol: __, saml: ___, forOwners: ____, ...was } = first
      first = await app.owner.read(peopleRoutes.changeSignOnProvider, { params: { id }, body: { ...was, roles: [], defaultRole: 'viewer', createsAccounts: false } })
      op!.person = { sub: 'new', email: 'new@acme.example', email_verified: true }
      expect((await signIn()).answer).toEqual(refusedAs('not_invited'))
      expect((await signIn()).answer).toEqual(refusedAs('not_invited'))
    })
  })

  it('signs out here, and says where to sign out at the provider', async () => {
    const { browser } = await signIn(newBrowser(), secondId, other!)
    const { csrf } = await sessionOf(browser)
    const left = await app.app.inject({ method: 'DELETE', url: peopleRoutes.leaveSignOn.path, headers: { cookie: `throughline=${browser.cookies.get('throughline')}`, 'x-csrf-token': csrf } })
    const farewell = new URL(left.json<{ address: string }>().address)
    expect([farewell.origin, farewell.searchParams.get('client_id'), farewell.searchParams.get('post_logout_redirect_uri')]).toEqual([other!.issuer, openIdClient.id, `${publicUrl}/`])
    expect(await sessionOf(browser)).toMatchObject({ code: 'session_required' })
    expect((await fetch(farewell)).status).toBe(200)
  })

  describe('ends sessions when the provider says so', () => {
    const tell = async (token: string, id = secondId) => {
      const reply = await app.app.inject({ method: 'POST', url: `/api/people/sign-on/${id}/backchannel-logout`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ logout_token: token }).toString() })
      return reply.statusCode
    }
    const nowSeconds = () => Math.floor(Date.now() / 1_000)
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
    const claims = (more: object = {}) => ({ iss: other!.issuer, aud: openIdClient.id, iat: nowSeconds(), exp: nowSeconds() + 120, jti: newId(), sub: 'ada-1', events: event, ...more })
    const isIn = async (browser: Browser) => (await sessionOf(browser)).code === undefined

    it('at once, by the token that it sends, once', async () => {
      const { browser } = await signIn(newBrowser(), secondId, other!)
      const elsewhere = (await signIn()).browser
      const { csrf } = await sessionOf(browser)
      const second = await signIn(newBrowser(), secondId, other!)
      const left = await app.app.inject({ method: 'DELETE', url: peopleRoutes.leaveSignOn.path, headers: { cookie: `throughline=${browser.cookies.get('throughline')}`, 'x-csrf-token': csrf } })
      const [token = ''] = await other!.leave(left.json<{ address: string }>().address)
      expect(await isIn(second.browser)).toBe(true)
      expect([await tell(token), await isIn(second.browser), await isIn(elsewhere)]).toEqual([200, false, true])
      expect(await tell(token)).toBe(400)
    })

    it('all of a subject, where no session is named, and nobody else’s', async () => {
      const [one, two] = [(await signIn(newBrowser(), secondId, other!)).browser, (await signIn(newBrowser(), secondId, other!)).browser]
      expect([await tell(await other!.logoutToken(claims({ sub: 'somebody else' }))), await isIn(one)]).toEqual([200, true])
      expect([await tell(await other!.logoutToken(claims({ sid: 'another session' }))), await isIn(one)]).toEqual([200, true])
      expect([await tell(await other!.logoutToken(claims())), await isIn(one), await isIn(two)]).toEqual([200, false, false])
    })

    it.each<[string, object, { foreignKey?: boolean; typ?: string }?]>([
      ['another issuer', { iss: 'https://elsewhere.example' }], ['another audience', { aud: 'another' }], ['a nonce, as id tokens have', { nonce: 'n' }], ['no event', { events: undefined }], ['another event', { events: { 'https://elsewhere.example/event': {} } }],
      ['neither subject nor session', { sub: undefined }], ['no id', { jti: undefined }], ['no end', { exp: undefined }], ['an end that is over', { exp: 1_700_000_000, iat: 1_699_999_000 }], ['a beginning long ago', { iat: 1_700_000_000 }], ['a session that is no text', { sid: 5 }], ['another key', {}, { foreignKey: true }], ['another type', {}, { typ: 'at+jwt' }],
    ])('but not by a token with %s', async (_, more, by) => {
      const { browser } = await signIn(newBrowser(), secondId, other!)
      expect([await tell(await other!.logoutToken(claims(more), by)), await isIn(browser)]).toEqual([400, true])
    })

    it('nor by what is no token, unsigned, or for another provider', async () => {
      const { browser } = await signIn(newBrowser(), secondId, other!)
      const unsigned = [{ alg: 'none' }, claims()].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
      for (const token of ['', 'a.b.c', `${unsigned}.`]) expect(await tell(token)).toBe(400)
      expect([await tell(await other!.logoutToken(claims()), firstId), await tell(await op!.logoutToken(claims())), await tell(await other!.logoutToken(claims()), newId()), await isIn(browser)]).toEqual([400, 400, 400, true])
    })
  })

  it('offers its providers on the sign-in page, and with several organisations only to their domains', async () => {
    await app.secondOrganisation()
    expect(await app.stranger.read(peopleRoutes.listSignOnChoices, {})).toEqual([])
    expect(await app.stranger.read(peopleRoutes.listSignOnChoices, { query: { email: 'somebody@ACME.example' } })).toEqual([
      { id: firstId, name: 'Acme login', startAt: `/api/people/sign-on/${firstId}/start` },
      { id: secondId, name: 'Other login', startAt: `/api/people/sign-on/${secondId}/start` },
    ])
  })

  it.each([
    ['nothing that answers', 'http://127.0.0.1:1'],
    ['something else', 'http://127.0.0.1:1/.well-known/openid-configuration'],
    ['no address', 'acme'],
  ])('takes no provider that is %s', async (_, issuer) => {
    expect(await app.owner.refused(peopleRoutes.addSignOnProvider, { body: { ...settings, issuer } })).toMatchObject({ code: 'provider_unfit', values: { issuer } })
  })
})

onEachDatabase('sign-in by OpenID Connect as the environment says', (t) => {
  const environment = { name: 'Company login', issuer: 'http://127.0.0.1:1', clientId: openIdClient.id, clientSecret: openIdClient.secret, domains: ['acme.example'], createsAccounts: true, vouchesForAddresses: false as const, defaultRole: 'viewer' as const, groupsClaim: 'groups', roles: [] }
  const app = testApp(t, { signOn: { network: 'any', publicUrl, environment } })

  it('is offered while there is one organisation alone; without a key no other secret is taken', async () => {
    expect(await app.stranger.read(peopleRoutes.listSignOnChoices, {})).toEqual([{ id: 'environment', name: 'Company login', startAt: '/api/people/sign-on/environment/start' }])
    expect(await app.stranger.read(peopleRoutes.listSignOnChoices, { query: { email: 'x@elsewhere.example' } })).toEqual([])
    expect((await app.app.inject('/api/people/sign-on/environment/start')).headers.location).toBe('/?sign-on=unreachable')
    expect(await app.owner.refused(peopleRoutes.addSignOnProvider, { body: { ...settings, issuer: 'https://login.acme.example' } })).toMatchObject({ code: 'server_key_missing' })
    await app.secondOrganisation()
    expect(await app.stranger.read(peopleRoutes.listSignOnChoices, {})).toEqual([])
  })
})
