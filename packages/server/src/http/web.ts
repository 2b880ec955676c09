import { existsSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const builtWeb = fileURLToPath(new URL('../../../web/dist', import.meta.url))

export type Web = { readonly root: string; readonly startPage: Buffer }

/** The built web app, or undefined where it has not been built. */
export function findWeb(folder: string = builtWeb): Web | undefined {
  const root = resolve(folder)
  const start = join(root, 'index.html')
  return existsSync(start) ? { root, startPage: readFileSync(start) } : undefined
}

/** Serves the files of the web app; names below /assets carry a hash of their content and may be kept for good. */
export async function serveWeb(app: FastifyInstance, web: Web | undefined): Promise<void> {
  if (!web) {
    app.get('/', async (_, reply) => reply.type('text/plain; charset=utf-8').send('The web app is not built: npm start builds it. The interface is described at /api/reference.\n'))
    return
  }
  const { root, startPage } = web
  const assets = join(root, 'assets') + sep
  await app.register(serveFiles, { root, index: false, cacheControl: false, setHeaders: (reply, path) => void reply.setHeader('cache-control', path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache') })
  app.get('/', (_, reply) => sendPage(reply, startPage))
}

/** The one page of the web app, which shows whatever its address names. */
export const sendPage = (reply: FastifyReply, page: Buffer): FastifyReply => reply.code(200).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
