import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { connect, onConnection, type Db, type Login } from '@throughline/server/database'
import type { Cluster } from './clusters.ts'

/** A database of a suite's own with the whole schema and nothing in it. Open from the suite's first hook to its last. */
export type TestDatabase = {
  /** As the server: no owner, bound by row-level security. */
  readonly db: Db
  /** As the owner of the tables, to look behind the scenes. */
  readonly owner: Db
  readonly login: Login
  readonly ownerLogin: Login
}

type Opened = TestDatabase & { drop(): Promise<void> }

/**
 * Runs a suite on every database that Throughline promises to run on: `onEachDatabase('value ledger', (t) => { it(…) })`. Where a server is
 * named, on that alone: `npm test` runs the suites a first time without it, on the built-in one.
 */
export function onEachDatabase(name: string, suite: (t: TestDatabase) => void): void {
  const [builtIn, ...servers] = inject('clusters')
  const clusters = servers.length > 0 || !builtIn ? servers : [builtIn]
  describe.each(clusters.map((cluster) => ({ place: cluster.name, cluster })))(`${name} on $place`, ({ cluster }) => suite(testDatabase(cluster)))
}

/** A suite that begins databases of its own: it runs once, on whichever servers the others run a second time. */
export function describeOnce(name: string, suite: () => void): void {
  describe.skipIf(inject('clusters').length > 1)(name, suite)
}

/** The database of the suite that calls this: made before its first test, dropped after its last. */
export function testDatabase(cluster: Cluster = firstCluster()): TestDatabase {
  let opened: Opened | undefined
  beforeAll(async () => {
    opened = await openDatabase(cluster)
  })
  afterAll(() => opened?.drop())
  const now = (): Opened => {
    if (!opened) throw new Error('The test database is open only inside hooks and tests')
    return opened
  }
  return {
    get db() {
      return now().db
    },
    get owner() {
      return now().owner
    },
    get login() {
      return now().login
    },
    get ownerLogin() {
      return now().ownerLogin
    },
  }
}

function firstCluster(): Cluster {
  const [cluster] = inject('clusters')
  if (!cluster) throw new Error('No test database was started: run store tests as `vitest run --project store`')
  return cluster
}

async function openDatabase({ owner, app, template }: Cluster): Promise<Opened> {
  const name = `throughline_test_${randomBytes(8).toString('hex')}`
  await onConnection(owner, (client) => client.query(`create database ${name} template ${template}`))
  const [login, ownerLogin] = [app, owner].map((one) => ({ ...one, database: name })) as [Login, Login]
  const [db, ownerDb] = [connect(login, { max: 8 }), connect(ownerLogin, { max: 2 })]
  return {
    db,
    owner: ownerDb,
    login,
    ownerLogin,
    drop: async () => {
      await Promise.all([db.destroy(), ownerDb.destroy()])
      await onConnection(owner, (client) => client.query(`drop database ${name}`))
    },
  }
}
