import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loginOf, startEmbedded, type Login } from '../../packages/server/src/database/index.ts'

/** A PostgreSQL of the bench's own: where to log in, what it is and how it was set up. */
export type Bench = { readonly name: string; readonly settings: readonly string[]; url(database: string): string; readonly owner: Login; readonly pid: number; stop(): Promise<void> }

const bin = process.env['SCALE_PG_BIN'] ?? '/usr/lib/postgresql/15/bin'
/** What a machine of 8 GB would be set to; `jit` off as the built-in database has it. */
const settings = ['shared_buffers=1GB', 'effective_cache_size=4GB', 'work_mem=64MB', 'maintenance_work_mem=512MB', 'max_wal_size=8GB', 'random_page_cost=1.1', 'jit=off', 'max_connections=60']

/** Starts PostgreSQL on a unix socket in a temporary folder; as root, by the user `postgres`. Its folder goes with it, unless it is one to keep: then what lies there is used again. */
export function startPostgres(kept?: string): Bench {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'throughline-scale-'))
  mkdirSync(folder, { recursive: true })
  const asRoot = process.getuid?.() === 0
  const run = (file: string, args: readonly string[]): string => (asRoot ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, file), ...args], { cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }) : execFileSync(join(bin, file), [...args], { encoding: 'utf8' }))
  if (asRoot) chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })), Number(execFileSync('id', ['-g', 'postgres'], { encoding: 'utf8' })))
  const password = join(folder, 'password')
  writeFileSync(password, 'scale', { mode: 0o644 })
  const [data, port] = [join(folder, 'cluster'), '5599']
  if (!existsSync(data)) run('initdb', ['-D', data, '-U', 'owner', `--pwfile=${password}`, '--auth=scram-sha-256', '--locale=C.UTF-8', '-E', 'UTF8'])
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', ['-k', folder, '-p', port, '-c', 'listen_addresses=', ...settings.flatMap((setting) => ['-c', setting])].join(' '), 'start'])
  const url = (database: string): string => `postgresql://owner:scale@localhost:${port}/${database}?host=${encodeURIComponent(folder)}`
  return {
    name: run('postgres', ['--version']).replace(/^postgres \(PostgreSQL\) (\S+)[\s\S]*/, 'PostgreSQL $1'), settings, url, owner: loginOf(url('postgres')), pid: Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    stop: async () => {
      run('pg_ctl', ['-D', data, '-m', kept === undefined ? 'immediate' : 'fast', '-w', 'stop'])
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The built-in database, as `npm start` has it, in a temporary folder, or in one to keep: then what lies there is used again. */
export async function startBuiltIn(kept?: string): Promise<{ readonly owner: Login; readonly version: string; readonly pid: number; stop(): Promise<void> }> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'throughline-scale-'))
  const { owner, version, stop } = await startEmbedded(folder, undefined)
  return {
    owner, version, pid: pidIn(folder),
    stop: async () => {
      await stop()
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The process of a cluster somewhere below a folder. */
function pidIn(folder: string): number {
  const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('postmaster.pid'))
  return file === undefined ? 0 : Number(readFileSync(join(folder, file), 'utf8').split('\n')[0])
}
