import pg from 'pg'
import { setTimeout as wait } from 'node:timers/promises'
import { messageOf, StartProblem } from '../config/index.ts'
import { checkAppRole, ensureAppRole } from './app-role.ts'
import { isUnavailable, loginOf, onConnection, type Login } from './connect.ts'

const oldestMajor = 15
const newestMajor = 18

/** The two logins on a PostgreSQL of the organisation's own: the owner migrates, the app role serves. */
export async function externalLogins(databaseUrl: string, appDatabaseUrl: string | undefined, { attempts = 5, pauseMs = 1_000 } = {}): Promise<{ owner: Login; app: Login }> {
  const owner = loginOf(databaseUrl)
  checkVersion(owner, await versionOf(owner, 'DATABASE_URL', attempts, pauseMs))
  if (!appDatabaseUrl) return { owner, app: await ensureAppRole(owner) }
  const app = loginOf(appDatabaseUrl)
  await versionOf(app, 'THROUGHLINE_APP_DATABASE_URL', 1, 0)
  await checkAppRole(app)
  return { owner, app }
}

const place = ({ host, port, database, user }: Login) => `${host}:${port}, database ${database}, as ${user}`

/** The version number of the server, for example 150018; tries again while it may be starting. */
async function versionOf(login: Login, variable: string, attempts: number, pauseMs: number): Promise<number> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await onConnection(login, async (client) => Number((await client.query<{ server_version_num: string }>('show server_version_num')).rows[0]?.server_version_num))
    } catch (error) {
      if (attempt < attempts && isUnavailable(error)) {
        await wait(pauseMs)
        continue
      }
      const answered = error instanceof pg.DatabaseError
      throw new StartProblem('unavailable', {
        what: `The database named by ${variable} ${answered ? 'does not let us in' : 'does not answer'}.`,
        found: `${messageOf(error)} (${place(login)}; tried ${attempt === 1 ? 'once' : `${attempt} times`})`,
        expected: `PostgreSQL ${oldestMajor} to ${newestMajor} that accepts this login`,
        helps: `check that it runs and that ${variable} names the right host, port, database, user and password; without DATABASE_URL the built-in database is used`,
      })
    }
}

function checkVersion(login: Login, version: number): void {
  const major = Math.floor(version / 10_000)
  if (major >= oldestMajor && major <= newestMajor) return
  throw new StartProblem('configuration', {
    what: 'The database named by DATABASE_URL has a version that Throughline is not made for.',
    found: `PostgreSQL ${major}.${version % 10_000} (${place(login)})`,
    expected: `PostgreSQL ${oldestMajor} to ${newestMajor}`,
    helps: 'upgrade that server, or leave DATABASE_URL out to use the built-in database',
  })
}
