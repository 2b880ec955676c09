import { afterAll, beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { startWorker, type DatabaseJob, type Worker } from '../jobs/index.ts'
import { loadExampleJob } from './acts/load-example.ts'
import { demandRoom } from './index.ts'

// The whole example is loaded: seconds alone, more on a machine that does other things as well.
const patience = 300_000

onEachDatabase('loading an example as a job', (t) => {
  const app = testApp(t)
  let worker: Worker | undefined
  const work = (): Worker => startWorker({ db: t.db, kinds: demandRoom.jobs ?? [], pollMs: 20, leaseSeconds: 2, onError: (error) => expect.fail(String(error)) })
  /** What the job answers where it is done. */
  const attempt = (input: { readonly key: string }, { actor }: Person) => {
    const { run } = loadExampleJob as DatabaseJob<{ readonly key: string }>
    return run(input, { db: t.db, actor, jobId: '', cancelled: () => false, progress: () => undefined, signal: new AbortController().signal })
  }
  const ended = async (person: Person, id: string) => {
    for (;;) {
      const job = await person.read(governanceRoutes.readJob, { params: { id } })
      if (!['queued', 'running'].includes(job.state)) return job
      await new Promise((resume) => setTimeout(resume, 20))
    }
  }
  beforeAll(() => {
    worker = work()
  })
  afterAll(() => worker?.stop(0))

  it('is offered with licence and source', async () => {
    expect(await app.viewer.read(demandRoutes.listExamples, {})).toMatchObject([
      { key: 'uk-gmpp', licence: 'Open Government Licence v3.0', publications: 11 }, { key: 'nyc-capital', publications: 15 }, { key: 'canada-large-it', publications: 3 }, { key: 'us-it-dashboard-2011', publications: 1 }, { key: 'three-years', publications: 1 },
    ])
    expect(await app.editor.refused(demandRoutes.loadExample, { params: { key: 'nowhere' } })).toMatchObject({ code: 'not_found' })
  })

  it('asked twice is one job, which loads it once', async () => {
    const [first, second] = [await app.editor.read(demandRoutes.loadExample, { params: { key: 'uk-gmpp' } }), await app.editor.read(demandRoutes.loadExample, { params: { key: 'uk-gmpp' } })]
    expect(second).toEqual(first)
    expect(await ended(app.editor, first.jobId)).toMatchObject({ state: 'done', result: { key: 'uk-gmpp', publications: 11, objectives: 16 }, progress: { done: 12, total: 12 } })
    expect((await app.viewer.read(demandRoutes.listInitiatives, {})).publications).toHaveLength(11)
  }, patience)

  it.each([['nyc-capital', 15, 7, 'USD'], ['canada-large-it', 3, 60, 'CAD']])('%s loads with all its positions, and a second attempt finds it there', async (key, publications, initiatives, currency) => {
    const { owner } = await app.secondOrganisation()
    const { jobId } = await owner.read(demandRoutes.loadExample, { params: { key } })
    expect(await ended(owner, jobId)).toMatchObject({ state: 'done', result: { key, publications, initiatives, objectives: 0 } })
    const { rows, publications: held } = await owner.read(demandRoutes.listInitiatives, {})
    expect([rows.length, held.length, rows.filter(({ unitId }) => unitId === null)]).toEqual([initiatives, publications, []])
    expect(rows.some(({ cost }) => cost.status === 'ok' && cost.value.currency === currency)).toBe(true)
    expect(await attempt({ key }, owner)).toMatchObject({ ok: true, value: { key, publications, initiatives } })
  }, patience)

  it('broken off with its server it leaves nothing, and the next server loads everything', async () => {
    const { editor } = await app.secondOrganisation()
    await worker?.stop()
    const { jobId } = await editor.read(demandRoutes.loadExample, { params: { key: 'uk-gmpp' } })
    worker = work()
    for (let state = 'queued'; state === 'queued'; ) ({ state } = await editor.read(governanceRoutes.readJob, { params: { id: jobId } }))
    await worker.stop(0)
    expect((await editor.read(demandRoutes.listInitiatives, {})).rows).toEqual([])
    worker = work()
    expect(await ended(editor, jobId)).toMatchObject({ state: 'done' })
    expect((await editor.read(demandRoutes.listInitiatives, {})).publications).toHaveLength(11)
  }, patience)
})
