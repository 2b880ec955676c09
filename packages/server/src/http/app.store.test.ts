import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok, refuse } from '@throughline/engine/kernel'
import { IdParams, route, toWire, wireProblems } from '@throughline/contract/wire'
import { cheapServices, onEachDatabase, testApp } from '@throughline/testkit/database'
import { connect } from '../database/index.ts'
import { people } from '../people/index.ts'
import { createApp, roomServer } from './index.ts'

const routes = {
  echo: route({ method: 'POST', path: '/api/try/echo', summary: 'Says it again', access: 'shape', body: Type.Object({ amountMinor: Type.String(), when: Type.Optional(Type.String({ format: 'date' })), few: Type.Array(Type.Integer(), { maxItems: 3 }) }), reply: Type.Unknown() }),
  free: route({ method: 'POST', path: '/api/try/free', summary: 'Takes anything', access: 'shape', body: Type.Object({ any: Type.Unknown() }), reply: Type.Unknown() }),
  find: route({ method: 'GET', path: '/api/try/things/:id', summary: 'Finds', access: 'read', params: IdParams, query: Type.Object({ top: Type.Optional(Type.Integer({ maximum: 10 })), all: Type.Optional(Type.Boolean()) }), reply: Type.Unknown(), refusals: ['thing_gone'] }),
  send: route({ method: 'POST', path: '/api/try/file', summary: 'Takes a file', access: 'shape', body: 'bytes', reply: 'bytes' }),
  fail: route({ method: 'GET', path: '/api/try/fail', summary: 'Fails', access: 'read', reply: Type.Unknown() }),
} as const
const tryRoom = roomServer({
  room: 'try',
  about: 'For tests <script>',
  routes,
  problems: { thing_gone: { status: 409, title: 'Gone', words: 'Thing {id} is gone.', exit: 73 } },
  handlers: {
    echo: async ({ body }) => ok({ ...body, exact: 2n ** 60n }),
    free: async () => ok({ taken: true }),
    find: async ({ params, query }) => (query.top === 7 ? refuse({ code: 'thing_gone' as const, values: { id: params.id } }) : ok(toWire({ ...params, ...query }))),
    send: async ({ body }) => ok({ bytes: body.toReversed(), contentType: 'text/csv', fileName: 'Größe "1".csv' }),
    fail: async () => {
      throw new Error('secret detail')
    },
  },
  migrations: [],
})

onEachDatabase('the app', (t) => {
  const webFolder = mkdtempSync(join(tmpdir(), 'throughline-web-'))
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>web</title>')
  writeFileSync(join(webFolder, 'assets', 'page-1a2b.js'), `${'export const line = 1\n'.repeat(200)}`)
  const app = testApp(t, { rooms: [people, tryRoom], webFolder })
  afterAll(() => rmSync(webFolder, { recursive: true, force: true }))
  const id = '0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6071'

  it('reads numbers and truth values of an address, and refuses what is none', async () => {
    expect(await app.viewer.read(routes.find, { params: { id }, query: { top: 5, all: true } })).toEqual({ id, top: 5, all: true })
    const problem = await app.viewer.refused(routes.find, { params: { id: 'x' }, query: { top: 11 } })
    expect(problem).toMatchObject({
      type: '/problems#input_invalid',
      status: 400,
      issues: [
        { path: '/params/id', found: 'x', expected: 'a UUID' },
        { path: '/query/top', found: 11, expected: 'a number <= 10' },
      ],
    })
  })

  it('takes a body as it is, and lists all that is wrong with it', async () => {
    expect(await app.editor.read(routes.echo, { body: { amountMinor: '1', few: [1] } })).toEqual({ amountMinor: '1', few: [1], exact: '1152921504606846976' })
    const { body } = await app.editor.call(routes.echo, { body: { amountMinor: 1, when: '2024-02-30', few: ['1', 2, 3, 4], extra: true } as never })
    expect((body as { issues: unknown }).issues).toEqual([
      { path: '/extra', found: 'extra', expected: 'no field of this name; known are amountMinor, when, few' },
      { path: '/amountMinor', found: 1, expected: 'text' },
      { path: '/when', found: '2024-02-30', expected: 'a date, YYYY-MM-DD' },
      { path: '/few', found: 'a list of 4', expected: 'at most 3 entries' },
      { path: '/few/0', found: '1', expected: 'a whole number' },
    ])
  })

  it('answers a refusal with its words, its values and the id of the request', async () => {
    const answer = await app.viewer.call(routes.find, { params: { id }, query: { top: 7 } })
    expect(answer).toMatchObject({ status: 409, body: { type: '/problems#thing_gone', title: 'Gone', status: 409, detail: `Thing ${id} is gone.`, code: 'thing_gone' as const, values: { id } } })
    expect((answer.body as { requestId: string }).requestId).toBe(answer.headers['x-request-id'])
  })

  it('takes and gives files', async () => {
    const answer = await app.editor.call(routes.send, { body: new Uint8Array([1, 2, 255]) })
    expect([...answer.bytes]).toEqual([255, 2, 1])
    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv', 'content-disposition': `attachment; filename="Gr__e _1_.csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.csv`, 'cache-control': 'no-store' })
    expect(await app.editor.call(routes.send, { body: new Uint8Array([1]) }, { 'content-type': 'application/json' })).toMatchObject({ status: 400 })
    const json = await app.app.inject({ method: 'POST', url: '/api/try/file', headers: { cookie: app.editor.cookie, 'x-csrf-token': app.editor.csrf, 'content-type': 'application/json' }, payload: '{}' })
    expect(json.json()).toMatchObject({ status: 415, code: 'body_type_wrong' })
  })

  it('says nothing of a fault but where to find it', async () => {
    const problem = await app.viewer.refused(routes.fail, {})
    expect(problem).toMatchObject({ status: 500, code: 'fault', detail: expect.stringContaining(problem.requestId ?? 'no id') })
    expect(JSON.stringify(problem)).not.toMatch(/secret|\.ts/)
  })

  it('refuses malformed JSON, other types and too much', async () => {
    const send = (contentType: string, payload: string) => app.app.inject({ method: 'POST', url: '/api/try/echo', headers: { cookie: app.editor.cookie, 'x-csrf-token': app.editor.csrf, 'content-type': contentType }, payload })
    expect((await send('application/json', '{"a":')).json()).toMatchObject({ status: 400, code: 'input_invalid' })
    expect((await send('application/json', '{"__proto__":{"admin":true}}')).json()).toMatchObject({ status: 400, code: 'input_invalid' })
    expect((await send('text/plain', 'a')).json()).toMatchObject({ status: 415, code: 'body_type_wrong', values: { found: 'text/plain' } })
    expect((await send('application/json', `"${'x'.repeat(9_000_000)}"`)).json()).toMatchObject({ status: 413, code: 'body_too_large', values: { limit: 8_388_608 } })
  })

  it('refuses text that no database stores, wherever it stands, and however deep', async () => {
    const send = async (payload: string) => (await app.app.inject({ method: 'POST', url: '/api/try/free', headers: { cookie: app.editor.cookie, 'x-csrf-token': app.editor.csrf, 'content-type': 'application/json' }, payload })).json<{ issues: unknown }>()
    const expected = 'text without NUL and without halves of a character'
    expect((await send(String.raw`{"any":{"list":["fine 😀","a\ud800b"]}}`)).issues).toEqual([{ path: '/any/list/1', found: String.raw`a\ud800b`, expected }])
    expect((await send(String.raw`{"any":"a\u0000b"}`)).issues).toEqual([{ path: '/any', found: String.raw`a\u0000b`, expected }])
    expect((await send(String.raw`{"any":{"\udc00":1}}`)).issues).toEqual([{ path: '/any', found: String.raw`\udc00`, expected: `names of fields that are ${expected}` }])
    expect(await send(`{"any":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).toEqual({ taken: true })
  })

  it('knows no other address below /api', async () => {
    expect((await app.app.inject({ url: '/api/nothing?secret=1', headers: { accept: 'text/html' } })).json()).toMatchObject({ status: 404, code: 'route_unknown', values: { method: 'GET', path: '/api/nothing' } })
    expect((await app.app.inject('/api/try/things/%E0%A4%A')).json()).toMatchObject({ status: 400, code: 'input_invalid', issues: [{ path: '/', expected: expect.stringContaining('%E0%A4%A') }] })
    expect((await app.app.inject({ method: 'DELETE', url: '/api/try/fail' })).json()).toMatchObject({ code: 'route_unknown' })
  })

  it('gives the web app for every page, its files for good, and nothing inline', async () => {
    for (const url of ['/', '/portfolio/roadmap']) {
      const page = await app.app.inject({ url, headers: { accept: 'text/html' } })
      expect([page.statusCode, page.body, page.headers['cache-control']]).toEqual([200, '<!doctype html><title>web</title>', 'no-cache'])
      expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/)
    }
    const file = await app.app.inject({ url: '/assets/page-1a2b.js', headers: { 'accept-encoding': 'br' } })
    expect(file.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' })
    expect((await app.app.inject('/assets/gone.js')).statusCode).toBe(404)
    expect((await app.app.inject('/assets/..%2f..%2fetc/passwd')).statusCode).toBe(404)
  })

  it('describes itself: every route in the reference, every problem by its words', async () => {
    const reference = await app.app.inject('/api/reference')
    expect(reference.body).toContain('/api/try/things/:id')
    expect(reference.body).toContain('&#60;script&#62;')
    expect(reference.body).not.toMatch(/<script|style="/)
    const problems = (await app.app.inject('/problems')).body
    for (const code of [...Object.keys(wireProblems), 'thing_gone', 'last_owner']) expect(problems).toContain(`id="${code}"`)
  })

  it('logs one line for a request: who, which route, how it ended, and no query', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    const logged = await createApp({ db: t.db, rooms: [people, tryRoom], logger })
    await logged.inject({ url: `/api/try/things/${id}?top=3`, headers: { cookie: app.viewer.cookie } })
    await logged.close()
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ msg: 'request', method: 'GET', route: '/api/try/things/:id', room: 'try', status: 200, ms: expect.any(Number), org: app.viewer.actor.orgId, account: app.viewer.actor.accountId, requestId: expect.any(String) }),
    ])
    expect(lines.join()).not.toMatch(/top=3|throughline=/)
  })

  it('logs what concerns security as such, by its event, and names nobody who did not get in', async () => {
    const lines: string[] = []
    const logged = await createApp({ db: t.db, rooms: [people, tryRoom], logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }), accounts: cheapServices })
    const signIn = (password: string) => logged.inject({ method: 'POST', url: '/api/people/session', payload: { email: app.viewer.email, password } })
    await signIn('wrong, wrong, wrong, wrong')
    await signIn(app.viewer.password)
    const session = { cookie: app.viewer.cookie, 'x-csrf-token': app.viewer.csrf }
    await logged.inject({ method: 'POST', url: '/api/try/free', headers: session, payload: { any: 1 } })
    await logged.inject({ method: 'POST', url: '/api/try/free', headers: { cookie: app.editor.cookie }, payload: { any: 1 } })
    await logged.inject({ url: '/api/try/fail', headers: { authorization: 'Bearer tl_made_up' } })
    await logged.inject({ url: '/api/try/fail' })
    await logged.inject({ url: '/api/try/things/x', headers: session })
    await logged.close()
    const told = lines.map((line) => JSON.parse(line) as { level: number; event?: string; refused?: string; subject?: string; account?: string })
    expect(told.map(({ level, event, refused }) => [level, event, refused])).toEqual([
      [40, 'sign_in_failed', 'credentials_wrong'], [30, 'session_begun', undefined], [40, 'access_refused', 'role_insufficient'], [40, 'forgery_refused', 'csrf_token_wrong'], [40, 'credential_refused', 'session_required'], [30, undefined, 'session_required'], [40, 'input_refused', 'input_invalid'],
    ])
    expect(told[0]?.subject).toMatch(/^[0-9a-f]{16}$/)
    expect(told[1]?.subject).toBe(told[0]?.subject)
    expect(lines.join()).not.toContain(app.viewer.email)
    expect(lines.join()).not.toMatch(/wrong, wrong|tl_made_up|throughline=/)
  })

  describe('without its database', () => {
    const unreachable = connect({ host: '127.0.0.1', port: 1, database: 'none', user: 'none', password: 'none' })
    let lost: Awaited<ReturnType<typeof createApp>>
    beforeAll(async () => {
      lost = await createApp({ db: unreachable, rooms: [people], logger: pino({ level: 'silent' }) })
    })
    afterAll(async () => {
      await lost.close()
      await unreachable.destroy()
    })

    it('says so, and that nothing was changed', async () => {
      for (const url of ['/healthz', '/api/people/setup']) expect((await lost.inject(url)).json()).toMatchObject({ status: 503, code: 'database_unavailable' })
    })
  })

  it('is healthy with it', async () => {
    expect((await app.app.inject('/healthz')).json()).toEqual({ status: 'ok' })
  })
})
