import { spawnSync } from 'node:child_process'
import { StartProblem } from '../../config/index.ts'

/** The user that PostgreSQL runs as; empty where it is our own. */
export type SystemUser = { readonly uid?: number; readonly gid?: number }

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or else as `nobody`, one of which exists everywhere. */
export function postgresUser(): SystemUser {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10))
    if (uid && gid) return { uid, gid }
  }
  throw new StartProblem('noPermission', {
    what: 'The built-in database cannot run as root, and there is no user to run it as.',
    found: 'neither a user postgres nor a user nobody',
    expected: 'one of them, or a start as an ordinary user',
    helps: 'start Throughline as an ordinary user, or name your own PostgreSQL by DATABASE_URL',
  })
}
