import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { governanceRoutes } from '@throughline/contract/governance'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { enterOrg, newId } from '../../database/index.ts'
import { startWorker, type DatabaseJob, type Progress, type Worker } from '../../jobs/index.ts'
import { portfolioRoom } from '../index.ts'
import { saveScenario } from './acts/save-selection.ts'
import { saveJob } from './acts/start-saving.ts'

/** More than are tried at once: these go to a thread. */
const many = 420
const by = { kind: 'entered', by: 'Editor', at: '2026-01-01T00:00:00.000Z' }
const entered = JSON.stringify({ cost: by, benefits: by, rating: by })

onEachDatabase('saving a selection as a job', (t) => {
  const app = testApp(t)
  let worker: Worker
  let chosen: readonly string[] = []
  const today = '2026-11-21'
  const limit = 1_000_000
  const wanted = (name: string) => ({ name, value: 'benefits' as const, constraints: [{ kind: 'totalBudget' as const, limit }], chosen: [...chosen] })
  const toSave = (name: string) => ({ ...wanted(name), note: '', decides: true, sharing: 'everyone' as const })
  const names = async () => (await app.viewer.read(portfolioRoutes.listScenarios, {})).map(({ name }) => name)
  const ended = async (id: string) => {
    for (;;) {
      const job = await app.editor.read(governanceRoutes.readJob, { params: { id } })
      if (!['queued', 'running'].includes(job.state)) return job
      await new Promise((resume) => setTimeout(resume, 20))
    }
  }
  beforeAll(async () => {
    await t.db.transaction().execute(async (tx) => {
      await enterOrg(tx, app.editor.actor)
      await sql`insert into initiative (org_id, id, key, name, kind, state, description, mandatory, sources, flags, cost_minor, benefits_minor, start_on, end_on)
        select current_org(), gen_random_uuid(), 'M-' || n, 'Many ' || n, 'project', 'active', '', false, ${entered}::jsonb, '{}', 10000 + n * 7, 20000 + n * n % 977, '2027-01-01', '2028-01-01' from generate_series(1, ${many}) n`.execute(tx)
    })
    const { input } = await app.viewer.read(portfolioRoutes.readSelectionCase, { query: {} })
    expect(input.candidates).toHaveLength(many)
    chosen = input.candidates.slice(0, 60).map(({ id }) => id)
    worker = startWorker({ db: t.db, kinds: portfolioRoom.jobs ?? [], pollMs: 20, leaseSeconds: 20, onError: (error) => expect.fail(String(error)) })
  })
  afterAll(() => worker?.stop(0))

  it('ends with the scenario, proved as by the request that waits', async () => {
    const { jobId } = await app.editor.read(portfolioRoutes.startSaving, { body: wanted('By a job') })
    expect(await ended(jobId)).toMatchObject({ state: 'done', result: { scenarioId: jobId }, progress: { words: expect.stringMatching(/best possible/) } })
    const waited = await app.editor.read(portfolioRoutes.createScenario, { body: wanted('By a request') })
    const { selection } = await app.viewer.read(portfolioRoutes.readScenario, { params: { id: jobId } })
    expect(selection).toEqual(waited.selection)
    expect(selection).toMatchObject({ candidates: many, chosen: { length: 60 } })
    expect((selection?.bound ?? 0) / (selection?.totalValue ?? 1)).toBeGreaterThan(1)
  }, 60_000)

  it('refuses at once what it knows to be refused, and in the job what only the plan can say', async () => {
    expect(await app.editor.refused(portfolioRoutes.startSaving, { body: wanted('by a JOB') })).toMatchObject({ code: 'scenario_name_taken' })
    expect(await app.editor.refused(portfolioRoutes.startSaving, { body: { ...wanted('Odd'), constraints: [{ kind: 'totalBudget' } as never] } })).toMatchObject({ code: 'selection_invalid' })
    expect(await app.viewer.refused(portfolioRoutes.startSaving, { body: wanted('Read only') })).toMatchObject({ code: 'role_insufficient' })
    const { jobId } = await app.editor.read(portfolioRoutes.startSaving, { body: { ...wanted('Too dear'), constraints: [{ kind: 'totalBudget', limit: 1 }] } })
    expect(await ended(jobId)).toMatchObject({ state: 'failed', problem: { code: 'selection_breaks_constraint' } })
    expect(await names()).not.toContain('Too dear')
  }, 60_000)

  it('stopped while it proves it writes nothing', async () => {
    const stop = new AbortController()
    const seen: Progress[] = []
    const progress = (at: Progress) => {
      seen.push(at)
      stop.abort()
    }
    expect(await saveScenario(t.db, app.editor.actor, toSave('Stopped'), today, { signal: stop.signal, progress })).toBe(null)
    expect(seen[0]).toMatchObject({ total: 300_000 })
    expect(await names()).not.toContain('Stopped')
  }, 60_000)

  it('begun again after its server’s end it is saved once', async () => {
    const { run } = saveJob as DatabaseJob<unknown>
    const jobId = newId()
    const attempt = () => run({ scenario: toSave('Once'), today } as never, { jobId, actor: app.editor.actor, db: t.db, signal: new AbortController().signal, progress: () => undefined, cancelled: () => false })
    expect([await attempt(), await attempt()]).toEqual([{ ok: true, value: { scenarioId: jobId } }, { ok: true, value: { scenarioId: jobId } }])
    expect((await names()).filter((name) => name === 'Once')).toHaveLength(1)
  }, 60_000)
})
