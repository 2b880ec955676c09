import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { gives, peopleRoutes, roleNames, type Role } from '@throughline/contract/people'
import type { Permission } from '@throughline/contract/wire'
import { onEachDatabase, testApp, type Caller, type Person } from '@throughline/testkit/database'
import { hostileTexts, hostileValues } from '@throughline/testkit/fuzz'
import { newId, withOrg } from '../../database/index.ts'
import { matches } from './filter/match.ts'
import { parseFilter } from './filter/parse.ts'
import { userAttributes, type KeptUser } from './resources/user.ts'
import { scimRoutes } from './routes.ts'
import { findUser } from './user-store.ts'

type Json = { readonly [name: string]: unknown; readonly id: string; readonly detail: string; readonly scimType?: string; readonly totalResults: number; readonly Resources: readonly Json[]; readonly meta: { readonly version: string; readonly location: string } }
type Told = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: Json }
const users = '/Users'
const patch = (...operations: object[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations })

onEachDatabase('SCIM', (t) => {
  const app = testApp(t)
  let token = ''
  /** A token of a service, bound to provision people. */
  const serviceToken = async (by: Person, role: Role = 'administrator', may: Permission[] = ['provision']) => {
    const { id } = await by.read(peopleRoutes.addService, { body: { name: 'Directory', role } })
    return (await by.read(peopleRoutes.createToken, { body: { name: 'scim', serviceId: id, may } })).secret
  }
  const ask = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}, bearer = token): Promise<Told> => {
    const reply = await app.app.inject({ method: method as 'GET', url: `/scim/v2${path}`, headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }), ...headers }, ...(body === undefined ? {} : { payload: JSON.stringify(body) }) })
    return { status: reply.statusCode, headers: reply.headers, body: (reply.body === '' ? {} : reply.json()) as Json }
  }
  const add = async (userName: string, more: object = {}) => (await ask('POST', '/Users', { userName, ...more })).body
  const group = async (displayName: string, ...ids: readonly string[]) => (await ask('POST', '/Groups', { displayName, members: ids.map((value) => ({ value })) })).body
  const find = (path: string, filter: string) => ask('GET', `${path}?filter=${encodeURIComponent(filter)}`)
  const memberAt = async (email: string) => (await app.owner.read(peopleRoutes.listMembers, {})).find((member) => member.email === email)
  const rule = async (roles: { group: string; role: Role }[], defaultRole: Role | null) => {
    const { version } = await app.owner.read(peopleRoutes.readProvisioning, {})
    return app.owner.read(peopleRoutes.changeProvisioning, { body: { version, roles, defaultRole } })
  }
  beforeAll(async () => void (token = await serviceToken(app.owner)))

  describe('lets in', () => {
    it.each(scimRoutes)('$method $path nobody without a token of the right to provision, whatever else they have', async ({ method, path }) => {
      const at = path.replace(':id', newId())
      const [session, none] = [{ cookie: app.owner.cookie, 'x-csrf-token': app.owner.csrf }, '']
      for (const headers of [{}, session, { authorization: 'Basic YTpi' }, { authorization: 'Bearer tl_nonsense' }, { authorization: `Bearer tl_${newId().replaceAll('-', '')}_${'A'.repeat(43)}` }]) {
        const { status, body } = await ask(method, at, undefined, headers as Record<string, string>, none)
        expect([status, body['schemas']]).toEqual([401, ['urn:ietf:params:scim:api:messages:2.0:Error']])
      }
    })

    it('exactly the roles that the table names', async () => {
      for (const role of roleNames) {
        const person = await app.member(role, `Walker ${role}`)
        const { secret } = await person.read(peopleRoutes.createToken, { body: { name: 'walk', role } })
        expect([role, (await ask('GET', '/Users', undefined, {}, secret)).status]).toEqual([role, gives(role, 'provision') ? 200 : 403])
      }
      expect((await ask('GET', '/Users', undefined, {}, await serviceToken(app.owner, 'administrator', ['read']))).status).toBe(403)
      expect((await app.withToken(token).refused(peopleRoutes.listMembers, {})).code).toBe('role_insufficient')
    })
  })

  it('says what it is: no bulk, filters and patches, kinds and schemas', async () => {
    const { body } = await ask('GET', '/ServiceProviderConfig')
    expect(body).toMatchObject({ patch: { supported: true }, bulk: { supported: false }, filter: { supported: true, maxResults: 200 }, etag: { supported: true }, sort: { supported: false } })
    expect((await ask('GET', '/ResourceTypes')).body.Resources.map(({ id }) => id)).toEqual(['User', 'Group'])
    expect((await ask('GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User')).body).toMatchObject({ name: 'User' })
    expect((await find('/Schemas', 'id pr')).status).toBe(403)
    expect((await ask('POST', '/Bulk', {})).status).toBe(501)
    expect((await ask('GET', '/Me')).status).toBe(501)
    expect(await ask('GET', '/Nothing')).toMatchObject({ status: 404, body: { status: '404' } })
  })

  it('keeps a person from the first day to the last: access, name, address, and the end of sessions and tokens at once', async () => {
    const made = await ask('POST', '/Users', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'Ada@acme.example', externalId: 'x-1', name: { givenName: 'Ada', familyName: 'Acme' }, emails: [{ value: 'other@acme.example' }, { value: 'Ada@acme.example', primary: true }], active: true, title: 'not held' })
    expect(made).toMatchObject({ status: 201, headers: { etag: 'W/"1"', location: made.body.meta.location, 'content-type': 'application/scim+json; charset=utf-8' }, body: { userName: 'Ada@acme.example', active: true, meta: { resourceType: 'User', version: 'W/"1"' } } })
    expect(await memberAt('ada@acme.example')).toMatchObject({ name: 'Ada Acme', role: 'viewer' })
    const at = `${users}/${made.body.id}`
    const moved = await ask('PATCH', at, patch({ op: 'Replace', path: 'displayName', value: 'Ada Lovelace' }, { op: 'replace', value: { 'name.familyName': 'Lovelace', userName: 'ada.lovelace@acme.example' } }, { op: 'Add', path: 'emails[type eq "work"].value', value: 'ada.lovelace@acme.example' }))
    expect(moved).toMatchObject({ status: 200, body: { displayName: 'Ada Lovelace', name: { familyName: 'Lovelace' }, emails: [{ value: 'ada.lovelace@acme.example' }], meta: { version: 'W/"2"' } } })
    const member = await memberAt('ada.lovelace@acme.example')
    expect(member).toMatchObject({ name: 'Ada Lovelace' })
    const counted = async () => (await sql<{ sessions: number; tokens: number }>`select (select count(*)::integer from session where account_id = ${member!.id}) as sessions, (select count(*)::integer from api_token where account_id = ${member!.id}) as tokens`.execute(t.owner)).rows[0]
    await sql`insert into session (org_id, id, account_id, secret_hash, created_at, last_seen_at, proved_at) values (${app.owner.actor.orgId}, ${newId()}, ${member!.id}, ${Buffer.from(newId())}, now(), now(), now())`.execute(t.owner)
    await sql`insert into api_token (org_id, id, account_id, name, role, secret_hash) values (${app.owner.actor.orgId}, ${newId()}, ${member!.id}, 'own', 'viewer', ${Buffer.from(newId())})`.execute(t.owner)
    expect(await counted()).toEqual({ sessions: 1, tokens: 1 })
    expect(await ask('PATCH', at, patch({ op: 'Replace', path: 'active', value: 'False' }))).toMatchObject({ status: 200, body: { active: false } })
    expect([await memberAt('ada.lovelace@acme.example'), await counted()]).toEqual([undefined, { sessions: 0, tokens: 0 }])
    expect((await ask('PATCH', at, patch({ op: 'replace', value: { active: true } }))).body['active']).toBe(true)
    expect(await memberAt('ada.lovelace@acme.example')).toMatchObject({ id: member!.id, role: 'viewer' })
    expect((await ask('DELETE', at)).status).toBe(204)
    expect([await memberAt('ada.lovelace@acme.example'), (await ask('GET', at)).status, (await ask('DELETE', at)).status]).toEqual([undefined, 404, 404])
    // Who comes back is the same account.
    await add('ada.lovelace@acme.example')
    expect((await memberAt('ada.lovelace@acme.example'))?.id).toBe(member!.id)
    const { rows } = await sql<{ act: string }>`select distinct act from revision where entity_id = ${member!.id} or entity_id = ${made.body.id} order by act`.execute(t.owner)
    expect(rows.map(({ act }) => act)).toEqual(['people.provision-user', 'people.unprovision-user'])
  })

  it('compares versions, writes nothing where nothing changes, and tells what was not changed', async () => {
    const { id } = await add('etta@acme.example')
    expect((await ask('PUT', `${users}/${id}`, { userName: 'etta@acme.example' })).body.meta.version).toBe('W/"1"')
    expect((await ask('PUT', `${users}/${id}`, { userName: 'etta@acme.example', displayName: 'Etta' }, { 'if-match': 'W/"9"' })).status).toBe(412)
    expect((await ask('PUT', `${users}/${id}`, { userName: 'etta@acme.example', displayName: 'Etta' }, { 'if-match': 'W/"1"' })).headers['etag']).toBe('W/"2"')
    expect((await ask('GET', `${users}/${id}`, undefined, { 'if-none-match': 'W/"2"' })).status).toBe(304)
    expect((await ask('DELETE', `${users}/${id}`, undefined, { 'if-match': 'W/"1"' })).status).toBe(412)
    expect(await ask('POST', '/Users', { userName: 'ETTA@acme.example' })).toMatchObject({ status: 409, body: { scimType: 'uniqueness', status: '409' } })
    expect((await ask('GET', `${users}/${id}?attributes=userName,meta.version`)).body).toEqual({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], id, userName: 'etta@acme.example', meta: { version: 'W/"2"' } })
    expect(Object.keys((await ask('GET', `${users}/${id}?excludedAttributes=groups,emails,meta`)).body)).toEqual(['schemas', 'id', 'userName', 'displayName', 'active'])
  })

  it('gives roles by group, and takes them with it', async () => {
    await rule([{ group: 'PMO', role: 'portfolio_lead' }, { group: 'Finance', role: 'finance' }, { group: 'Board', role: 'owner' }], null)
    const [gert, hilda] = [await add('gert@acme.example'), await add('hilda@acme.example')]
    expect(await memberAt('gert@acme.example')).toBeUndefined()
    const finance = await group('Finance', gert.id, hilda.id)
    expect([(await memberAt('gert@acme.example'))?.role, (await memberAt('hilda@acme.example'))?.role]).toEqual(['finance', 'finance'])
    const pmo = await group('PMO')
    expect((await ask('PATCH', `/Groups/${pmo.id}`, patch({ op: 'Add', path: 'members', value: [{ value: gert.id }] }))).body).toMatchObject({ members: [{ value: gert.id, type: 'User' }] })
    expect((await memberAt('gert@acme.example'))?.role).toBe('portfolio_lead')
    expect((await ask('PATCH', `/Groups/${pmo.id}`, patch({ op: 'Remove', path: `members[value eq "${gert.id}"]` }))).body['members']).toEqual([])
    expect((await memberAt('gert@acme.example'))?.role).toBe('finance')
    await ask('PATCH', `/Groups/${finance.id}`, patch({ op: 'Remove', path: 'members', value: [{ value: gert.id }] }))
    expect([await memberAt('gert@acme.example'), (await memberAt('hilda@acme.example'))?.role]).toEqual([undefined, 'finance'])
    // Okta renames by a value with an id; everybody in it follows.
    await ask('PATCH', `/Groups/${finance.id}`, patch({ op: 'replace', value: { id: finance.id, displayName: 'Accounting' } }))
    expect(await memberAt('hilda@acme.example')).toBeUndefined()
    await rule([{ group: 'Accounting', role: 'editor' }], null)
    expect((await memberAt('hilda@acme.example'))?.role).toBe('editor')
    expect((await ask('GET', `${users}/${hilda.id}`)).body['groups']).toMatchObject([{ value: finance.id, display: 'Accounting' }])
    expect((await ask('DELETE', `/Groups/${finance.id}`)).status).toBe(204)
    expect(await memberAt('hilda@acme.example')).toBeUndefined()
    expect(await ask('POST', '/Groups', { displayName: 'pmo' })).toMatchObject({ status: 409 })
    expect(await ask('PUT', `/Groups/${pmo.id}`, { displayName: 'PMO', members: [{ value: newId() }] })).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
    await rule([], 'viewer')
  })

  it('makes no owner, touches none, and never the last one, but by a service that an owner made one', async () => {
    await rule([{ group: 'Owners', role: 'owner' }], 'viewer')
    const ivy = await add('ivy@acme.example')
    const owners = await group('Owners', ivy.id)
    expect((await memberAt('ivy@acme.example'))?.role).toBe('viewer')
    const own = (await app.owner.read(peopleRoutes.readSession, {})).account
    for (const { id } of (await app.owner.read(peopleRoutes.listMembers, {})).filter(({ id, role }) => role === 'owner' && id !== own.id)) await app.owner.call(peopleRoutes.removeMember, { params: { id } })
    const olga = await add(own.email, { displayName: own.name })
    expect((await memberAt(own.email))?.role).toBe('owner')
    const ends: [string, string, object?][] = [['DELETE', `${users}/${olga.id}`], ['PATCH', `${users}/${olga.id}`, patch({ op: 'replace', path: 'active', value: false })], ['PATCH', `${users}/${olga.id}`, patch({ op: 'replace', path: 'emails', value: [{ value: 'mine@evil.example' }] })]]
    expect(await Promise.all(ends.map(async ([method, path, body]) => (await ask(method, path, body)).status))).toEqual([409, 409, 403])
    const strong = await serviceToken(app.owner, 'owner')
    const by = (method: string, path: string, body?: object) => ask(method, path, body, {}, strong)
    // The service is an owner as well, and no person: the last person who is one stays.
    expect((await by('DELETE', `${users}/${olga.id}`)).status).toBe(409)
    for (const members of [[olga], [ivy, olga]]) await by('PATCH', `/Groups/${owners.id}`, patch({ op: 'replace', path: 'members', value: members.map(({ id: value }) => ({ value })) }))
    expect([(await memberAt('ivy@acme.example'))?.role, (await memberAt(own.email))?.role]).toEqual(['owner', 'owner'])
    expect((await ask('DELETE', `${users}/${ivy.id}`)).status).toBe(403)
    expect((await by('DELETE', `${users}/${ivy.id}`)).status).toBe(204)
    await rule([], 'viewer')
    expect((await memberAt(own.email))?.role).toBe('owner')
  })

  it('reaches nobody of another organisation, and nothing of it', async () => {
    const theirs = await app.secondOrganisation()
    const foreign = await serviceToken(theirs.owner)
    const kim = (await ask('POST', '/Users', { userName: 'kim@globex.example' }, {}, foreign)).body
    const staff = (await ask('POST', '/Groups', { displayName: 'Staff', members: [{ value: kim.id }] }, {}, foreign)).body
    const rows = () => withOrg(t.db, theirs.owner.actor, async (tx) => JSON.stringify(await Promise.all(['membership', 'scim_user', 'scim_group', 'scim_group_member', 'provisioning'].map(async (table) => (await sql`select * from ${sql.table(table)} order by 1, 2`.execute(tx)).rows))))
    const before = await rows()
    for (const { method, path } of scimRoutes.filter((route) => route.path.includes('Users/:id') || route.path.includes('Groups/:id')))
      for (const id of [kim.id, staff.id, theirs.owner.actor.accountId]) expect([method, path, (await ask(method, path.replace(':id', id), method === 'PATCH' ? patch({ op: 'replace', path: 'externalId', value: 'x' }) : method === 'PUT' ? { userName: 'kim@globex.example', displayName: 'x' } : undefined)).status]).toEqual([method, path, 404])
    expect(await ask('POST', '/Users', { userName: 'kim@globex.example' })).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } })
    expect((await ask('POST', '/Groups', { displayName: 'Mixed', members: [{ value: kim.id }] })).status).toBe(400)
    expect((await find('/Users', 'userName co "globex"')).body.totalResults).toBe(0)
    // Ended here, known there: who has come to belong to others is not fetched back.
    const lou = await add('lou@both.example')
    await ask('PATCH', `${users}/${lou.id}`, patch({ op: 'replace', path: 'active', value: false }))
    expect((await ask('POST', '/Users', { userName: 'lou@both.example' }, {}, foreign)).status).toBe(201)
    expect((await ask('PATCH', `${users}/${lou.id}`, patch({ op: 'replace', path: 'active', value: true }))).status).toBe(409)
    await ask('DELETE', `${users}/${(await ask('GET', '/Users?filter=userName%20eq%20%22lou@both.example%22', undefined, {}, foreign)).body.Resources[0]!.id}`, undefined, {}, foreign)
    expect(await rows()).toBe(before)
  })

  it('is walked page by page, each once, in the order in which they came', async () => {
    for (const nth of [1, 2, 3, 4, 5]) await add(`page${nth}@pages.example`)
    const page = async (startIndex: number, count: number) => (await ask('GET', `/Users?filter=${encodeURIComponent('userName ew "@pages.example"')}&startIndex=${startIndex}&count=${count}`)).body
    const all = [...(await page(1, 2)).Resources, ...(await page(3, 2)).Resources, ...(await page(5, 2)).Resources].map((one) => one['userName'])
    expect(all).toEqual([1, 2, 3, 4, 5].map((nth) => `page${nth}@pages.example`))
    expect(await page(0, 0)).toMatchObject({ totalResults: 5, startIndex: 1, itemsPerPage: 0, Resources: [] })
    expect(await page(9, 2)).toMatchObject({ totalResults: 5, Resources: [] })
    expect((await ask('GET', '/Users?count=many')).status).toBe(400)
    expect((await ask('GET', '/Groups?excludedAttributes=members')).body.Resources.every((one) => !('members' in one))).toBe(true)
  })

  it('finds what a filter fits, as somebody who looks at each would', async () => {
    const people = [{ userName: 'anna@f.example', displayName: 'Anna', externalId: 'A1' }, { userName: 'BERT@f.example', name: { familyName: 'Bé%rt_', givenName: 'b' }, active: 'False' }, { userName: 'cleo@f.example', externalId: 'a1', displayName: 'anna' }]
    const ids = await Promise.all(people.map(async ({ userName, ...more }) => (await add(userName, more)).id))
    await group('Filtered', ids[0]!, ids[2]!)
    const kept = await withOrg(t.db, app.owner.actor, async (tx) => (await Promise.all(ids.map((id) => findUser(tx, id)))).filter((one): one is KeptUser => one !== undefined))
    const value = fc.constantFrom('"anna"', '"A1"', '"f.example"', '"%"', '"_"', '"b"', '""', '"Filtered"', 'null', `"${ids[0]}"`)
    const path = fc.constantFrom('userName', 'displayName', 'name.familyName', 'name.givenName', 'emails', 'emails.value', 'groups.display', 'groups.value', 'emails.type')
    const leaf = fc.oneof(
      fc.tuple(path, fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew'), value).map(([at, by, wanted]) => `${at} ${wanted === 'null' ? 'eq' : by} ${wanted}`),
      path.map((at) => `${at} pr`), fc.constantFrom('active eq true', 'active eq "False"', 'emails[type eq "work" and value co "anna"]', 'groups[display eq "filtered"]', 'not (active eq true)'),
    )
    const filter = fc.letrec<{ all: string }>((tie) => ({ all: fc.oneof({ maxDepth: 3 }, leaf, fc.tuple(tie('all'), fc.constantFrom('and', 'or'), tie('all')).map(([left, by, right]) => `(${left} ${by} ${right})`), tie('all').map((one) => `not (${one})`)) })).all
    await fc.assert(fc.asyncProperty(filter, async (text) => {
      const parsed = parseFilter(text)
      if (!parsed.ok) throw new Error(text)
      const expected = kept.filter((one) => matches(parsed.value, { ...userAttributes(one), active: text.includes('"False"') ? String(one.active) : one.active })).map(({ id }) => id).toSorted()
      const found = (await find('/Users', `userName ew "@f.example" and (${text})`)).body.Resources.map(({ id }) => id).toSorted()
      if (!/active eq "False"/.test(text) || !/active eq true/.test(text)) expect([text, found]).toEqual([text, expected])
    }), { numRuns: 40 })
    expect((await find('/Users', 'userName ew "@f.example" and not (name.familyName ew "")')).body.totalResults).toBe(2)
    expect((await find('/Users', 'externalId eq "a1"')).body.Resources.map(({ id }) => id)).toEqual([ids[2]])
    expect((await find('/Users', 'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ANNA@f.example"')).body.totalResults).toBe(1)
    expect((await find('/Users', 'meta.lastModified ge "2020-01-01T00:00:00Z" and userName sw "anna@f"')).body.totalResults).toBe(1)
    expect((await find('/Groups', `members.value eq "${ids[0]}"`)).body.totalResults).toBe(1)
    for (const wrong of ['userName', 'userName eq', 'userName is "a"', 'shoeSize eq 5', '(userName pr', 'userName eq "a" or', 'active gt true', 'meta.created co "2"', `${'('.repeat(500)}userName pr`, 'userName eq "\u0000"']) expect([wrong, (await find('/Users', wrong)).body.scimType]).toEqual([wrong, 'invalidFilter'])
  })

  it('answers what is wrong as such, in its own form, and tells nothing of the inside', async () => {
    const { id } = await add('nora@acme.example')
    const wrong: [string, string, unknown, number, string?][] = [
      ['POST', '/Users', {}, 400, 'invalidValue'], ['POST', '/Users', [], 400, 'invalidSyntax'], ['POST', '/Users', { userName: 'no address' }, 400, 'invalidValue'], ['POST', '/Users', { userName: 'a@b.example', active: 'perhaps' }, 400, 'invalidValue'], ['POST', '/Groups', { displayName: 'x', members: [5] }, 400, 'invalidSyntax'],
      ['PATCH', `${users}/${id}`, {}, 400, 'invalidSyntax'], ['PATCH', `${users}/${id}`, patch({ op: 'move', path: 'active', value: true }), 400, 'invalidSyntax'], ['PATCH', `${users}/${id}`, patch({ op: 'remove' }), 400, 'noTarget'], ['PATCH', `${users}/${id}`, patch({ op: 'remove', path: 'userName' }), 400, 'mutability'], ['PATCH', `${users}/${id}`, patch({ op: 'replace', path: 'shoeSize', value: 5 }), 400, 'invalidPath'], ['PATCH', `${users}/${id}`, patch({ op: 'replace', path: 'emails[', value: 5 }), 400, 'invalidPath'],
      ['GET', `${users}/nonsense`, undefined, 404],
    ]
    for (const [method, path, body, status, scimType] of wrong) expect([method, path, body, await ask(method, path, body).then((told) => [told.status, told.body.scimType])]).toEqual([method, path, body, [status, scimType]])
    const inside = /\n\s+at |node_modules|\.ts:\d+|\bpg_[a-z]+|syntax error at or near|violates .* constraint/
    for (const value of [...hostileTexts, ...hostileValues])
      for (const [method, path, body] of [['POST', '/Users', { userName: value, emails: value, name: value }], ['PATCH', `${users}/${id}`, patch({ op: 'replace', path: 'displayName', value }, { op: 'add', value })], ['PATCH', `${users}/${id}`, patch({ op: 'replace', path: value, value })], ['POST', '/Groups', { displayName: value, members: value, externalId: value }], ['GET', `/Users?filter=${encodeURIComponent(`userName eq ${JSON.stringify(typeof value === 'string' ? value : 'a')}`)}`, undefined]] as const) {
        const told = await ask(method, path, body)
        expect([method, path, JSON.stringify(body)?.slice(0, 200), told.status < 500]).toEqual([method, path, JSON.stringify(body)?.slice(0, 200), true])
        if (told.status >= 400) expect(JSON.stringify({ ...told.body, detail: '' })).not.toMatch(inside)
      }
  }, 120_000)

  it('forgets whom it kept when a person is erased', async () => {
    const { governanceRoutes } = await import('@throughline/contract/governance')
    await add('otto@acme.example', { displayName: 'Otto Erased' })
    const member = await memberAt('otto@acme.example')
    expect((await app.owner.call(governanceRoutes.erasePerson, { body: { accountId: member!.id, name: 'Otto Erased' } })).status).toBe(201)
    const caller: Caller = app.owner
    expect((await caller.read(peopleRoutes.readProvisioning, {})).people).toMatchObject({ status: 'ok', value: expect.any(Number) as unknown })
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from scim_user where account_id = ${member!.id} or email like 'otto%'`.execute(t.owner)
    expect(rows[0]?.count).toBe(0)
  })
})
