import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type Job, type SealCheck } from '@throughline/contract/governance'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { startWorker } from '../../jobs/index.ts'
import { rooms } from '../../rooms.ts'
import { verifyEvidence } from '../evidence/verify.ts'

onEachDatabase('a seal', (t) => {
  const app = testApp(t)
  const check = async (): Promise<SealCheck> => {
    const { jobId } = await app.owner.read(governanceRoutes.checkSeals, {})
    const worker = startWorker({ db: t.db, kinds: rooms.flatMap(({ jobs = [] }) => jobs), onError: (error) => { throw error } })
    try {
      for (;;) {
        const job: Job = await app.owner.read(governanceRoutes.readJob, { params: { id: jobId } })
        if (job.state === 'done') return job.result as SealCheck
        if (job.state === 'failed') throw new Error(JSON.stringify(job.problem))
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    } finally {
      await worker.stop()
    }
  }
  const document = async (id: string) => (await app.viewer.read(governanceRoutes.readSealed, { params: { id } })).toString()

  it('reads the same byte for byte whatever is done after it, and raises an alarm where the past is rewritten', async () => {
    const { owner, editor } = app
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge “漢字”', costMinor: '999999999999999999', benefitsMinor: '5', startOn: '2026-01-01', sponsor: 'Ada' } })
    const plan = await owner.read(governanceRoutes.addSeal, { body: { kind: 'plan', title: 'Plan of November' } })
    const pack = await owner.read(governanceRoutes.addSeal, { body: { kind: 'board_pack', title: 'Board pack' } })
    expect(await owner.refused(governanceRoutes.addSeal, { body: { kind: 'publication', title: 'x' } })).toMatchObject({ code: 'position_needed' })
    expect(await editor.refused(governanceRoutes.addSeal, { body: { kind: 'plan', title: 'x' } })).toMatchObject({ code: 'role_insufficient' })
    const before = await document(plan.id)
    expect(Buffer.byteLength(before)).toBe(plan.bytes)
    expect(before).toContain('Bridge “漢字”')
    await editor.read(demandRoutes.changeInitiative, { params: { id: bridge.id }, body: { version: bridge.version, name: 'Renamed', costMinor: '1' } })
    await editor.read(demandRoutes.removeInitiative, { params: { id: bridge.id } })
    expect(await document(plan.id)).toBe(before)
    expect(await check()).toMatchObject({ holds: true, seals: [{ id: pack.id, holds: true }, { id: plan.id, holds: true }] })
    expect(await verifyEvidence(t.db, owner.actor)).toMatchObject({ holds: true })

    // The past is rewritten behind the server's back: a former state of the initiative.
    await sql`update initiative_past set cost_minor = 7 where org_id = ${owner.actor.orgId} and name like 'Bridge%'`.execute(t.owner)
    expect(await check()).toMatchObject({ holds: false, seals: [{ id: pack.id }, { id: plan.id, holds: false, expected: plan.digest }] })
    await check()
    const seals = await app.viewer.read(governanceRoutes.listSeals, {})
    expect(seals.find(({ id }) => id === plan.id)?.brokenAt).not.toBeNull()
    const told = await owner.read(governanceRoutes.listNotifications, {})
    expect(told.notifications.filter(({ reason, words }) => reason === 'seal_broken' && words === 'Plan of November')).toHaveLength(1)
    expect((await app.viewer.read(governanceRoutes.listNotifications, {})).notifications.filter(({ reason }) => reason === 'seal_broken')).toEqual([])
    // And a digest that is made to fit is found by the chain.
    await sql`update seal_digest set digest = 'x' where seal_id = ${plan.id}`.execute(t.owner)
    const { faults } = await verifyEvidence(t.db, owner.actor)
    expect(faults.map(({ fault, table }) => [fault, table])).toEqual([['changed', 'initiative_past'], ['changed', 'seal_digest']])
  })

  it('of a position holds what was true then', async () => {
    const { orgId } = app.owner.actor
    await sql`insert into publication (org_id, id, title, as_of, file_name, sha256, format, mapping, rows, imported_by) values (${orgId}, gen_random_uuid(), 'GMPP', '2024-03-31', 'a.csv', 'x', 'csv', '{}', 0, 'Olga')`.execute(t.owner)
    await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Of this year' } })
    const seal = await app.owner.read(governanceRoutes.addSeal, { body: { kind: 'publication', title: 'March 2024', position: '2024-03-31' } })
    const text = await document(seal.id)
    expect(JSON.parse(text)).toMatchObject({ format: 'throughline-seal', kind: 'publication', position: '2024-03-31', replies: { 'demand.listInitiatives': { publications: [{ title: 'GMPP' }] } } })
    expect(text).not.toContain('Of this year')
    expect(await app.owner.refused(governanceRoutes.addSeal, { body: { kind: 'publication', title: 'x', position: '2024-04-01' } })).toMatchObject({ code: 'position_needed', detail: expect.stringContaining('2024-03-31') as string })
  })

  it('of a closed value period holds its whole ledger, reads the same after later entries, and is made by who closes periods', async () => {
    const { owner, editor } = app
    const finance = await app.member('finance')
    await owner.read(valueRoutes.openPeriods, { body: { periods: [{ code: '2020-10', from: '2020-10-01', to: '2020-11-01' }] } })
    expect(await finance.refused(governanceRoutes.sealPeriod, { body: { period: '2020-10' } })).toMatchObject({ code: 'period_not_closed' })
    await finance.read(valueRoutes.closePeriod, { body: { period: '2020-10' } })
    expect(await editor.refused(governanceRoutes.sealPeriod, { body: { period: '2020-10' } })).toMatchObject({ code: 'role_insufficient' })
    const seal = await finance.read(governanceRoutes.sealPeriod, { body: { period: '2020-10' } })
    const before = await document(seal.id)
    expect([seal.period, seal.kind, JSON.parse(before)]).toEqual(['2020-10', 'value_period', expect.objectContaining({ period: '2020-10', replies: expect.objectContaining({ 'value.listLedger': [expect.objectContaining({ kind: 'close' })] }) })])
    await owner.read(valueRoutes.openPeriods, { body: { periods: [{ code: '2020-11', from: '2020-11-01', to: '2020-12-01' }] } })
    await finance.read(valueRoutes.closePeriod, { body: { period: '2020-11' } })
    expect(await document(seal.id)).toBe(before)
  })

  it('is read by its own organisation alone', async () => {
    const { owner: other } = await app.secondOrganisation()
    const [seal] = await app.owner.read(governanceRoutes.listSeals, {})
    expect(await other.refused(governanceRoutes.readSealed, { params: { id: seal?.id ?? '' } })).toMatchObject({ code: 'not_found' })
    expect(await other.read(governanceRoutes.listSeals, {})).toEqual([])
  })
})
