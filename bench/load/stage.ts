import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onConnection } from '../../packages/server/src/database/index.ts'
import { startBuiltIn } from '../scale/database.ts'
import { makeOrganisation } from '../scale/stage.ts'

/** A process that says where it is ready. */
export type Started = { readonly url: string; readonly pid: number; stop(): Promise<void> }

/** An organisation of a thousand initiatives on the built-in database, the real server on it, and a bare one beside it. */
export async function openStage(): Promise<{ readonly server: Started; readonly bare: Started; readonly cookie: string; close(): Promise<void> }> {
  const cluster = await startBuiltIn()
  const database = 'load'
  const { cookies } = await makeOrganisation({ ...cluster.owner, database: 'postgres' }, database, { initiatives: 1_000, yearsEach: 4, statesEach: 3, publications: 3 }, 1, console.log)
  const org = await onConnection({ ...cluster.owner, database }, async (client) => (await client.query<{ org_id: string }>('select org_id from organisation')).rows[0]?.org_id ?? '')
  const url = `postgresql://${cluster.owner.user}:${encodeURIComponent(cluster.owner.password ?? '')}@localhost:${cluster.owner.port}/${database}?host=${encodeURIComponent(cluster.owner.host)}`
  const server = await start('../../packages/server/src/main.ts', { DATABASE_URL: url })
  const bare = await start('./bare.ts', { DATABASE_URL: url, BARE_ORG: org })
  return {
    server, bare, cookie: cookies[0] ?? '',
    close: async () => {
      await Promise.all([server.stop(), bare.stop()])
      await cluster.stop()
    },
  }
}

function start(file: string, env: Readonly<Record<string, string>>): Promise<Started> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], { env: { ...process.env, PORT: '0', THROUGHLINE_LOG: 'silent', THROUGHLINE_OPEN: 'no', NODE_ENV: 'production', ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    let heard = ''
    child.stdout.on('data', (text: Buffer) => {
      const url = /ready at (\S+)/.exec((heard += text.toString()))?.[1]
      if (url) resolve({ url, pid: child.pid ?? 0, stop: async () => void (child.kill('SIGTERM'), await ended) })
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${heard}`)))
  })
}
