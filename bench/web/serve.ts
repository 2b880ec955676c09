import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

export type Served = { readonly url: string; close(): Promise<void> }

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' }

/** Serves a built folder compressed, every other address as its index.html, and passes /api on to `api`. */
export async function serveFolder(folder: string, api?: string): Promise<Served> {
  const packed = new Map<string, Buffer>()
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost')
    if (api && pathname.startsWith('/api/')) return passOn(api, incoming, outgoing)
    const wanted = join(folder, normalize(pathname))
    const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(folder, 'index.html')
    const plain = file.endsWith('.woff2')
    const body = packed.get(file) ?? (plain ? readFileSync(file) : gzipSync(readFileSync(file), { level: 9 }))
    packed.set(file, body)
    outgoing.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...(plain ? {} : { 'content-encoding': 'gzip' }), 'cache-control': file.includes('/assets/') ? 'max-age=31536000, immutable' : 'no-cache' }).end(body)
  }
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

/** The host's name stays as the browser sent it, so that the server finds request and origin to agree. */
function passOn(api: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const target = new URL(incoming.url ?? '/', api)
  const outward = request({ host: target.hostname, port: target.port, path: target.pathname + target.search, method: incoming.method, headers: incoming.headers }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(outgoing)
  })
  outward.on('error', () => outgoing.writeHead(502).end())
  incoming.pipe(outward)
}
