import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demandRoutes, type ImportDraft } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { pathOf, type ReplyOf, type RequestOf, type Route } from '@throughline/contract/wire'
import { readConfig } from '@throughline/server/config'
import { createServer } from '@throughline/server/server'

/** A server of its own with an organisation, called over HTTP as a page would. */
export async function openServer() {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
  const server = await createServer(readConfig({ THROUGHLINE_DATA_DIR: folder, PORT: '0', THROUGHLINE_LOG: 'error' }))
  let headers: Record<string, string> = {}

  async function call<const R extends Route>(route: R, request: RequestOf<R>): Promise<ReplyOf<R>> {
    const { params, query, body } = request as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
    const bytes = body instanceof Uint8Array
    const reply = await fetch(`${server.url}${pathOf(route, params, query)}`, {
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
    close: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
