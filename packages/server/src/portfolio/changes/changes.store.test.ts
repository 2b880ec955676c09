import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes, type Changes } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

const head = 'Id,Name,Department,Whole-life cost (EUR),Benefits (EUR),Start date,End date,Delivery confidence'

onEachDatabase('what changed', (t) => {
  const app = testApp(t)
  const latest = async () => (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', app.owner.actor.orgId).executeTakeFirstOrThrow()).last
  const publish = async (title: string, asOf: string, rows: readonly string[]) => {
    const { id } = await app.editor.read(demandRoutes.uploadImport, { query: { fileName: `${title}.csv` }, body: Buffer.from([head, ...rows].join('\n')) })
    await app.editor.read(demandRoutes.changeImport, { params: { id }, body: { title, asOf, scope: 'whole' } })
    await app.editor.read(demandRoutes.applyImport, { params: { id } })
    return id
  }
  const change = async (name: string, body: object) => {
    const row = (await app.viewer.read(demandRoutes.listInitiatives, {})).rows.find((one) => one.name === name)
    return app.editor.read(demandRoutes.changeInitiative, { params: { id: row?.id ?? '' }, body: { version: row?.version ?? 0, ...body } })
  }
  const changes = (query: object): Promise<Changes> => app.viewer.read(portfolioRoutes.readChanges, { query })
  const lines = ({ totals }: Changes) => totals.cost.lines.map(({ cause, effect, amount }) => [cause, effect, Number(amount?.minor) / 100])
  const sums = (one: Changes) => {
    for (const total of Object.values(one.totals)) {
      const [before, after] = [total.before, total.after].map((metric) => (metric.status === 'ok' ? BigInt(metric.value.minor) : 0n))
      expect(total.lines.reduce((sum, { amount }) => sum + BigInt(amount?.minor ?? 0), 0n)).toBe((after ?? 0n) - (before ?? 0n))
    }
    const shown = one.items.flatMap(({ moves }) => moves).filter(({ field }) => field === one.field).reduce((sum, { amount }) => sum + BigInt(amount?.minor ?? 0), 0n)
    const { metric } = one.totals[one.field].change
    expect(metric).toMatchObject({ value: { minor: String(shown + BigInt(one.rest.amount?.minor ?? 0)) } })
  }
  const instants: string[] = []

  it('is told by cause between two instants, and sums to the totals of both', async () => {
    await publish('March', '2026-03-31', ['A,Bridge,Works,100,10,2026-01-01,2026-12-31,Green', 'B,Tunnel,Works,200,,2026-01-01,2026-12-31,Amber', 'C,Dock,Works,,5,2026-01-01,2026-12-31,Red'])
    instants.push(await latest())
    await publish('March', '2026-03-31', ['A,Bridge,Works,130,10,2026-01-01,2026-12-31,Green', 'B,Tunnel,Works,200,,2026-01-01,2026-12-31,Amber', 'C,Dock,Works,,5,2026-01-01,2026-12-31,Red'])
    instants.push(await latest())
    const june = await publish('June', '2026-06-30', ['A,Bridge,Works,120,10,2026-01-01,2027-01-30,Red', 'C,Dock,Works,50,5,2026-01-01,2026-12-31,Red', 'D,Quay,Works,7,,2026-01-01,2026-12-31,Red'])
    instants.push(await latest())
    await change('Bridge', { costMinor: '11000', why: 'cheaper steel' })
    instants.push(await latest())
    const all = await changes({ from: instants[0] })
    expect(lines(all)).toEqual([['left', 'left', -200], ['publication', 'became_known', 50], ['correction', 'changed', 30], ['publication', 'changed', -10], ['edit', 'changed', -10], ['joined', 'joined', 7]])
    expect(all).toMatchObject({ counts: { before: 3, after: 3, joined: 1, left: 1 }, ends: { later: { initiatives: 1, days: 30 } }, ratings: [{ from: { level: 'green' }, to: { level: 'red' }, initiatives: 1 }], totals: { cost: { change: { why: { formula: 'portfolio-changes' } } } } })
    sums(all)
    await app.editor.read(demandRoutes.undoImport, { params: { id: june } })
    const undone = await changes({ from: instants[2] })
    expect(lines(undone)).toEqual(expect.arrayContaining([['undone_import', 'became_unknown', -50], ['left', 'left', -7]]))
    sums(undone)
  })

  it('tells what was learnt of an earlier position apart from what moved to the next', async () => {
    const one = await changes({ from: instants[0], fromPosition: '2026-03-31', to: instants[3], toPosition: '2026-06-30' })
    expect(lines(one)).toEqual([['left', 'left', -200], ['position', 'became_known', 50], ['correction', 'changed', 30], ['position', 'changed', -10], ['joined', 'joined', 7]])
    sums(one)
    expect(lines(await changes({ from: instants[0], to: instants[1], fromPosition: '2026-03-31', toPosition: '2026-03-31' }))).toEqual([['correction', 'changed', 30]])
  })

  it('begins with nothing, and pages add up', async () => {
    const one = await changes({ to: instants[1], limit: 1, skip: 1 })
    expect([one.from.initiatives, one.total, one.items.length, one.rest.initiatives]).toEqual([0, 3, 1, 2])
    sums(one)
  })

  it('counts acts on the strategy, which move no amount', async () => {
    const before = await latest()
    const [perspective] = (await app.viewer.read(strategyRoutes.readStrategy, {})).perspectives
    await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspective?.id ?? '', statement: 'Fewer floods', weight: 1 } as never })
    const one = await changes({ from: before })
    expect(one.acts).toMatchObject({ total: 1, strategy: 1, newest: [{ act: 'strategy.create-objective' }] })
    expect([one.total, lines(one)]).toEqual([0, []])
  })

  it('is refused where the moments are none, or stand the wrong way round', async () => {
    expect(await app.viewer.refused(portfolioRoutes.readChanges, { query: { from: '2999-01-01T00:00:00Z' } })).toMatchObject({ code: 'as_of_future' })
    expect(await app.viewer.refused(portfolioRoutes.readChanges, { query: { from: instants[1] ?? '', to: instants[0] ?? '' } })).toMatchObject({ code: 'as_of_future' })
    expect(await app.viewer.refused(portfolioRoutes.readChanges, { query: { from: '1999-01-01T00:00:00Z' } })).toMatchObject({ code: 'as_of_before_beginning' })
  })
})
