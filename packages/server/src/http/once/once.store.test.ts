import { request as sendTo, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { answersNotKept, replayedHeader } from '@throughline/contract/wire'
import { onEachDatabase, testApp, type Answer, type Caller } from '@throughline/testkit/database'
import { newId } from '../../database/index.ts'
import { verifyEvidence } from '../../governance/index.ts'
import { rooms } from '../../rooms.ts'
import { pruneKeptAnswers } from './index.ts'
import { hashOfKey } from './seal.ts'
import { takeKey } from './store.ts'

onEachDatabase('an act with a key', (t) => {
  const app = testApp(t)
  const add = (who: Caller, name: string, key: string): Promise<Answer> => who.call(demandRoutes.createInitiative, { body: { name } }, { 'idempotency-key': key })
  const named = async (name: string): Promise<number> => (await app.editor.read(demandRoutes.listInitiatives, {})).rows.filter((row) => row.name === name).length

  it('is done once however often it is sent, and answered as it was the first time', async () => {
    const key = newId()
    const [first, second, third] = [await add(app.editor, 'Once', key), await add(app.editor, 'Once', key), await add(app.editor, 'Once', `"${key}"`)]
    expect([first.status, first.headers[replayedHeader]]).toEqual([201, undefined])
    expect([second.status, second.headers[replayedHeader], second.body]).toEqual([201, 'true', first.body])
    expect(third.body).toEqual(first.body)
    expect(await named('Once')).toBe(1)
  })

  it('is refused once more as it was refused, though by now it might be done', async () => {
    const [row] = [(await add(app.editor, 'Moved', newId())).body as { id: string; version: number }]
    const key = newId()
    const change = (version: number) => app.editor.call(demandRoutes.changeInitiative, { params: { id: row.id }, body: { version, name: 'Moved on' } }, { 'idempotency-key': key })
    await app.editor.read(demandRoutes.changeInitiative, { params: { id: row.id }, body: { version: 1, description: 'By another' } })
    const first = await change(1)
    const again = await change(1)
    expect([first.status, again.status, (again.body as { code: string }).code]).toEqual([409, 409, 'version_moved'])
    expect({ ...(again.body as object), requestId: '' }).toEqual({ ...(first.body as object), requestId: '' })
    expect(await change(2)).toMatchObject({ status: 422, body: { code: 'key_used_otherwise' } })
  })

  it('is done once where its requests come all at once', async () => {
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 6 }, () => add(app.editor, 'Together', key)))
    expect(await named('Together')).toBe(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ headers }) => headers[replayedHeader] === undefined)).toHaveLength(1)
  })

  it('waits for one that is under way, and then says so', async () => {
    const key = newId()
    const [taken, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holding = t.db.transaction().execute(async (tx) => {
      await takeKey(tx, { actor: app.editor.actor, keyHash: hashOfKey(key) }, Buffer.from('asked'), 1_000)
      taken.resolve()
      await held.promise
    })
    await taken.promise
    expect(await add(app.editor, 'Held', key)).toMatchObject({ status: 409, body: { code: 'act_under_way' }, headers: { 'retry-after': '2' } })
    held.resolve()
    await holding
    expect(await named('Held')).toBe(0)
  })

  it('leaves the same key to others: another person, another organisation', async () => {
    const key = newId()
    const theirs = await app.secondOrganisation()
    for (const who of [app.editor, app.owner, theirs.owner]) expect(await add(who, 'Each', key)).toMatchObject({ status: 201, headers: expect.not.objectContaining({ [replayedHeader]: 'true' }) as object })
    expect(await named('Each')).toBe(2)
  })

  it('that ended in a lost commit is sent again, and done once', async () => {
    await sql.raw(`
      create function ends_connection() returns trigger language plpgsql security definer as $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end $$;
      create constraint trigger ends after insert on initiative deferrable initially deferred for each row execute function ends_connection()`).execute(t.owner)
    const key = newId()
    expect(await add(app.editor, 'Lost', key)).toMatchObject({ status: 503, body: { code: 'outcome_unknown' } })
    await sql.raw('drop trigger ends on initiative').execute(t.owner)
    const [again, once] = [await add(app.editor, 'Lost', key), await add(app.editor, 'Lost', key)]
    expect([again.status, once.body]).toEqual([201, again.body])
    expect(await named('Lost')).toBe(1)
  })

  it('whose answer nobody heard is answered when it is sent again', async () => {
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.app.server.address() as AddressInfo
    const key = newId()
    // The sender is gone as soon as the request has come in whole.
    await new Promise<void>((gone) => {
      const sent = sendTo({ port, host: '127.0.0.1', method: 'POST', path: demandRoutes.createInitiative.path, headers: { cookie: app.editor.cookie, 'x-csrf-token': app.editor.csrf, 'content-type': 'application/json', 'idempotency-key': key } })
      sent.on('error', () => gone())
      app.app.server.once('request', (received: IncomingMessage) => received.once('end', () => sent.destroy()))
      sent.end(JSON.stringify({ name: 'Unheard' }))
      sent.on('close', () => gone())
    })
    await expect.poll(() => named('Unheard'), { timeout: 20_000 }).toBe(1)
    expect(await add(app.editor, 'Unheard', key)).toMatchObject({ status: 201, headers: { [replayedHeader]: 'true' } })
    expect(await named('Unheard')).toBe(1)
  })

  it('gives a secret a second time to who has the key, and keeps it for nobody else', async () => {
    const key = newId()
    const make = () => app.owner.call(peopleRoutes.createToken, { body: { name: 'Twice', role: 'viewer' } }, { 'idempotency-key': key })
    const [first, second] = [await make(), await make()]
    const { secret } = first.body as { secret: string }
    expect(second.body).toEqual(first.body)
    const { rows } = await sql<{ kept: string }>`select coalesce(string_agg(encode(answer, 'escape'), ' '), '') as kept from kept_answer`.execute(t.owner)
    expect(rows[0]?.kept.includes(secret)).toBe(false)
  })

  it('sends a file once', async () => {
    const key = newId()
    const send = (text: string) => app.editor.call(demandRoutes.uploadImport, { query: { fileName: 'a.csv' }, body: new TextEncoder().encode(text) }, { 'idempotency-key': key })
    const [first, second, other] = [await send('Name,Cost\nA,1\n'), await send('Name,Cost\nA,1\n'), await send('Name,Cost\nA,2\n')]
    expect([first.status, second.body]).toEqual([201, first.body])
    expect(other).toMatchObject({ status: 422, body: { code: 'key_used_otherwise' } })
  })

  it('holds in the chain of acts as any other', async () => {
    await app.owner.call(strategyRoutes.createPerspective, { body: { name: 'Chained' } }, { 'idempotency-key': newId() })
    expect(await verifyEvidence(t.db, app.owner.actor)).toMatchObject({ holds: true, faults: [] })
  })

  it('must be named by a key that others do not guess', async () => {
    for (const key of ['1', 'with a space in it, long enough', 'x'.repeat(256)]) expect(await add(app.editor, 'Unfit', key)).toMatchObject({ status: 400, body: { code: 'input_invalid', issues: [{ path: '/headers/idempotency-key' }] } })
    expect(await named('Unfit')).toBe(0)
  })

  it('is forgotten after its time', async () => {
    const key = newId()
    await add(app.editor, 'Forgotten', key)
    expect(await pruneKeptAnswers(t.db, 24)).toBe(0)
    await sql`update kept_answer set created_at = now() - interval '25 hours'`.execute(t.owner)
    expect(await pruneKeptAnswers(t.db, 24)).toBeGreaterThan(0)
    expect((await sql`select from kept_answer`.execute(t.owner)).rows).toEqual([])
  })

  it('names routes that there are where it says which it does not hold for', () => {
    const known = rooms.flatMap(({ routes }) => Object.values(routes).map(({ method, path }) => `${method} ${path}`))
    expect(Object.keys(answersNotKept).filter((route) => !known.includes(route))).toEqual([])
  })
})
