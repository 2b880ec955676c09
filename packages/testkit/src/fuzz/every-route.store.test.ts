import type { InjectOptions } from 'fastify'
import { expect, it } from 'vitest'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { beginSession, csrfOf } from '@throughline/server/people'
import { rooms } from '@throughline/server/rooms'
import { badRequests, hostileHeaders } from './index.ts'

/** Two hundred for each route: FUZZ_CASES=200, and another FUZZ_SEED for others. */
const cases = Number(process.env['FUZZ_CASES'] ?? 15)
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_121)
/** No answer may take so long on any machine, however busy: what goes on for ever is found, what is slow is measured elsewhere. */
const boundMs = 60_000

/** It could take away the rights by which the others are called. */
const endsAccess = ['people.removeMember']
const routes = rooms.flatMap(({ room, routes: own }) => Object.entries(own).map(([name, route]) => ({ name: `${room}.${name}`, route }))).filter(({ name }) => !endsAccess.includes(name))

/** What only the inside of the server knows: a trace, a file of ours, a word of the database. */
const inside = /\n\s+at |node_modules|packages\/server|\.ts:\d+|\bpg_[a-z]+|syntax error at or near|violates .* constraint|throughline_(app|owner)/

onEachDatabase('bad requests', (t) => {
  const app = testApp(t)

  it.each(routes.map((one, nth) => ({ ...one, nth })))('to $name are answered as such: nothing breaks, nothing of the inside is told', { timeout: 60_000 + cases * 2_000 }, async ({ route, nth }) => {
    // A session of its own for each: some routes end those there are.
    const secret = await beginSession(t.db, app.owner.actor, new Date())
    const session = { cookie: `throughline=${secret}`, 'x-csrf-token': csrfOf(secret) }
    for (const { url, headers, payload } of badRequests(route, seed + nth, cases)) {
      const begun = performance.now()
      const answer = await app.app.inject({ method: route.method as NonNullable<InjectOptions['method']>, url, headers: { ...session, ...headers }, ...(payload === undefined ? {} : { payload }) })
      const shown = `${route.method} ${url.slice(0, 300)} ${JSON.stringify(headers).slice(0, 200)} ${String(payload).slice(0, 600)} → ${answer.statusCode} ${answer.body.slice(0, 500)}`
      expect(answer.statusCode, shown).toBeLessThan(500)
      expect(performance.now() - begun, shown).toBeLessThan(boundMs)
      if (answer.statusCode < 400 || answer.headers['content-encoding'] !== undefined) continue
      expect(answer.headers['content-type'], shown).toBe('application/problem+json; charset=utf-8')
      const { values: _, issues: _found, ...told } = answer.json<Record<string, unknown>>()
      expect(JSON.stringify(told), shown).not.toMatch(inside)
    }
  })

  it.each(hostileHeaders)('by the header %j reach no page and no file that others do not', async (headers) => {
    for (const url of ['/', '/api/people/session', '/assets/..%2f..%2fpackage.json', '/..%5c..%5cpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '//evil.example/', '/api//people/session', '/api/people/session;a=b', '/api/people/session%00']) {
      const answer = await app.app.inject({ url, headers })
      const shown = `${url} ${JSON.stringify(headers).slice(0, 100)} → ${answer.statusCode} ${answer.body.slice(0, 200)}`
      expect(answer.statusCode, shown).toBeLessThan(500)
      expect(answer.body, shown).not.toMatch(/root:x:|"workspaces"|@throughline\//)
      expect(answer.headers['location'], shown).toBeUndefined()
      expect(answer.headers['set-cookie'], shown).toBeUndefined()
      expect(answer.headers['content-security-policy'], shown).toMatch(url.startsWith('/api/') ? /^default-src 'none';.*sandbox$/ : /script-src 'self';/)
      expect(String(answer.headers['x-request-id']), shown).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})
