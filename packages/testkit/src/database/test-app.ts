import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '@throughline/contract/people'
import type { Actor } from '@throughline/server/database'
import { createApp, type RoomServer } from '@throughline/server/http'
import { addMember, beginSession, createOrganisation, csrfOf, hashPassword, plainServices, type AccountServices, type SignOnSettings } from '@throughline/server/people'
import { rooms as allRooms } from '@throughline/server/rooms'
import { callerWith, type Caller } from './caller.ts'
import type { TestDatabase } from './test-database.ts'

/** A person of a test organisation, signed in. */
export type Person = Caller & { readonly actor: Actor; readonly email: string; readonly password: string; readonly cookie: string; readonly csrf: string }
/** The people that every test organisation has; others are added by `member`. */
export type People = Readonly<Record<'owner' | 'editor' | 'viewer', Person>> & {
  /** Adds a person of a role, signed in. */
  member(role: Role, name?: string): Promise<Person>
}

/** The whole server over a suite's database, without a network, with one organisation and a person of each role. */
export type TestApp = People & {
  readonly app: FastifyInstance
  /** Neither session nor token. */
  readonly stranger: Caller
  /** Another organisation in the same database, to see that neither shows in the other. */
  secondOrganisation(): Promise<People>
  withToken(token: string): Caller
}

export type TestAppOptions = { readonly rooms?: readonly RoomServer[]; readonly now?: () => Date; /** False: nobody is there yet. */ readonly founded?: boolean; readonly webFolder?: string; readonly trustedProxies?: readonly string[]; /** Mail and the like; left out, none of it, and passwords that cost nothing. */ readonly accounts?: AccountServices; readonly signOn?: SignOnSettings; readonly metricsToken?: string }

/** Builds the app before the suite's first test and closes it after the last. Call after `testDatabase`, in the same suite. */
export function testApp(t: TestDatabase, { rooms = allRooms, now, founded = true, webFolder, trustedProxies, accounts = cheapServices, signOn, metricsToken }: TestAppOptions = {}): TestApp {
  let app: FastifyInstance | undefined
  let people: People | undefined
  const open = (): FastifyInstance => present(app, 'app')
  beforeAll(async () => {
    app = await createApp({ db: t.db, rooms, logger: pino({ level: 'silent' }), now, webFolder, trustedProxies, accounts, signOn, metricsToken, evidenceBytes: 1024 ** 2 })
    if (founded) people = await peopleOf(t, open, 'Acme', now?.())
  })
  afterAll(() => app?.close())
  return {
    get app() {
      return open()
    },
    get owner() {
      return present(people, 'organisation').owner
    },
    get editor() {
      return present(people, 'organisation').editor
    },
    get viewer() {
      return present(people, 'organisation').viewer
    },
    member: (role, name) => present(people, 'organisation').member(role, name),
    stranger: callerWith(open, {}),
    secondOrganisation: () => peopleOf(t, open, 'Globex', now?.()),
    withToken: (token) => callerWith(open, { authorization: `Bearer ${token}` }),
  }
}

const password = 'correct horse battery'
/** The least cost that scrypt allows: the passwords of tests guard nothing. */
export const cheapServices: AccountServices = { ...plainServices, cost: { N: 2, r: 1, p: 1 } }

async function peopleOf(t: TestDatabase, app: () => FastifyInstance, organisationName: string, now: Date = new Date()): Promise<People> {
  const passwordHash = await hashPassword(password, cheapServices.cost)
  const mark = randomBytes(4).toString('hex')
  const email = (role: Role) => `${role}.${mark}@example.org`
  const founded = await createOrganisation(t.db, { organisationName, currency: 'EUR', name: `Olga Owner ${mark}`, email: email('owner'), passwordHash })
  if (!founded.ok) throw new Error(`The test organisation was refused: ${founded.refusal.code}`)
  const { owner } = founded.value
  const signedIn = async (actor: Actor, address = email(actor.role)): Promise<Person> => {
    const secret = await beginSession(t.db, actor, now)
    const headers = { cookie: `throughline=${secret}`, 'x-csrf-token': csrfOf(secret) }
    return { ...callerWith(app, headers), actor, email: address, password, cookie: headers.cookie, csrf: headers['x-csrf-token'] }
  }
  let members = 0
  const member = async (role: Role, name = `Mona ${role.replaceAll('_', ' ')}`): Promise<Person> => {
    const address = members++ < 2 ? email(role) : `${members}.${email(role)}`
    const added = await addMember(t.db, owner, { name, email: address, role, passwordHash })
    if (!added.ok) throw new Error(`The member was refused: ${added.refusal.code}`)
    return signedIn({ orgId: owner.orgId, accountId: added.value.id, name, role }, address)
  }
  return { owner: await signedIn(owner), editor: await member('editor', 'Eddie Editor'), viewer: await member('viewer', 'Vera Viewer'), member }
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The test ${what} is there only inside hooks and tests of a suite that asked for it`)
  return value
}
