import { sql } from 'kysely'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { ok, refuse } from '@throughline/engine/kernel'
import { onEachDatabase } from '@throughline/testkit/database'
import { enterOrg, newId, type Actor } from '../database/index.ts'
import { createOrganisation } from '../people/index.ts'
import { cancelJob, enqueue, jobKind, readJob, startWorker, type Enqueued, type Job, type JobKind, type Worker } from './index.ts'
import { beat, claimJobs, finish, pruneJobs } from './store.ts'

onEachDatabase('jobs', (t) => {
  let actor: Actor
  let other: Actor
  const workers: Worker[] = []
  beforeAll(async () => {
    const found = async (name: string) => {
      const outcome = await createOrganisation(t.db, { organisationName: name, currency: 'EUR', name, email: `${name}@example.org`, passwordHash: 'none' })
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return outcome.value.owner
    }
    actor = await found('one')
    other = await found('other')
  })
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop(0)))
    await sql`delete from job`.execute(t.owner)
  })

  const put = (job: Partial<Enqueued>, as = actor): Promise<string> =>
    t.db.transaction().execute(async (tx) => {
      await enterOrg(tx, as)
      return enqueue(tx, as, { kind: 'test.work', input: {}, ...job })
    })
  const work = (kinds: readonly JobKind[], options: { places?: number; leaseSeconds?: number } = {}) => {
    const errors: unknown[] = []
    const worker = startWorker({ db: t.db, login: t.login, kinds, onError: (error) => errors.push(error), pollMs: 100, ...options })
    workers.push(worker)
    return { worker, errors }
  }
  const until = async (id: string, reached: (job: Job) => boolean, as = actor): Promise<Job> => {
    for (;;) {
      const job = await readJob(t.db, as, id)
      if (job && reached(job)) return job
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const over = (job: Job) => job.finishedAt !== null
  const claim = (worker: string, leaseSeconds: number) => claimJobs(t.db, { worker, wanted: 10, leaseSeconds, kinds: ['test.work'] })

  it('runs for the organisation and person that asked, and keeps result and progress', async () => {
    const id = await put({ input: { amountMinor: 5n } })
    work([
      jobKind<{ amountMinor: string }>({
        kind: 'test.work',
        run: async (input, context) => {
          context.progress({ done: 1, total: 2, note: 'half' })
          return ok({ got: input.amountMinor, by: context.actor.name, role: context.actor.role })
        },
      }),
    ])
    expect(await until(id, over)).toMatchObject({ state: 'succeeded', result: { got: '5', by: 'one', role: 'owner' }, progress: { done: 1, total: 2, note: 'half' }, attempt: 1 })
  })

  it('exists only if the act that asked for it is committed', async () => {
    let id = ''
    await t.db
      .transaction()
      .execute(async (tx) => {
        await enterOrg(tx, actor)
        id = await enqueue(tx, actor, { kind: 'test.work', input: {} })
        throw new Error('refused')
      })
      .catch(() => undefined)
    expect(await readJob(t.db, actor, id)).toBeUndefined()
  })

  it('is seen by its own organisation alone', async () => {
    const id = await put({})
    expect(await readJob(t.db, other, id)).toBeUndefined()
    expect(await cancelJob(t.db, other, id)).toBeUndefined()
    expect((await readJob(t.db, actor, id))?.state).toBe('queued')
  })

  it('keeps a refusal as its problem, and a fault as a fault', async () => {
    const refused = await put({ kind: 'test.refuse' })
    const broken = await put({ kind: 'test.break' })
    const { errors } = work([
      jobKind({ kind: 'test.refuse', run: async () => refuse({ code: 'not_found', values: { what: 'plan', id: '7' } }) }),
      jobKind({
        kind: 'test.break',
        run: async () => {
          throw new Error('broken on purpose')
        },
      }),
    ])
    expect(await until(refused, over)).toMatchObject({ state: 'failed', problem: { code: 'not_found', values: { what: 'plan' } } })
    expect(await until(broken, over)).toMatchObject({ state: 'failed', problem: { code: 'fault' } })
    expect(errors.map(String)).toEqual(['Error: broken on purpose'])
  })

  it('is waited on once for one key', async () => {
    const [first, second] = [await put({ dedupeKey: 'plan 7' }), await put({ dedupeKey: 'plan 7' })]
    expect(second).toBe(first)
    expect(await put({ dedupeKey: 'plan 7' }, other)).not.toBe(first)
    expect(await put({ dedupeKey: 'plan 8' })).not.toBe(first)
  })

  it('is done exactly once, by many workers, for many organisations', async () => {
    const seen: string[] = []
    const kind = jobKind<{ number: number }>({
      kind: 'test.work',
      run: async (_, { jobId }) => {
        seen.push(jobId)
        return ok(null)
      },
    })
    const ids = await Promise.all(Array.from({ length: 200 }, (_, number) => put({ input: { number } }, number % 2 ? actor : other)))
    for (const places of [1, 3, 5]) work([kind], { places })
    for (const [number, id] of ids.entries()) await until(id, over, number % 2 ? actor : other)
    expect(seen.toSorted()).toEqual(ids.toSorted())
  })

  it('is taken over when its lease runs out, and the late worker changes nothing', async () => {
    const id = await put({})
    expect(await claim('first', 0)).toMatchObject([{ id, org_id: actor.orgId }])
    expect(await claim('second', 60)).toMatchObject([{ id }])
    expect(await claim('third', 60)).toEqual([])
    const held = (worker: string) => ({ actor, id, worker })
    expect(await beat(t.db, held('first'), 60, undefined)).toBe('lost')
    expect(await finish(t.db, held('first'), { state: 'succeeded', result: 'late' }, undefined)).toBe(false)
    expect(await finish(t.db, held('second'), { state: 'succeeded', result: 'in time' }, undefined)).toBe(true)
    expect(await readJob(t.db, actor, id)).toMatchObject({ state: 'succeeded', result: 'in time', attempt: 2 })
  })

  it('is given up after its attempts', async () => {
    const id = await put({ maxAttempts: 2 })
    for (const worker of ['first', 'second', 'third']) await claim(worker, 0)
    expect(await readJob(t.db, actor, id)).toMatchObject({ state: 'failed', problem: { code: 'job_abandoned', values: { attempts: 2 } } })
  })

  it('is cancelled at once while it waits', async () => {
    const id = await put({})
    expect(await cancelJob(t.db, actor, id)).toMatchObject({ state: 'cancelled' })
    expect(await claim('any', 60)).toEqual([])
    expect(await cancelJob(t.db, actor, newId())).toBeUndefined()
  })

  it('is asked to end while it runs', async () => {
    const id = await put({})
    work([jobKind({ kind: 'test.work', run: (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('asked to end')))) })], { leaseSeconds: 1 })
    await until(id, ({ state }) => state === 'running')
    expect(await cancelJob(t.db, actor, id)).toMatchObject({ state: 'running', cancelRequested: true })
    expect(await until(id, over)).toMatchObject({ state: 'cancelled' })
  })

  // The limit of time is the assertion: a lease of a day would be renewed in six hours.
  it('hears that it is to end, and tells how far it is, long before its lease runs out', { timeout: 120_000 }, async () => {
    const id = await put({})
    work([jobKind({ kind: 'test.work', run: (_: object, { signal, progress }) => (progress({ done: 1, note: 'begun' }), new Promise((resolve) => signal.addEventListener('abort', () => resolve(refuse({ code: 'job_cancelled' }))))) })], { leaseSeconds: 86_400 })
    await until(id, ({ progress }) => progress?.note === 'begun')
    await cancelJob(t.db, actor, id)
    expect((await until(id, over)).state).toBe('cancelled')
  })

  it('goes back to the queue when its server stops', async () => {
    const id = await put({})
    const { worker } = work([jobKind({ kind: 'test.work', run: (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopping')))) })])
    await until(id, ({ state }) => state === 'running')
    await worker.stop(0)
    expect(await readJob(t.db, actor, id)).toMatchObject({ state: 'queued', attempt: 0, problem: null })
  })

  it('is kept for its days after its end, of every organisation, and as long as it waits', async () => {
    const [ended, recent, waiting, theirs] = [await put({}), await put({}), await put({}), await put({}, other)]
    await sql`update job set state = 'cancelled', finished_at = now() - interval '89 days' where id = ${recent}`.execute(t.owner)
    await sql`update job set state = 'cancelled', finished_at = now() - interval '91 days' where id in (${ended}, ${theirs})`.execute(t.owner)
    await sql`update job set created_at = now() - interval '1 year' where id = ${waiting}`.execute(t.owner)
    expect(await pruneJobs(t.db, 90)).toBe(2)
    expect(await Promise.all([ended, recent, waiting].map(async (id) => (await readJob(t.db, actor, id))?.state))).toEqual([undefined, 'cancelled', 'queued'])
    expect(await readJob(t.db, other, theirs)).toBeUndefined()
  })

  it('computes in a thread, reports from there, and ends there when cancelled, even if it is deaf', async () => {
    const counting: JobKind = { kind: 'test.count', thread: new URL('./counting.thread.ts', import.meta.url) }
    const short = await put({ kind: 'test.count', input: { upTo: 60_000 } })
    work([counting], { leaseSeconds: 1 })
    expect(await until(short, over)).toMatchObject({ state: 'succeeded', result: { count: 60_000 }, progress: { done: 60_000, total: 60_000 } })
    for (const deaf of [false, true]) {
      const endless = await put({ kind: 'test.count', input: { upTo: 1e15, deaf } })
      await until(endless, ({ progress }) => progress !== null)
      await cancelJob(t.db, actor, endless)
      expect((await until(endless, over)).state).toBe(deaf ? 'cancelled' : 'succeeded')
    }
  })
})
