import { describe, expect, it } from 'vitest'
import { onEachDatabase, testApp, type Answer } from '@throughline/testkit/database'
import { peopleRoutes as routes } from '@throughline/contract/people'
import { attemptLimits } from './attempts.ts'

const cookieOf = ({ headers }: Answer): string => String([headers['set-cookie']].flat()[0])
const secretOf = (answer: Answer): string => /throughline=([^;]*)/.exec(cookieOf(answer))?.[1] ?? ''
const hourMs = 3_600_000

onEachDatabase('signing in', (t) => {
  let now = new Date('2026-01-05T09:00:00Z')
  const app = testApp(t, { now: () => now })
  const signIn = (email: string, password: string, headers?: Record<string, string>) => app.stranger.call(routes.signIn, { body: { email, password } }, headers)
  const sessionOf = (cookie: string) => app.stranger.call(routes.readSession, {}, { cookie })

  it('begins a session whose cookie no script can read', async () => {
    const answer = await signIn(app.viewer.email.toUpperCase(), app.viewer.password)
    expect(answer).toMatchObject({ status: 201, body: { account: { email: app.viewer.email }, role: 'viewer' } })
    expect(cookieOf(answer)).toMatch(/^throughline=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await sessionOf(`throughline=${secretOf(answer)}`)).body).toEqual(answer.body)
  })

  it('believes in https only from a proxy that is trusted', async () => {
    const answer = await signIn(app.viewer.email, app.viewer.password, { 'x-forwarded-proto': 'https' })
    expect(cookieOf(answer)).toMatch(/^throughline=/)
  })

  it('says the same of a wrong password and of an unknown account', async () => {
    const [wrong, unknown] = [await signIn(app.viewer.email, 'not the password'), await signIn('nobody@example.org', 'not the password')]
    expect(wrong.body).toEqual({ ...(unknown.body as object), requestId: (wrong.body as { requestId: string }).requestId })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'credentials_wrong' } })
  })

  it('ends the session that the caller had before', async () => {
    const first = `throughline=${secretOf(await signIn(app.viewer.email, app.viewer.password))}`
    const second = `throughline=${secretOf(await signIn(app.viewer.email, app.viewer.password, { cookie: first }))}`
    expect([(await sessionOf(first)).status, (await sessionOf(second)).status]).toEqual([401, 200])
  })

  it('is refused to another site’s page', async () => {
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[])
      expect((await signIn(app.viewer.email, app.viewer.password, headers)).body).toMatchObject({ code: 'csrf_token_wrong' })
  })

  it('ends after 12 hours without use, and after 30 days of it', async () => {
    const start = now
    const cookie = `throughline=${secretOf(await signIn(app.viewer.email, app.viewer.password))}`
    const statusAfter = async (hours: number) => {
      now = new Date(start.getTime() + hours * hourMs)
      return (await sessionOf(cookie)).status
    }
    for (let hours = 11; hours < 30 * 24; hours += 11) expect([hours, await statusAfter(hours)]).toEqual([hours, 200])
    expect(await statusAfter(30 * 24)).toBe(401)
    now = new Date(start.getTime() + 31 * 24 * hourMs)
    const idle = `throughline=${secretOf(await signIn(app.viewer.email, app.viewer.password))}`
    now = new Date(now.getTime() + 12 * hourMs)
    expect((await sessionOf(idle)).status).toBe(401)
  })

  it('ends by signing out', async () => {
    const answer = await signIn(app.viewer.email, app.viewer.password)
    const cookie = `throughline=${secretOf(answer)}`
    const ended = await app.stranger.call(routes.signOut, {}, { cookie, 'x-csrf-token': (answer.body as { csrf: string }).csrf })
    expect([ended.status, secretOf(ended)]).toEqual([204, ''])
    expect((await sessionOf(cookie)).status).toBe(401)
  })

  it('is limited for an account until the quarter of an hour is over, also with the right password', async () => {
    now = new Date(now.getTime() + hourMs)
    const statuses: number[] = []
    for (let attempt = 0; attempt <= attemptLimits.account; attempt += 1) statuses.push((await signIn(app.editor.email, 'wrong')).status)
    expect(statuses).toEqual([...Array.from({ length: attemptLimits.account }, () => 401), 429])
    const limited = await signIn(app.editor.email, app.editor.password)
    expect(limited).toMatchObject({ status: 429, headers: { 'retry-after': '900' }, body: { code: 'rate_limited', values: { seconds: 900 } } })
    expect((await signIn(app.viewer.email, app.viewer.password)).status).toBe(201)
    now = new Date(now.getTime() + 15 * 60_000)
    expect((await signIn(app.editor.email, app.editor.password)).status).toBe(201)
  })

  describe('by API token', () => {
    it('does what its role allows, needs no page, and stops when revoked', async () => {
      const { owner, viewer } = await app.secondOrganisation()
      const { token, secret } = await owner.read(routes.createToken, { body: { name: 'ci', role: 'editor', expiresInDays: 1 } })
      expect(secret).toMatch(/^tl_[0-9a-f]{32}_[\w-]{43}$/)
      const ci = app.withToken(secret)
      expect(await ci.read(routes.readSession, {})).toMatchObject({ role: 'editor', csrf: '' })
      expect(await ci.read(routes.createUnit, { body: { code: 'CI', name: 'By token', kind: 'team' } })).toMatchObject({ code: 'CI' })
      expect(await ci.refused(routes.changeOrganisation, { body: { version: 1 } })).toMatchObject({ code: 'role_insufficient' })
      expect((await owner.read(routes.listTokens, {})).find(({ id }) => id === token.id)?.lastUsedAt).toBe(now.toISOString())
      expect(JSON.stringify(await owner.read(routes.listTokens, {}))).not.toContain(secret.slice(-43))
      expect(await viewer.refused(routes.revokeToken, { params: { id: token.id } })).toMatchObject({ code: 'not_found' })
      await owner.read(routes.revokeToken, { params: { id: token.id } })
      expect(await ci.refused(routes.readSession, {})).toMatchObject({ code: 'session_required' })
    })

    it('ends on its day', async () => {
      const { owner } = await app.secondOrganisation()
      const { secret } = await owner.read(routes.createToken, { body: { name: 'ci', role: 'viewer', expiresInDays: 1 } })
      now = new Date(now.getTime() + 24 * hourMs)
      expect(await app.withToken(secret).refused(routes.readSession, {})).toMatchObject({ code: 'session_required' })
    })

    it('is never above its person', async () => {
      const { viewer } = await app.secondOrganisation()
      const { secret } = await viewer.read(routes.createToken, { body: { name: 'ci', role: 'viewer' } })
      expect(await app.withToken(secret).refused(routes.createToken, { body: { name: 'more', role: 'editor' } })).toMatchObject({ code: 'token_role_above_own', values: { role: 'viewer', found: 'editor' } })
    })
  })
})

onEachDatabase('signing in behind a trusted proxy', (t) => {
  const app = testApp(t, { trustedProxies: ['127.0.0.1'] })

  it('binds the cookie to this host over https, and counts the client’s own address', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }
    const answer = await app.stranger.call(routes.signIn, { body: { email: app.viewer.email, password: app.viewer.password } }, headers)
    expect(cookieOf(answer)).toMatch(/^__Host-throughline=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const cookie = `__Host-throughline=${secretOf(answer)}`
    expect((await app.stranger.call(routes.readSession, {}, { ...headers, cookie })).status).toBe(200)
    expect((await app.stranger.call(routes.readSession, {}, { cookie })).status).toBe(401)
  })
})

onEachDatabase('the first set-up', (t) => {
  const app = testApp(t, { founded: false })
  const body = { organisationName: 'Acme', name: 'Olga', email: 'Olga@example.org', password: 'correct horse battery' }

  it('happens once, whoever comes at the same time', async () => {
    expect(await app.stranger.read(routes.readSetup, {})).toMatchObject({ needed: true, product: 'Throughline' })
    const answers = await Promise.all([1, 2, 3].map((number) => app.stranger.call(routes.setUp, { body: { ...body, email: `olga${number}@example.org` } })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    const won = answers.find(({ status }) => status === 201)
    expect(won?.body).toMatchObject({ role: 'owner', can: { edit: true, administer: true }, organisation: { name: 'Acme', currency: 'EUR', calendar: { startMonth: 1 } }, empty: true })
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'setup_done' })
    expect(await app.stranger.read(routes.readSetup, {})).toMatchObject({ needed: false })
    const account = (won?.body as { account: { email: string } } | undefined)?.account
    const signedIn = await app.stranger.call(routes.signIn, { body: { email: account?.email ?? '', password: body.password } })
    expect(signedIn.status).toBe(201)
  })

  it('names what is wrong without repeating a password', async () => {
    const { body: problem } = await app.stranger.call(routes.setUp, { body: { ...body, email: 'no email', password: 'short' } })
    expect((problem as { issues: unknown }).issues).toEqual([
      { path: '/email', found: 'no email', expected: 'an email address' },
      { path: '/password', found: '(not shown)', expected: 'at least 12 characters' },
    ])
  })
})
