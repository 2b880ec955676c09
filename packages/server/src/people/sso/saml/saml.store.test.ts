import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { peopleRoutes, type NewSignOnProvider } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { samlProvider, type SamlAnswer, type SamlPerson } from '@throughline/testkit/identity'
import { newSealer } from '../../../config/index.ts'
import { newId } from '../../../database/index.ts'
import { newOwnKey } from './own-certificate.ts'

const publicUrl = 'http://throughline.test'
const [firstId, secondId] = [newId(), newId()]
const idp = samlProvider('https://login.acme.example/saml')
const settings = { name: 'Acme login', protocol: 'saml', domains: ['acme.example'], createsAccounts: true, vouchesForAddresses: true, defaultRole: 'viewer', enabled: true } as const satisfies Partial<NewSignOnProvider>
const ada: SamlPerson = { nameId: 'ada-1', attributes: { email: 'ada@acme.example', displayName: 'Ada Acme' } }

onEachDatabase('sign-in by SAML', (t) => {
  let now: Date | undefined
  const app = testApp(t, { signOn: { sealer: newSealer([randomBytes(32)]), network: 'any', publicUrl }, now: () => now ?? new Date() })
  let told = idp.metadata
  const server = createServer((_, reply) => reply.end(told))
  let metadataUrl = ''
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    metadataUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`
    await app.owner.read(peopleRoutes.addSignOnProvider, { body: { ...settings, id: firstId, saml: { metadata: idp.metadata } } })
    await app.owner.read(peopleRoutes.addSignOnProvider, { body: { ...settings, id: secondId, name: 'Signed login', roles: [{ group: 'pmo', role: 'editor' }, { group: 'all', role: 'viewer' }], defaultRole: null, saml: { metadataUrl, signsRequests: true } } })
  })
  afterAll(() => new Promise((closed) => server.close(closed)))
  beforeEach(() => void (now = undefined))

  type Browser = { readonly cookies: Map<string, string>; get(path: string): Promise<{ status: number; location: string; body: string }> }
  const newBrowser = (): Browser => {
    const cookies = new Map<string, string>()
    return {
      cookies,
      get: async (path) => {
        const reply = await app.app.inject({ url: path, headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
        for (const { name, value, maxAge } of reply.cookies) if (maxAge === 0) cookies.delete(name)
          else cookies.set(name, value)
        return { status: reply.statusCode, location: String(reply.headers.location ?? ''), body: reply.body }
      },
    }
  }
  const metadataOf = async (id: string) => (await app.app.inject(`/api/people/sign-on/${id}/metadata`)).body
  const ask = async (browser: Browser, id: string, person: SamlPerson, wanted = '/portfolio', bend = {}): Promise<SamlAnswer> => idp.answer((await browser.get(`/api/people/sign-on/${id}/start?return=${encodeURIComponent(wanted)}`)).location, await metadataOf(id), person, bend)
  /** As the provider's page posts it: from elsewhere, and without any cookie of ours. */
  const post = async ({ acs, xml, relayState }: SamlAnswer, to = new URL(acs).pathname) => {
    const reply = await app.app.inject({ method: 'POST', url: to, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://login.acme.example', 'sec-fetch-site': 'cross-site' }, payload: new URLSearchParams({ SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: relayState }).toString() })
    return { status: reply.statusCode, location: String(reply.headers.location ?? ''), cookies: reply.cookies.length }
  }
  const signIn = async (person = ada, id = firstId, browser = newBrowser(), wanted?: string) => {
    const answer = await ask(browser, id, person, wanted)
    const posted = await post(answer)
    return { browser, answer, posted, arrived: await browser.get(posted.location) }
  }
  const refusedAs = (reason: string) => ({ status: 303, location: `/?sign-on=${reason}` })
  const sessionOf = async ({ cookies }: Browser) => (await app.app.inject({ url: peopleRoutes.readSession.path, headers: { cookie: `throughline=${cookies.get('throughline')}` } })).json<{ code?: string; role: string; account: { id: string; email: string; name: string } }>()

  it('lets in who the provider sends, with an account made on the way, only in the browser that began', async () => {
    const { browser, posted, arrived } = await signIn()
    expect(posted).toMatchObject({ status: 303, cookies: 0, location: expect.stringContaining(`/api/people/sign-on/${firstId}/arrive?state=`) })
    expect(arrived).toMatchObject({ status: 303, location: '/portfolio' })
    expect(await sessionOf(browser)).toMatchObject({ role: 'viewer', account: { email: 'ada@acme.example', name: 'Ada Acme' } })
    expect((await sessionOf((await signIn({ nameId: 'ada-1', attributes: {} })).browser)).account.id).toBe((await sessionOf(browser)).account.id)
    const other = newBrowser()
    const { location } = await post(await ask(newBrowser(), firstId, ada))
    expect(await other.get(location)).toMatchObject(refusedAs('expired'))
    expect(other.cookies.has('throughline')).toBe(false)
  })

  it('takes an assertion once, and an answer once', async () => {
    const { browser, answer, posted } = await signIn()
    expect(await post(answer)).toMatchObject(refusedAs('expired'))
    expect(await browser.get(posted.location)).toMatchObject(refusedAs('expired'))
    // Two at once, of which one counts.
    const waiting = newBrowser()
    const twice = await ask(waiting, firstId, ada)
    const both = await Promise.all([post(twice), post(twice)])
    expect(both.filter(({ location }) => location.includes('/arrive')).length).toBe(1)
    // The assertion of one sign-in for another that waits.
    const fresh = newBrowser()
    const next = await ask(fresh, firstId, ada)
    expect(await post({ ...next, xml: answer.xml })).toMatchObject(refusedAs('invalid'))
    expect(await post({ ...answer, relayState: 'made up' })).toMatchObject(refusedAs('expired'))
  })

  it('takes no answer after ten minutes, none that nobody asked for, and none at the place of another provider', async () => {
    const late = await ask(newBrowser(), firstId, ada)
    now = new Date(Date.now() + 10 * 60_000)
    expect(await post(late)).toMatchObject(refusedAs('expired'))
    now = undefined
    const mixed = await ask(newBrowser(), firstId, ada)
    expect(await post(mixed, `/api/people/sign-on/${secondId}/acs`)).toMatchObject(refusedAs('expired'))
    expect(await post(mixed, `/api/people/sign-on/${newId()}/acs`)).toMatchObject(refusedAs('invalid'))
    const empty = await app.app.inject({ method: 'POST', url: `/api/people/sign-on/${firstId}/acs` })
    expect(empty.headers.location).toBe('/?sign-on=expired')
  })

  it('goes to pages of ours alone afterwards', async () => {
    for (const wanted of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', '/api/people/x']) expect((await signIn(ada, firstId, newBrowser(), wanted)).arrived.location).toBe('/')
  })

  it('signs its requests, keeps the key sealed, and follows the groups', async () => {
    expect(await metadataOf(secondId)).toContain('AuthnRequestsSigned="true"')
    const { rows } = await sql<{ sealed: Buffer; saml: object }>`select sealed_secret as sealed, saml from identity_provider where id = ${secondId}`.execute(t.owner)
    expect([rows[0]!.sealed.includes('PRIVATE'), JSON.stringify(rows[0]!.saml).includes('PRIVATE')]).toEqual([false, false])
    const groups = (...of: string[]): SamlPerson => ({ nameId: 'gert', attributes: { mail: 'gert@acme.example', groups: of } })
    expect((await sessionOf((await signIn(groups('all'), secondId)).browser)).role).toBe('viewer')
    expect((await sessionOf((await signIn(groups('all', 'pmo'), secondId)).browser)).role).toBe('editor')
    expect((await signIn(groups('gardeners'), secondId)).arrived).toMatchObject(refusedAs('no_role'))
  })

  it('shows what an administrator compares, and no key', async () => {
    const shown = (await app.owner.read(peopleRoutes.listSignOnProviders, {})).find(({ id }) => id === secondId)
    expect(shown).toMatchObject({ issuer: idp.issuer, forOwners: true, saml: { metadataUrl, signsRequests: true, certificates: [{ fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}/) }] } })
    expect(JSON.stringify(shown)).not.toContain('PRIVATE')
  })

  it('knows a new certificate from the metadata at their address, once it is arranged or asked anew', async () => {
    const { version, name, domains } = (await app.owner.read(peopleRoutes.listSignOnProviders, {})).find(({ id }) => id === secondId)!
    told = idp.metadataWith(newOwnKey('next', new Date()).certificate)
    const changed = await app.owner.read(peopleRoutes.changeSignOnProvider, { params: { id: secondId }, body: { version, name, domains, createsAccounts: true, vouchesForAddresses: true, defaultRole: 'viewer', enabled: true } })
    expect(changed.saml?.certificates.length).toBe(2)
    expect((await signIn({ nameId: 'nina', attributes: { mail: 'nina@acme.example' } }, secondId)).arrived.location).toBe('/portfolio')
  })

  it.each([
    ['no metadata', {}, /no metadata/],
    ['metadata that are none', { metadata: '<html/>' }, /0 identity providers/],
    ['an address without any', { metadataUrl: 'http://127.0.0.1:1/' }, /ECONNREFUSED|connect/],
  ])('takes no provider with %s', async (_, saml, why) => {
    expect(await app.owner.refused(peopleRoutes.addSignOnProvider, { body: { ...settings, saml } })).toMatchObject({ code: 'provider_unfit', detail: expect.stringMatching(why) })
  })

  it('links nobody whom another organisation has as well, and no owner by a provider that no owner arranged', async () => {
    const { viewer } = await app.secondOrganisation()
    await sql`update account set email = 'both@acme.example' where id = ${viewer.actor.accountId}`.execute(t.owner)
    await sql`insert into membership (org_id, account_id, role) values (${app.owner.actor.orgId}, ${viewer.actor.accountId}, 'viewer')`.execute(t.owner)
    expect((await signIn({ nameId: 'both', attributes: { mail: 'both@acme.example' } })).arrived).toMatchObject(refusedAs('account_elsewhere'))
    const administrator = await app.member('administrator')
    const theirs = newId()
    await administrator.read(peopleRoutes.addSignOnProvider, { body: { ...settings, id: theirs, name: 'Mine', saml: { metadata: idp.metadata } } })
    await sql`update account set email = 'olga@acme.example' where id = ${app.owner.actor.accountId}`.execute(t.owner)
    const olga = { nameId: 'olga', attributes: { mail: 'olga@acme.example' } }
    expect((await signIn(olga, theirs)).arrived).toMatchObject(refusedAs('owner_unvouched'))
    expect((await sessionOf((await signIn(olga)).browser)).role).toBe('owner')
    expect((await signIn(olga, theirs)).arrived).toMatchObject(refusedAs('owner_unvouched'))
  })

  it('does not let in again whom the provider has taken away by SCIM', async () => {
    const { id: serviceId } = await app.owner.read(peopleRoutes.addService, { body: { name: 'Directory', role: 'administrator' } })
    const { secret } = await app.owner.read(peopleRoutes.createToken, { body: { name: 'scim', serviceId, may: ['provision'] } })
    const scim = async (method: 'POST' | 'PATCH', path: string, payload: object) => (await app.app.inject({ method, url: `/scim/v2${path}`, headers: { authorization: `Bearer ${secret}` }, payload })).json<{ id: string; active: boolean }>()
    const max = { nameId: 'max', attributes: { mail: 'max@acme.example' } }
    const users = '/Users'
    const { id } = await scim('POST', users, { userName: 'max@acme.example' })
    const { browser } = await signIn(max)
    expect((await sessionOf(browser)).role).toBe('viewer')
    const active = async (value: boolean) => (await scim('PATCH', `${users}/${id}`, { Operations: [{ op: 'replace', path: 'active', value }] })).active
    expect([await active(false), (await sessionOf(browser)).code]).toEqual([false, 'session_required'])
    expect((await signIn(max)).arrived).toMatchObject(refusedAs('not_invited'))
    expect(await active(true)).toBe(true)
    expect((await sessionOf((await signIn(max)).browser)).role).toBe('viewer')
  })

  it('reads forms nowhere else', async () => {
    const reply = await app.app.inject({ method: 'POST', url: peopleRoutes.signIn.path, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'email=a&password=b' })
    expect(reply.statusCode).toBe(415)
    expect((await app.app.inject('/api/people/sign-on/nonsense/metadata')).statusCode).toBe(404)
  })
})
