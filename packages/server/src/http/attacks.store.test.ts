import { connect as dial, type AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountRoutes, peopleRoutes } from '@throughline/contract/people'
import { demandRoutes } from '@throughline/contract/demand'
import { cheapServices, onEachDatabase, testApp } from '@throughline/testkit/database'
import { memoryOutbox } from '../mail/index.ts'

onEachDatabase('attacks by requests', (t) => {
  const mail = memoryOutbox()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-attacks-'))
  const webFolder = join(folder, 'web')
  mkdirSync(webFolder)
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>web</title>')
  writeFileSync(join(folder, 'secret.txt'), 'inside')
  const app = testApp(t, { webFolder, trustedProxies: ['10.0.0.1'], accounts: { ...cheapServices, publicUrl: 'https://pmo.example.org', mail } })
  let port = 0
  beforeAll(async () => {
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    port = (app.app.server.address() as AddressInfo).port
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What the server says to these bytes, until it closes or stays silent. */
  const says = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let said = ''
      const socket = dial(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
      socket.setTimeout(2_000, () => socket.destroy())
      socket.on('data', (part) => {
        said += part.toString('latin1')
        if (/connection: close/i.test(said)) socket.end()
      })
      socket.on('error', (error) => ((error as NodeJS.ErrnoException).code === 'ECONNRESET' ? resolve(said) : reject(error)))
      socket.on('close', () => resolve(said))
    })
  const statuses = (said: string): readonly number[] => [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
  const owned = (): string => `Cookie: ${app.owner.cookie}\r\nX-CSRF-Token: ${app.owner.csrf}\r\n`
  const post = (headers: string, body: string): string => `POST /api/people/units HTTP/1.1\r\nHost: 127.0.0.1\r\n${owned()}Content-Type: application/json\r\n${headers}\r\n${body}`
  const unitCodes = async (): Promise<readonly string[]> => (await app.viewer.read(peopleRoutes.listUnits, {})).map(({ code }) => code)

  describe('whose length two readers would read differently', () => {
    const smuggled = '{"code":"SMUGGLED","name":"S","kind":"team"}'
    const hidden = `POST /api/people/units HTTP/1.1\r\nHost: x\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`
    it.each([
      ['two lengths', `Content-Length: 2\r\nContent-Length: ${hidden.length + 2}\r\n`, `{}${hidden}`],
      ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`],
      ['chunks in an unknown coding', 'Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${hidden}`],
      ['chunked twice over', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', `0\r\n\r\n${hidden}`],
      ['a space before the colon', 'Content-Length : 2\r\n', `{}${hidden}`],
      ['a length that is none', 'Content-Length: +2\r\n', `{}${hidden}`],
      ['a folded header', 'X-One: a\r\n Transfer-Encoding: chunked\r\n', hidden],
      ['bare line feeds', 'X-One: a\nTransfer-Encoding: chunked\r\n', hidden],
    ])('%s: refused, and nothing behind it is read as a request', async (_, headers, body) => {
      const told = await says(post(headers, body))
      expect(statuses(told).filter((status) => status < 400), told.slice(0, 300)).toEqual([])
      expect(statuses(told).length).toBeLessThanOrEqual(1)
      expect(await unitCodes()).not.toContain('SMUGGLED')
    })
    it.each([
      ['a target with a scheme and another host', 'GET http://evil.example/api/people/session HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'],
      ['a target of a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'],
      ['a trace', 'TRACE /api/people/session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Secret: seen\r\nConnection: close\r\n\r\n'],
      ['no host', 'GET /api/people/session HTTP/1.1\r\nConnection: close\r\n\r\n'],
      ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: a\u0000b\r\nConnection: close\r\n\r\n'],
      ['a NUL in the target', 'GET /\u0000 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ])('%s: gets nothing, and is not told back what it sent', async (_, bytes) => {
      const told = await says(bytes)
      expect(statuses(told).filter((status) => status < 400), told.slice(0, 300)).toEqual([])
      expect(told).not.toMatch(/X-Secret: seen|root:x:/)
    })
    it('headers of more than 16 KB: refused before anything is read', async () => {
      expect(statuses(await says(`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`))).toEqual([431])
      expect(statuses(await says(`GET /?${'q'.repeat(70_000)} HTTP/1.1\r\nHost: a\r\n\r\n`))[0]).toBeGreaterThanOrEqual(400)
    })
  })

  describe('by its path', () => {
    it.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/..;/secret.txt', '/index.html/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2f..%2fetc%2fpasswd', '/..%5c..%5cetc%5cpasswd', '/%252e%252e%252fetc%252fpasswd', '/assets/%00/etc/passwd', '/assets/....//....//etc/passwd', '/.git/config', '/package.json', '/%c0%ae%c0%ae/etc/passwd', '/api/../api/people/members', '/API/people/members', '//api/people/members', '/api/people/members;x', '/api%2fpeople%2fmembers', '/api/people/members/..%2f..%2fgovernance', '/%E0%A4%A'])('%s: shows no file and no answer of another address', async (url) => {
      const answer = await app.app.inject({ url, headers: { accept: 'application/json' } })
      expect(answer.statusCode, answer.body.slice(0, 200)).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.body).not.toMatch(/root:x:|"workspaces"|inside/)
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'strict-transport-security': expect.stringMatching(/^max-age=31536000; includeSubDomains/) as unknown })
      expect(answer.headers['content-security-policy']).toMatch(/object-src 'none'/)
    })
  })

  describe('by cookies', () => {
    const session = (cookie: string, more: object = {}) => app.app.inject({ url: '/api/people/session', headers: { cookie, ...more } })
    it('a second cookie of the name, planted by another host, never makes a session of another person', async () => {
      const [mine, theirs] = [app.viewer.cookie, app.editor.cookie]
      for (const cookie of [`${mine}; ${theirs}`, `${theirs}; ${mine}`]) {
        const answer = await session(cookie)
        const first = cookie.startsWith(mine) ? app.viewer : app.editor
        expect(answer.json()).toMatchObject({ account: { id: first.actor.accountId } })
      }
      expect((await session(`throughline=planted; ${mine}`)).statusCode).toBe(401)
      expect((await session(`Throughline=${mine.slice('throughline='.length)}`)).statusCode).toBe(401)
    })
    it('over https the cookie without the prefix, which a neighbour host could set, counts for nothing', async () => {
      const https = { 'x-forwarded-proto': 'https' }
      const behindProxy = (cookie: string) => app.app.inject({ url: '/api/people/session', headers: { cookie, ...https }, remoteAddress: '10.0.0.1' })
      expect((await behindProxy(app.viewer.cookie)).statusCode).toBe(401)
      expect((await behindProxy(`__Host-${app.viewer.cookie}`)).statusCode).toBe(200)
      expect((await behindProxy(`__Host-throughline=x; ${app.viewer.cookie}`)).statusCode).toBe(401)
      // From an address that is no proxy of ours the header says nothing.
      expect((await session(app.viewer.cookie, https)).statusCode).toBe(200)
    })
    it('is set for this host alone, for no script, and over https with the prefix that holds it there', async () => {
      const { email, password } = app.viewer
      const signIn = (secure: boolean) => app.app.inject({ method: 'POST', url: '/api/people/session', payload: { email, password }, ...(secure ? { headers: { 'x-forwarded-proto': 'https' }, remoteAddress: '10.0.0.1' } : {}) })
      const set = async (secure: boolean) => [(await signIn(secure)).headers['set-cookie'] ?? []].flat()
      for (const cookie of await set(true)) expect(cookie).toMatch(/^__Host-throughline(-browser)?=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
      for (const cookie of await set(false)) expect(cookie).toMatch(/^throughline(-browser)?=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    })
    it('that cannot be read are as none', async () => {
      for (const cookie of ['throughline', 'throughline=%', `throughline=${'a'.repeat(7_000)}`, '__proto__=a; constructor=b', 'throughline="; Path=/']) expect((await session(cookie)).statusCode).toBe(401)
    })
  })

  it('by a host that is not ours: letters link to the address that is set', async () => {
    const asked = await app.app.inject({ method: accountRoutes.forgetPassword.method, url: accountRoutes.forgetPassword.path, headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }, payload: { email: app.viewer.email } })
    expect(asked.statusCode).toBeLessThan(300)
    await app.owner.call(accountRoutes.invite, { body: { name: 'Guest', email: 'guest@example.org', role: 'viewer' } }, { host: 'evil.example' })
    await expect.poll(() => mail.letters.length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(mail.letters)).toContain('https://pmo.example.org/people/')
    expect(JSON.stringify(mail.letters)).not.toContain('evil.example')
  })

  describe('that say they are something else', () => {
    const unit = '{"code":"OVER","name":"O","kind":"team"}'
    const headers = () => ({ cookie: app.owner.cookie, 'x-csrf-token': app.owner.csrf })
    it('a method that a header or field puts over another is the method that was sent', async () => {
      for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
        const answer = await app.app.inject({ method: 'GET', url: '/api/people/units?_method=POST', headers: { ...headers(), [name]: 'POST' } })
        expect([answer.statusCode, Array.isArray(answer.json())]).toEqual([200, true])
        expect((await app.app.inject({ method: 'POST', url: '/api/people/session', headers: { ...headers(), [name]: 'DELETE', 'content-type': 'application/json' }, payload: '{}' })).statusCode).toBe(400)
      }
      expect((await app.app.inject({ url: '/api/people/session', headers: headers() })).statusCode).toBe(200)
    })
    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain; application/json', 'application/jsonx', 'application/vnd.api+json', 'application/octet-stream'])('JSON sent as %s, which a form of another site can send, is not read', async (type) => {
      const answer = await app.app.inject({ method: 'POST', url: '/api/people/units', headers: { ...headers(), 'content-type': type }, payload: unit })
      expect([400, 415]).toContain(answer.statusCode)
      expect(await unitCodes()).not.toContain('OVER')
    })
    it.each([['cross-site', { 'sec-fetch-site': 'cross-site' }], ['same-site', { 'sec-fetch-site': 'same-site' }], ['of another origin', { origin: 'https://evil.example' }], ['of no origin', { origin: 'null' }]])('a write that is %s is refused, with the session and its token', async (_, more) => {
      const answer = await app.app.inject({ method: 'POST', url: '/api/people/units', headers: { ...headers(), ...more, 'content-type': 'application/json' }, payload: unit })
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'csrf_token_wrong'])
    })
    it('no answer lets another origin read it', async () => {
      for (const url of ['/', '/api/people/session', '/api/openapi.json', '/problems']) {
        for (const method of ['GET', 'OPTIONS'] as const) {
          const answer = await app.app.inject({ method, url, headers: { ...headers(), origin: 'https://evil.example', 'access-control-request-method': 'POST' } })
          expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
          expect(answer.headers).toMatchObject({ 'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin' })
        }
      }
    })
  })

  describe('whose values are made to be misread', () => {
    const send = (payload: string) => app.app.inject({ method: 'POST', url: '/api/people/units', headers: { cookie: app.owner.cookie, 'x-csrf-token': app.owner.csrf, 'content-type': 'application/json' }, payload })
    it.each(['{"__proto__":{"role":"owner"},"code":"P","name":"P","kind":"team"}', '{"constructor":{"prototype":{"role":"owner"}},"code":"P","name":"P","kind":"team"}', String.raw`{"\u005f_proto__":{"role":"owner"},"code":"P","name":"P","kind":"team"}`, `{"code":"P","name":"P","kind":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, '{"code":"P","name":"P","kind":"team"}{"code":"Q"}', '{"code":["P"],"name":{"$ne":""},"kind":"team"}', '{"code":"P","name":"P","kind":"team","orgId":"0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6071"}', '{"code":1e999,"name":"P","kind":"team"}'])('%.60s: refused by its form', async (payload) => {
      const answer = await send(payload)
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'input_invalid'])
      expect(({} as { role?: string }).role).toBeUndefined()
    })
    it('a name that comes twice in JSON counts once, and both are checked as one', async () => {
      expect((await send('{"code":"FIRST","code":"SECOND","name":"N","kind":"team"}')).json()).toMatchObject({ code: 'SECOND' })
    })
    it.each(['?current=true&current=false', '?current[]=true', '?current[a]=true', '?__proto__[role]=owner', '?constructor=1', '?current=true%00', `?${'a=1&'.repeat(3_000)}`, `?current=${'t'.repeat(100_000)}`])('the query %.40s: refused by its form', async (query) => {
      const answer = await app.app.inject({ url: `${demandRoutes.listInitiatives.path}${query}`, headers: { cookie: app.viewer.cookie } })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
    })
  })
})
