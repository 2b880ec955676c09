import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { connect, ensureAppRole, migrate, onConnection, type Actor, type Login } from '../../packages/server/src/database/index.ts'
import { beginSession, createOrganisation, csrfOf, hashPassword } from '../../packages/server/src/people/index.ts'
import { migrationsOf, rooms } from '../../packages/server/src/rooms.ts'
import { fill, filledOf, type Filled, type Size } from './fill.ts'
import type { Writer } from './writes.ts'

/** An organisation that is filled, and people signed in to it. */
export type Organisation = { readonly filled: Filled; readonly cookies: readonly string[]; readonly writer: Writer }

/** Makes a database with the whole schema, one organisation of the size, and `users` sessions; one that is there already is brought up to the schema and used as it is. */
export async function makeOrganisation(base: Login, database: string, size: Size, users: number, say: (done: string) => void): Promise<Organisation> {
  const made = await onConnection(base, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
    return rowCount === 0
  })
  const owner = { ...base, database }
  const app = await ensureAppRole(owner)
  const asOwner = connect(owner, { max: 2 })
  await migrate(asOwner, migrationsOf(rooms))
  await asOwner.destroy()
  const db = connect(app)
  try {
    const founder = made ? await found(db) : await founderOf(owner)
    const filled = made ? await fill(owner, founder.orgId, size, say) : await filledOf(owner)
    const cookies: string[] = []
    for (let user = 0; user < users; user += 1) cookies.push(`throughline=${await beginSession(db, founder, new Date())}`)
    const secret = await beginSession(db, founder, new Date())
    return { filled, cookies, writer: { cookie: `throughline=${secret}`, csrf: csrfOf(secret) } }
  } finally {
    await db.destroy()
  }
}

async function found(db: ReturnType<typeof connect>): Promise<Actor> {
  const founded = await createOrganisation(db, { organisationName: 'Scale', currency: 'EUR', name: 'Olga Owner', email: 'owner@example.org', passwordHash: await hashPassword('correct horse battery', { N: 2, r: 1, p: 1 }) })
  if (!founded.ok) throw new Error(`refused: ${founded.refusal.code}`)
  return founded.value.owner
}

/** Who founded the organisation that is there already. */
export const founderOf = (owner: Login): Promise<Actor> =>
  onConnection(owner, async (client) => {
    const { rows } = await client.query<Actor>(`select org_id as "orgId", account_id as "accountId", 'Olga Owner' as name, role from membership where role = 'owner' limit 1`)
    const [founder] = rows
    if (!founder) throw new Error('the organisation has an owner')
    return founder
  })

/** A process that says where it is ready. */
export type Started = { readonly url: string; readonly pid: number; stop(): Promise<void> }

/** The real server in a process of its own, as `npm start` runs it. */
export const startServer = (env: Readonly<Record<string, string>>): Promise<Started> => startProcess(new URL('../../packages/server/src/main.ts', import.meta.url), env)

/** Runs a file that says `ready at` an address once it can be asked. */
export function startProcess(file: URL, env: Readonly<Record<string, string>>): Promise<Started> {
  const child = spawn(process.execPath, [...(process.env['SCALE_SERVER'] ?? '').split(' ').filter(Boolean), fileURLToPath(file)], { env: { ...process.env, PORT: '0', THROUGHLINE_LOG: 'silent', THROUGHLINE_OPEN: 'no', NODE_ENV: 'production', ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    let heard = ''
    child.stdout.on('data', (text: Buffer) => {
      heard += text.toString()
      const url = /ready at (\S+)/.exec(heard)?.[1]
      if (url) resolve({ url, pid: child.pid ?? 0, stop: async () => void (child.kill('SIGTERM'), await ended) })
    })
    child.once('exit', (code) => reject(new Error(`${file.pathname} ended with ${code}: ${heard}`)))
  })
}
