import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { eventsPath, governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import type { Login } from '../database/index.ts'

type Heard = { readonly name: string; readonly what: Record<string, unknown>; readonly id: string | undefined }
/** A reader of a stream: what it has heard so far, and a way to wait for more. */
type Reader = { readonly status: number; readonly heard: Heard[]; until(found: (heard: readonly Heard[]) => boolean): Promise<void>; readonly over: Promise<void>; close(): void }

async function listenTo(url: string, headers: Record<string, string>): Promise<Reader> {
  const stop = new AbortController()
  const reply = await fetch(url + eventsPath, { headers, signal: stop.signal })
  const heard: Heard[] = []
  const wake = new Set<() => void>()
  const read = async () => {
    const decoder = new TextDecoder()
    let text = ''
    for await (const part of reply.body!) {
      text += decoder.decode(part, { stream: true })
      for (let cut = text.indexOf('\n\n'); cut >= 0; cut = text.indexOf('\n\n')) {
        const fields = new Map(text.slice(0, cut).split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const))
        text = text.slice(cut + 2)
        if (fields.has('event')) heard.push({ name: fields.get('event')!, what: JSON.parse(fields.get('data') ?? '{}') as Heard['what'], id: fields.get('id') })
      }
      for (const one of wake) one()
    }
  }
  const over = (reply.ok ? read() : Promise.resolve()).catch(() => undefined)
  const until = async (found: (heard: readonly Heard[]) => boolean) => {
    while (!found(heard)) await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`heard only ${JSON.stringify(heard)}`)), 15_000)
      wake.add(() => (clearTimeout(late), resolve()))
    })
  }
  if (reply.ok) await until((all) => all.some(({ name }) => name === 'hello'))
  return { status: reply.status, heard, until, over, close: () => stop.abort() }
}

const main = join(import.meta.dirname, '../main.ts')
const urlOf = ({ host, port, database, user, password = '' }: Login) => `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`

/** A server in a process of its own. */
async function startServer(owner: Login): Promise<{ url: string; process: ChildProcess }> {
  const process = spawn(globalThis.process.execPath, [main], { env: { ...globalThis.process.env, DATABASE_URL: urlOf(owner), PORT: '0', THROUGHLINE_LOG: 'error' } })
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    const read = (part: Buffer) => {
      said += part.toString()
      const ready = /ready at (http:\S+)/.exec(said)?.[1]
      if (ready) found(ready)
    }
    process.stdout?.on('data', read)
    process.stderr?.on('data', read)
    process.once('exit', () => failed(new Error(said)))
  })
  return { url, process }
}

onEachDatabase('live updates of two servers on one database', (t) => {
  const app = testApp(t)
  let a: Awaited<ReturnType<typeof startServer>>
  let b: typeof a
  beforeAll(async () => {
    ;[a, b] = await Promise.all([startServer(t.ownerLogin), startServer(t.ownerLogin)])
  })
  afterAll(async () => {
    await Promise.all([a, b].map((one) => new Promise((over) => (one.process.once('exit', over), one.process.kill('SIGTERM')))))
  })
  const as = (person: Person) => ({ cookie: person.cookie })
  const post = (url: string, person: Person, path: string, body: object) => fetch(url + path, { method: 'POST', headers: { cookie: person.cookie, 'x-csrf-token': person.csrf, 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const written = (heard: readonly Heard[], act: string) => heard.find(({ name, what }) => name === 'written' && what['act'] === act)

  it('pass on to every reader of the organisation what any of them wrote, and to nobody else', async () => {
    const { editor: stranger } = await app.secondOrganisation()
    const readers = await Promise.all([listenTo(b.url, as(app.viewer)), listenTo(a.url, as(app.editor))])
    const other = await listenTo(b.url, as(stranger))
    const created = (await (await post(a.url, app.editor, demandRoutes.createInitiative.path, { name: 'Heard everywhere' })).json()) as { id: string }
    for (const reader of readers) {
      await reader.until((heard) => written(heard, 'demand.create-initiative') !== undefined)
      expect(written(reader.heard, 'demand.create-initiative')).toEqual({ name: 'written', id: expect.stringMatching(/^[0-9a-f-]{36}$/), what: { act: 'demand.create-initiative', by: { id: app.editor.actor.accountId, name: 'Eddie Editor' }, changes: [{ room: 'demand', kind: 'initiative', id: created.id }], more: false } })
    }
    // Their own act comes after ours on the one channel: who hears it would have heard ours before.
    await post(a.url, stranger, demandRoutes.createInitiative.path, { name: 'Theirs' })
    await other.until((heard) => heard.some(({ name }) => name === 'written'))
    expect(other.heard.filter(({ name }) => name === 'written').map(({ what }) => (what['by'] as { id: string }).id)).toEqual([stranger.actor.accountId])
    for (const reader of [...readers, other]) reader.close()
  })

  it('tell of a notification its recipient alone, and of nothing that was refused', async () => {
    const [viewer, editor] = await Promise.all([listenTo(b.url, as(app.viewer)), listenTo(b.url, as(app.editor))])
    const initiative = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Talked about' } })
    const subject = { room: 'demand', kind: 'initiative', id: initiative.id }
    expect((await post(a.url, app.editor, governanceRoutes.addComment.path, { subject, text: 'To nobody', threadId: initiative.id })).status).toBe(404)
    expect((await post(a.url, app.editor, governanceRoutes.addComment.path, { subject, text: 'See this, @Vera Viewer' })).status).toBe(201)
    await viewer.until((heard) => heard.some(({ name }) => name === 'told'))
    await editor.until((heard) => written(heard, 'governance.add-comment') !== undefined)
    expect(editor.heard.filter(({ name, what }) => name === 'written' && what['act'] === 'governance.add-comment')).toHaveLength(1)
    expect(editor.heard.some(({ name }) => name === 'told')).toBe(false)
    for (const reader of [viewer, editor]) reader.close()
  })

  it('name what not everybody may see to those alone who may', async () => {
    const [owner, viewer, editor] = await Promise.all([listenTo(b.url, as(app.owner)), listenTo(b.url, as(app.viewer)), listenTo(b.url, as(app.editor))])
    const hidden = await app.editor.read(portfolioRoutes.forkScenario, { body: { name: 'Hidden' } })
    await app.editor.read(governanceRoutes.addComment, { body: { subject: { room: 'portfolio', kind: 'scenario', id: hidden.id }, text: 'To myself' } })
    const shared = await app.editor.read(portfolioRoutes.shareScenario, { params: { id: hidden.id }, body: { version: hidden.version, sharing: 'people', people: [app.viewer.actor.accountId] } })
    await app.editor.read(portfolioRoutes.changeScenario, { params: { id: hidden.id }, body: { version: shared.version, name: 'Hidden still' } })
    await app.editor.read(demandRoutes.createView, { body: { list: 'initiatives', name: 'My own', look: {}, sharing: 'private' } })
    const plain = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'For all' } })
    // All acts are heard in their order: who has heard the last has heard all that they are to hear.
    const acts = async (reader: Reader) => {
      await reader.until((heard) => heard.some(({ what }) => JSON.stringify(what).includes(plain.id)))
      return reader.heard.filter(({ name }) => name === 'written').map(({ what }) => what['act'])
    }
    const last = 'demand.create-initiative'
    expect(await acts(owner)).toEqual([last])
    expect(await acts(viewer)).toEqual(['portfolio.share-scenario', 'portfolio.change-scenario', last])
    expect(await acts(editor)).toEqual(['portfolio.fork-scenario', 'governance.add-comment', 'portfolio.share-scenario', 'portfolio.change-scenario', 'demand.create-view', last])
    for (const reader of [owner, viewer, editor]) reader.close()
  })

  it('recover when the connection that listens is lost, and say that something may have been missed', async () => {
    const reader = await listenTo(b.url, as(app.viewer))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'throughline live' and datname = current_database()`.execute(t.db)
    await reader.until((heard) => heard.some(({ name, what }) => name === 'refresh' && what['because'] === 'reconnected'))
    await app.editor.read(demandRoutes.createInitiative, { body: { name: 'After the loss' } })
    await reader.until((heard) => written(heard, 'demand.create-initiative') !== undefined)
    reader.close()
  })

  it('say the same to a reader who comes back', async () => {
    const reader = await listenTo(a.url, { ...as(app.viewer), 'last-event-id': app.viewer.actor.orgId })
    await reader.until((heard) => heard.some(({ name, what }) => name === 'refresh' && what['because'] === 'resumed'))
    expect(reader.heard.map(({ name }) => name)).toEqual(['hello', 'refresh'])
    reader.close()
  })

  describe('access', () => {
    it('is refused without a session, and to a thirteenth stream of one account', async () => {
      expect((await listenTo(a.url, {})).status).toBe(401)
      const readers = await Promise.all(Array.from({ length: 12 }, () => listenTo(a.url, as(app.owner))))
      expect(readers.map(({ status }) => status)).toEqual(readers.map(() => 200))
      expect((await listenTo(a.url, as(app.owner))).status).toBe(429)
      expect((await listenTo(a.url, as(app.viewer))).status).toBe(200)
      for (const reader of readers) reader.close()
    })

    it('ends with the session, the token or the membership, on whichever server that was', async () => {
      const { owner, viewer, editor } = await app.secondOrganisation()
      const { secret, token } = await viewer.read(peopleRoutes.createToken, { body: { name: 'Board screen', role: 'viewer' } })
      const [bySession, byToken, ofEditor] = await Promise.all([listenTo(b.url, as(viewer)), listenTo(b.url, { authorization: `Bearer ${secret}` }), listenTo(b.url, as(editor))])
      await viewer.read(peopleRoutes.revokeToken, { params: { id: token.id } })
      await byToken.over
      expect(byToken.heard.at(-1)).toMatchObject({ name: 'over', what: { because: 'signed_out' } })
      await viewer.read(peopleRoutes.signOut, {})
      await bySession.over
      expect(bySession.heard.at(-1)).toMatchObject({ name: 'over' })
      expect(ofEditor.heard.some(({ name }) => name === 'over')).toBe(false)
      await owner.read(peopleRoutes.removeMember, { params: { id: editor.actor.accountId } })
      await ofEditor.over
      expect(ofEditor.heard.at(-1)).toMatchObject({ name: 'over' })
      expect((await listenTo(b.url, as(viewer))).status).toBe(401)
    })
  })
})
