import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { eventsPath } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { enterOrg, withOrg, type Login } from './database/index.ts'
import { enqueue } from './jobs/index.ts'

const main = join(import.meta.dirname, 'main.ts')
const urlOf = ({ host, port, database, user, password = '' }: Login) => `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`

/** A process of the server that does one part of its work. */
async function startPart(owner: Login, part: 'http' | 'jobs'): Promise<{ url: string; process: ChildProcess }> {
  const process = spawn(globalThis.process.execPath, [main], { env: { ...globalThis.process.env, DATABASE_URL: urlOf(owner), PORT: '0', THROUGHLINE_LOG: 'error', THROUGHLINE_PARTS: part } })
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    const read = (bytes: Buffer) => {
      said += bytes.toString()
      const ready = /ready at (http:\S+)/.exec(said)?.[1]
      if (ready) found(ready)
    }
    process.stdout?.on('data', read)
    process.stderr?.on('data', read)
    process.once('exit', () => failed(new Error(said)))
  })
  return { url, process }
}

/** Reads a stream of events until a text is in it. */
async function heard(reader: ReadableStreamDefaultReader<Uint8Array>, text: string): Promise<string> {
  const decoder = new TextDecoder()
  for (let all = ''; ; ) {
    const { done, value } = await reader.read()
    all += decoder.decode(value, { stream: true })
    if (all.includes(text)) return all
    if (done) throw new Error(`The stream ended without ${text}: ${all}`)
  }
}

onEachDatabase('three processes that answer and two that work, on one database', (t) => {
  const app = testApp(t)
  let answering: Awaited<ReturnType<typeof startPart>>[] = []
  let working: typeof answering = []
  beforeAll(async () => {
    const parts = await Promise.all((['http', 'http', 'http', 'jobs', 'jobs'] as const).map((part) => startPart(t.ownerLogin, part)))
    answering = parts.slice(0, 3)
    working = parts.slice(3)
  })
  afterAll(() => Promise.all([...answering, ...working].map(({ process }) => new Promise((over) => (process.once('exit', over), process.kill('SIGTERM'))))))

  it('pass on to readers of each what any of them wrote', async () => {
    for (const writer of answering) {
      const readers = await Promise.all(answering.map(async ({ url }) => (await fetch(url + eventsPath, { headers: { cookie: app.viewer.cookie } })).body!.getReader()))
      await Promise.all(readers.map((reader) => heard(reader, 'event: hello')))
      const { id } = (await (await fetch(writer.url + demandRoutes.createInitiative.path, { method: 'POST', headers: { cookie: app.editor.cookie, 'x-csrf-token': app.editor.csrf, 'content-type': 'application/json' }, body: JSON.stringify({ name: `Written at ${writer.url}` }) })).json()) as { id: string }
      for (const reader of readers) expect(await heard(reader, id)).toContain('event: written')
      await Promise.all(readers.map((reader) => reader.cancel()))
    }
  })

  it('do each job once', async () => {
    const { actor } = app.owner
    const ids = await Promise.all(
      Array.from({ length: 24 }, (_, number) =>
        t.db.transaction().execute(async (tx) => {
          await enterOrg(tx, actor)
          return enqueue(tx, actor, { kind: 'governance.verify-evidence', input: {}, dedupeKey: String(number) })
        }),
      ),
    )
    const jobs = () => withOrg(t.db, actor, (tx) => tx.selectFrom('job').select(['id', 'state', 'attempt']).where('id', 'in', ids).execute())
    for (let found = await jobs(); found.some(({ state }) => state === 'queued' || state === 'running'); found = await jobs()) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(new Set((await jobs()).map(({ state, attempt }) => `${state} ${attempt}`))).toEqual(new Set(['succeeded 1']))
  })

  it('and those that work answer the probes alone', async () => {
    for (const { url } of working) {
      expect([(await fetch(`${url}/readyz`)).status, (await fetch(`${url}/livez`)).status, (await fetch(`${url}${demandRoutes.createInitiative.path}`, { method: 'POST' })).status]).toEqual([200, 200, 404])
    }
  })
})
