import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demandRoutes, type ImportDraft } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { pathOf, type ReplyOf, type RequestOf, type Route } from '@throughline/contract/wire'
import type { Login } from '../../packages/server/src/database/index.ts'
import { ownerRole } from '../../packages/server/src/database/embedded/postmaster.ts'

/** A server in a process of its own with an organisation, called over HTTP as a page would; its database is the built-in one. */
export async function openServer() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const child = spawn(process.execPath, [new URL('../../packages/server/src/main.ts', import.meta.url).pathname], {
    env: { ...process.env, THROUGHLINE_DATA_DIR: folder, PORT: '0', THROUGHLINE_LOG: 'error' }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyUrl(child)
  let headers: Record<string, string> = {}

  async function call<const R extends Route>(route: R, request: RequestOf<R>): Promise<ReplyOf<R>> {
    const { params, query, body } = request as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
    const bytes = body instanceof Uint8Array
    const reply = await fetch(`${url}${pathOf(route, params, query)}`, {
      method: route.method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }) },
      ...(body === undefined ? {} : { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    })
    if (!reply.ok) throw new Error(`${route.method} ${route.path}: ${await reply.text()}`)
    const cookie = reply.headers.get('set-cookie')?.split(';')[0]
    if (cookie) headers = { ...headers, cookie }
    return (await reply.json()) as ReplyOf<R>
  }

  const { csrf } = await call(peopleRoutes.setUp, { body: { organisationName: 'Bench', name: 'Bench', email: 'bench@example.org', password: 'correct horse battery', currency: 'EUR' } })
  headers = { ...headers, 'x-csrf-token': csrf }

  /** Waits until no job is at work on an import; a job that failed is thrown. */
  async function settled(draft: ImportDraft): Promise<ImportDraft> {
    for (let at = draft; ; at = await call(demandRoutes.readImport, { params: { id: draft.id } })) {
      if (!['reading', 'applying', 'undoing'].includes(at.state)) return at
      if (at.jobId) {
        const job = await call(governanceRoutes.readJob, { params: { id: at.jobId } })
        if (job.state === 'failed') throw new Error(JSON.stringify(job.problem))
      }
      await new Promise((resume) => setTimeout(resume, 250))
    }
  }

  return {
    call, settled,
    pid: child.pid ?? 0,
    database: databaseIn(folder),
    close: async () => {
      const ended = new Promise((resume) => child.once('exit', resume))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The address that a server says it is ready at. */
function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString()
      const ready = /ready at (\S+)/.exec(said)?.[1]
      if (ready !== undefined) resolve(ready)
    })
  })
}

/** The process of the cluster below a data folder, and how to look into it. */
function databaseIn(folder: string): { readonly pid: number; readonly owner: Login } {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('postmaster.pid'))
  const [pid, , , port, run] = readFileSync(join(folder, file ?? ''), 'utf8').split('\n')
  return { pid: Number(pid), owner: { host: run ?? '', port: Number(port), database: 'throughline', user: ownerRole, password: readFileSync(join(folder, 'owner.password'), 'utf8').trim() } }
}
