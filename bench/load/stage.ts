import { onConnection } from '../../packages/server/src/database/index.ts'
import { startBuiltIn } from '../scale/database.ts'
import type { Writer } from '../scale/writes.ts'
import { makeOrganisation, startProcess, startServer, type Started } from '../scale/stage.ts'

/** An organisation of a thousand initiatives on the built-in database, the real server on it, and a bare one beside it. */
export async function openStage(): Promise<{ readonly server: Started; readonly bare: Started; readonly cookie: string; readonly writer: Writer; close(): Promise<void> }> {
  const cluster = await startBuiltIn()
  const database = 'load'
  const { cookies, writer } = await makeOrganisation({ ...cluster.owner, database: 'postgres' }, database, { initiatives: 1_000, yearsEach: 4, statesEach: 3, publications: 3 }, 1, console.log)
  const org = await onConnection({ ...cluster.owner, database }, async (client) => (await client.query<{ org_id: string }>('select org_id from organisation')).rows[0]?.org_id ?? '')
  const url = `postgresql://${cluster.owner.user}:${encodeURIComponent(cluster.owner.password ?? '')}@localhost:${cluster.owner.port}/${database}?host=${encodeURIComponent(cluster.owner.host)}`
  const server = await startServer({ DATABASE_URL: url })
  const bare = await startProcess(new URL('./bare.ts', import.meta.url), { DATABASE_URL: url, BARE_ORG: org })
  return {
    server, bare, cookie: cookies[0] ?? '', writer,
    close: async () => {
      await Promise.all([server.stop(), bare.stop()])
      await cluster.stop()
    },
  }
}
