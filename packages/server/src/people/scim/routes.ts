import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import { addGroup, changeGroup, removeGroup } from './acts/keep-group.ts'
import { addUser, changeUser, removeUser, type IfMatch } from './acts/keep-user.ts'
import { chosen, filterOf, pageOf, withoutMembers, type Query } from './asked.ts'
import { findGroup, heldOfGroups, listGroups } from './group-store.ts'
import { readOperations } from './patch/operations.ts'
import { patchGroup } from './patch/patch-group.ts'
import { patchUser } from './patch/patch-user.ts'
import { forbidden, invalidSyntax, unknownHere, type ScimRefusal } from './refusal.ts'
import { resourceTypes, schemas, serviceProviderConfig } from './resources/about.ts'
import { groupResource, readGroup, type KeptGroup } from './resources/group.ts'
import { isSent } from './resources/read-attributes.ts'
import { readUser, userResource, type KeptUser } from './resources/user.ts'
import { findUser, heldOfUsers, listUsers } from './user-store.ts'

/** What a request of SCIM asks, of whom, and where this interface is. */
export type ScimRequest = { readonly db: Db; readonly actor: Actor; readonly place: string; readonly query: Query; readonly body: unknown; readonly id: string; readonly ifMatch: IfMatch }
/** A reply; `resource` is the one that it is about, with its version. */
export type ScimReply = { readonly body?: object; readonly status?: 200 | 201 | 204; readonly resource?: Pick<KeptUser, 'version'>; readonly location?: string }
export type ScimRoute = { readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; readonly path: string; perform(request: ScimRequest): Promise<Result<ScimReply, ScimRefusal>> }

const list = (resources: readonly object[], totalResults: number, startIndex: number) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults, startIndex, itemsPerPage: resources.length, Resources: resources })

/** A list that is the same for everybody; to filter it is forbidden (RFC 7644, 4). */
const fixed = (path: string, of: (place: string) => readonly { readonly id?: string }[]): readonly ScimRoute[] => [
  { method: 'GET', path, perform: async ({ place, query }) => (query['filter'] === undefined ? ok({ body: list(of(place), of(place).length, 1) }) : forbidden('This list is not filtered')) },
  {
    method: 'GET',
    path: `${path}/:id`,
    perform: async ({ place, id }) => {
      const found = of(place).find((one) => one.id === id)
      return found ? ok({ body: found }) : unknownHere('entry', id)
    },
  },
]

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

/** A resource that there may be: ids of another form are those of nothing. */
const ofId = async <T>(what: string, id: string, perform: (id: string) => Promise<Result<T, ScimRefusal>>): Promise<Result<T, ScimRefusal>> => (isId(id) ? perform(id.toLowerCase()) : unknownHere(what, id.slice(0, 80)))

const sent = async <T, R>(body: unknown, read: (body: Readonly<Record<string, unknown>>) => Result<T, ScimRefusal>, perform: (value: T) => Promise<Result<R, ScimRefusal>>): Promise<Result<R, ScimRefusal>> => {
  const value = isSent(body) ? read(body) : invalidSyntax('The body is an object')
  return value.ok ? perform(value.value) : value
}

const told = <Kept extends { readonly version: number; readonly id: string }>(outcome: Result<Kept, ScimRefusal>, { query }: ScimRequest, show: (kept: Kept) => Readonly<Record<string, unknown>>, kind: 'Users' | 'Groups', place: string, status: 200 | 201 = 200): Result<ScimReply, ScimRefusal> =>
  outcome.ok ? ok({ body: chosen(show(outcome.value), query), status, resource: outcome.value, ...(status === 201 ? { location: `${place}/${kind}/${outcome.value.id}` } : {}) }) : outcome

const user = (outcome: Result<KeptUser, ScimRefusal>, request: ScimRequest, status?: 201) => told(outcome, request, (kept) => userResource(kept, request.place), 'Users', request.place, status)
const group = (outcome: Result<KeptGroup, ScimRefusal>, request: ScimRequest, status?: 201) => told(outcome, request, (kept) => groupResource(kept, request.place), 'Groups', request.place, status)
const gone = (outcome: Result<void, ScimRefusal>): Result<ScimReply, ScimRefusal> => (outcome.ok ? ok({ status: 204 }) : outcome)

const usersPath = '/Users'

const users: readonly ScimRoute[] = [
  {
    method: 'GET',
    path: usersPath,
    perform: async ({ db, actor, query, place }) => {
      const [condition, page] = [filterOf(query, heldOfUsers), pageOf(query)]
      if (!condition.ok) return condition
      if (!page.ok) return page
      const { total, users: found } = await withOrg(db, actor, (tx) => listUsers(tx, condition.value, page.value))
      return ok({ body: list(found.map((one) => chosen(userResource(one, place), query)), total, page.value.startIndex) })
    },
  },
  { method: 'POST', path: usersPath, perform: (request) => sent(request.body, readUser, async (value) => user(await addUser(request.db, request.actor, value), request, 201)) },
  { method: 'GET', path: `${usersPath}/:id`, perform: (request) => ofId('user', request.id, async (id) => user(found('user', id, await withOrg(request.db, request.actor, (tx) => findUser(tx, id))), request)) },
  { method: 'PUT', path: `${usersPath}/:id`, perform: (request) => ofId('user', request.id, (id) => sent(request.body, readUser, async (value) => user(await changeUser(request.db, request.actor, id, request.ifMatch, () => ok(value)), request))) },
  { method: 'PATCH', path: `${usersPath}/:id`, perform: (request) => ofId('user', request.id, (id) => sent(request.body, readOperations, async (operations) => user(await changeUser(request.db, request.actor, id, request.ifMatch, (before) => patchUser(before, operations)), request))) },
  { method: 'DELETE', path: `${usersPath}/:id`, perform: ({ db, actor, id: given, ifMatch }) => ofId('user', given, async (id) => gone(await removeUser(db, actor, id, ifMatch))) },
]

const groups: readonly ScimRoute[] = [
  {
    method: 'GET',
    path: '/Groups',
    perform: async ({ db, actor, query, place }) => {
      const [condition, page] = [filterOf(query, heldOfGroups), pageOf(query)]
      if (!condition.ok) return condition
      if (!page.ok) return page
      const { total, groups: found } = await withOrg(db, actor, (tx) => listGroups(tx, condition.value, page.value, !withoutMembers(query)))
      return ok({ body: list(found.map((one) => chosen(groupResource(one, place), query)), total, page.value.startIndex) })
    },
  },
  { method: 'POST', path: '/Groups', perform: (request) => sent(request.body, readGroup, async (value) => group(await addGroup(request.db, request.actor, value), request, 201)) },
  { method: 'GET', path: '/Groups/:id', perform: (request) => ofId('group', request.id, async (id) => group(found('group', id, await withOrg(request.db, request.actor, (tx) => findGroup(tx, id, !withoutMembers(request.query)))), request)) },
  { method: 'PUT', path: '/Groups/:id', perform: (request) => ofId('group', request.id, (id) => sent(request.body, readGroup, async (value) => group(await changeGroup(request.db, request.actor, id, request.ifMatch, () => ok(value)), request))) },
  { method: 'PATCH', path: '/Groups/:id', perform: (request) => ofId('group', request.id, (id) => sent(request.body, readOperations, async (operations) => group(await changeGroup(request.db, request.actor, id, request.ifMatch, (before) => patchGroup(before, operations)), request))) },
  { method: 'DELETE', path: '/Groups/:id', perform: ({ db, actor, id: given, ifMatch }) => ofId('group', given, async (id) => gone(await removeGroup(db, actor, id, ifMatch))) },
]

const found = <T>(what: string, id: string, value: T | undefined): Result<T, ScimRefusal> => (value === undefined ? unknownHere(what, id) : ok(value))

/** Everything that is answered below the path of SCIM, by whom a token with the right to provision lets in. */
export const scimRoutes: readonly ScimRoute[] = [
  { method: 'GET', path: '/ServiceProviderConfig', perform: async ({ place, query }) => (query['filter'] === undefined ? ok({ body: serviceProviderConfig(place) }) : forbidden('This is not filtered')) },
  ...fixed('/ResourceTypes', resourceTypes),
  ...fixed('/Schemas', schemas),
  ...users,
  ...groups,
]
