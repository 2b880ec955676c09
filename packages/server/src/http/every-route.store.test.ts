import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { eventsPath, liveEventNames, mostStreams } from '@throughline/contract/governance'
import { gives, peopleRoutes, roleNames, type Role } from '@throughline/contract/people'
import type { RequestOf, Route } from '@throughline/contract/wire'
import { onEachDatabase, testApp, type Answer, type Caller, type People } from '@throughline/testkit/database'
import { enterOrg, newId, withOrg } from '../database/index.ts'
import { rooms } from '../rooms.ts'
import { exampleOf } from './index.ts'

/** Needed before anyone is known; any further public route is added here on purpose. */
const publicRoutes = ['people.readSetup', 'people.setUp', 'people.signIn', 'people.passkeySignInOptions', 'people.signInWithPasskey', 'people.forgetPassword', 'people.resetPassword', 'people.readInvitation', 'people.acceptInvitation', 'people.listSignOnChoices']

const routes = rooms.flatMap(({ room, routes: own }) => Object.entries(own).map(([name, route]) => ({ name: `${room}.${name}`, route })))
const guarded = routes.filter(({ route }) => route.access !== 'public')
const code = ({ body }: Answer): unknown => (body as { code?: unknown } | undefined)?.code

/** Calls with parts that may be wrong in every respect but those that are tried. */
const call = (caller: Caller, route: Route, parts: { params?: unknown; body?: unknown } = {}, headers?: Record<string, string>): Promise<Answer> =>
  caller.call(route, { params: parts.params ?? paramsOf(route, () => newId()), body: parts.body ?? (route.body === undefined ? undefined : route.body === 'bytes' ? new Uint8Array([1]) : {}) } as unknown as RequestOf<Route>, headers)

const paramsOf = (route: Route, value: () => string): Record<string, string> => Object.fromEntries([...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => [name, value()]))

/** The least that a route accepts by its form: an example of each required field. */
function bodyOf({ body }: Route): unknown {
  if (body === undefined || body === 'bytes') return undefined
  const { required, properties } = body as { required?: readonly string[]; properties?: Record<string, object> }
  return properties ? Object.fromEntries((required ?? []).map((name) => [name, exampleOf(properties[name] ?? {})])) : exampleOf(body)
}

onEachDatabase('every route', (t) => {
  const app = testApp(t)

  it('is served under a path of its own', () => {
    expect(new Set(routes.map(({ route }) => `${route.method} ${route.path}`)).size).toBe(routes.length)
    expect(routes.filter(({ route }) => !route.path.startsWith('/api/'))).toEqual([])
  })

  it('is public only where it must be', () => {
    expect(routes.filter(({ route }) => route.access === 'public').map(({ name }) => name)).toEqual(publicRoutes)
  })

  it('is described: room, problem and refusal', async () => {
    const undeclared = rooms.flatMap(({ room, routes: own, problems }) => Object.entries(own).flatMap(([name, { refusals = [] }]) => refusals.filter((refusal) => !(refusal in problems)).map((refusal) => `${room}.${name}: ${refusal}`)))
    expect(undeclared).toEqual([])
    const { paths } = (await app.app.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, { operationId: string }>> }>()
    const described = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
    const streams = rooms.flatMap(({ room, streams: own = {} }) => Object.keys(own).map((name) => `${room}.${name}`))
    expect(described.toSorted()).toEqual([...routes.map(({ name }) => name), ...streams].toSorted())
  })

  it('is described: the stream of events, with the form of each', async () => {
    const { paths } = (await app.app.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, { 'x-events': object }> }> }>> }>()
    const responses = paths[eventsPath]?.['get']?.responses
    expect(Object.keys(responses?.['200']?.content['text/event-stream']?.['x-events'] ?? {})).toEqual([...liveEventNames])
    expect(Object.keys(responses ?? {})).toEqual(expect.arrayContaining(['401', '429']))
    const reference = (await app.app.inject('/api/reference')).body
    for (const words of [eventsPath, 'text/event-stream', `at most ${mostStreams} streams`]) expect(reference).toContain(words)
  })

  it.each(guarded)('$name refuses a stranger, an unknown session and an unknown token, before it looks at anything else', async ({ route }) => {
    const unknown = [{}, { cookie: 'throughline=nonsense' }, { authorization: 'Bearer tl_nonsense' }, { authorization: `Bearer tl_${newId().replaceAll('-', '')}_${'A'.repeat(43)}` }]
    for (const headers of unknown) expect(code(await call(app.stranger, route, {}, headers as Record<string, string>))).toBe('session_required')
  })

  it.each(guarded.filter(({ route }) => route.method !== 'GET'))('$name refuses a change that does not come from its page', async ({ route }) => {
    const wrong: Record<string, string>[] = [{ 'x-csrf-token': '' }, { 'x-csrf-token': 'wrong' }, { 'x-csrf-token': app.viewer.csrf }, { origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]
    for (const headers of wrong) expect(code(await call(app.owner, route, {}, headers))).toBe('csrf_token_wrong')
  })

  it.each(routes.filter(({ route }) => route.body !== undefined && route.body !== 'bytes'))('$name names every field that is wrong', async ({ name, route }) => {
    const caller = publicRoutes.includes(name) ? app.stranger : app.owner
    const answer = await call(caller, route, { body: { 'no such field': 1 } })
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json; charset=utf-8' }, body: { code: 'input_invalid' } })
    const { issues } = answer.body as { issues: { path: string; expected: string }[] }
    expect(issues.length).toBeGreaterThan(0)
    expect(issues.every(({ path, expected }) => path.startsWith('/') && expected.length > 0)).toBe(true)
  })

  describe('and another organisation', () => {
    let theirs: People
    let ids: readonly string[]
    /** One id of each kind that they have. */
    let kinds: readonly string[]
    let untouched: string
    beforeAll(async () => {
      theirs = await app.secondOrganisation()
      // Whatever can be created by an example of its form is, so that there is something of theirs to reach for.
      const creating = guarded.filter(({ route: { method } }) => method === 'POST')
      for (const { route } of creating.filter(({ route: { path } }) => !path.includes(':'))) await call(theirs.owner, route, { body: bodyOf(route) })
      for (const { route } of creating.filter(({ route: { path } }) => path.includes(':'))) for (const id of await idsOf(theirs, 'one')) await call(theirs.owner, route, { params: paramsOf(route, () => id), body: bodyOf(route) })
      ids = await idsOf(theirs)
      kinds = await idsOf(theirs, 'one')
      untouched = await rowsOf(theirs.owner.actor)
      const units = await theirs.owner.read(peopleRoutes.listUnits, {})
      expect([units.length, ids.includes(units[0]?.id ?? '')]).toEqual([1, true])
    })

    const tenantTables = async (): Promise<readonly string[]> =>
      (await sql<{ name: string }>`select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id')`.execute(t.owner)).rows.map(({ name }) => name)

    /** Ids in the rows of an organisation: all of them, or as few as it takes that each column of each table has one of its own among them, for those of a column are of a kind. */
    async function idsOf({ owner }: People, ofEach: 'all' | 'one' = 'all'): Promise<readonly string[]> {
      const found = new Map<string, string[]>()
      for (const line of (await rowsOf(owner.actor)).split('\n'))
        for (const [, column = '', id = ''] of line.matchAll(/"(\w+)":"([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})"/g)) {
          const kind = `${line.slice(0, line.indexOf(' '))}.${column}`
          found.set(kind, [...(found.get(kind) ?? []), id])
        }
      if (ofEach === 'all') return [...new Set([...found.values()].flat())]
      const own = ([kind]: readonly [string, unknown]): number => (kind.endsWith('.id') ? 0 : 1)
      return [...[...found].sort((a, b) => own(a) - own(b)).reduce((few, [, ids]) => (ids.some((id) => few.has(id)) ? few : few.add(ids.at(-1) ?? '')), new Set<string>())]
    }

    /** Everything an organisation holds, as text; less when its sessions were last seen. */
    const rowsOf = (actor: { orgId: string; accountId: string }): Promise<string> =>
      withOrg(t.db, actor, async (tx) => {
        const all: unknown[] = []
        for (const table of (await tenantTables()).filter((name) => !['session', 'job', 'sign_on_session'].includes(name))) {
          const { rows } = await sql`select * from ${sql.table(table)}`.execute(tx)
          all.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`).toSorted())
        }
        return all.join('\n')
      })

    it.each(guarded.filter(({ route }) => route.path.includes(':')))('$name does not reach into it', async ({ route }) => {
      for (const id of kinds) {
        const answer = await call(app.owner, route, { params: paramsOf(route, () => id), body: bodyOf(route) })
        expect([route.path, id, answer.status >= 400 && answer.status < 500]).toEqual([route.path, id, true])
        if (route.body === undefined) expect([route.path, id, answer.status]).toEqual([route.path, id, 404])
      }
      expect(await rowsOf(theirs.owner.actor)).toBe(untouched)
    })

    it.each(guarded.filter(({ route }) => route.method === 'GET' && !route.path.includes(':')))('$name shows nothing of it', async ({ route }) => {
      const answer = await call(app.owner, route)
      const text = answer.bytes.toString('utf8')
      expect(ids.filter((id) => text.includes(id))).toEqual([])
    })

    describe('for every role', () => {
      let everybody: readonly { readonly role: Role; readonly caller: Caller }[]
      let turn = 0
      beforeAll(async () => {
        // By token: a walk over every route signs out, and ends sessions.
        everybody = await Promise.all(roleNames.map(async (role) => {
          const person = await app.member(role)
          return { role, caller: app.withToken((await person.read(peopleRoutes.createToken, { body: { name: 'walk', role } })).secret) }
        }))
      })

      it.each(guarded)('$name lets in exactly those whom the table of roles names, and shows nothing of it', async ({ route }) => {
        for (const { role, caller } of everybody) {
          const id = kinds[turn++ % kinds.length] ?? ''
          const answer = await call(caller, route, { params: paramsOf(route, () => id) })
          const refused = route.access === 'public' || !gives(role, route.access)
          expect([role, code(answer) === 'role_insufficient', refused && answer.status === 403]).toEqual([role, refused, refused])
          const text = answer.bytes.toString('utf8')
          expect([role, ids.filter((theirId) => theirId !== id && text.includes(theirId))]).toEqual([role, []])
        }
      })

      it('nothing of it was changed by any of them', async () => expect(await rowsOf(theirs.owner.actor)).toBe(untouched))

      it.each(guarded.filter(({ route }) => route.money === 'refused'))('$name is refused to who may not see amounts', async ({ route }) => {
        for (const { role, caller } of everybody.filter((one) => !gives(one.role, 'see_money'))) {
          const answer = await call(caller, route, { params: paramsOf(route, () => newId()), body: route.body === 'bytes' ? new Uint8Array([1]) : bodyOf(route) })
          const expected = route.access !== 'public' && gives(role, route.access) ? ['amounts_withheld', 'input_invalid'] : ['role_insufficient']
          expect([role, expected.includes(String(code(answer)))]).toEqual([role, true])
        }
      })
    })

    it('is not reached by a session of ours that names it', async () => {
      const seen = await t.db.transaction().execute(async (tx) => {
        await enterOrg(tx, app.owner.actor)
        return tx.selectFrom('membership').select('account_id').where('org_id', '=', theirs.owner.actor.orgId).execute()
      })
      expect(seen).toEqual([])
    })
  })
})
