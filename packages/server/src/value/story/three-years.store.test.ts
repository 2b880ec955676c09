import { beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { expectedFigures } from '@throughline/testkit/ledger'
import { withOrg } from '../../database/index.ts'
import { loadExample } from '../../demand/index.ts'
import { checkLedger } from '../ledger/index.ts'
import { liveStory } from './live-story.ts'

onEachDatabase('the organisation of three years', (t) => {
  const app = testApp(t)
  beforeAll(async () => {
    const loaded = await loadExample(t.db, app.owner.actor, 'three-years', { progress: () => undefined, cancelled: () => false }, new Date(), liveStory)
    expect(loaded).toMatchObject({ ok: true, value: { initiatives: 6, objectives: 5 } })
  })

  it('has on every account of the server what two other roads come to', async () => {
    const balances = await app.viewer.read(valueRoutes.listBalances, {})
    const heaps = (of: (account: (typeof balances)[number]['account']) => string | null) => {
      const all: Record<string, Record<string, Record<string, string>>> = {}
      for (const { account, amount } of balances) {
        const name = of(account)
        if (name === null) continue
        const place = ((all[name] ??= {})[account.period] ??= {})
        place[account.code] = String(BigInt(place[account.code] ?? 0) + BigInt(amount))
      }
      return all
    }
    const { benefits, measures, keeping } = expectedFigures()
    expect(heaps(({ benefit }) => benefit)).toEqual(benefits)
    expect(heaps(({ benefit, measure }) => (benefit === null ? measure : null))).toEqual(measures)
    const kept = await app.viewer.read(valueRoutes.readKeeping, {})
    expect(kept.map(({ unit, againstOriginal: { metric } }) => [unit, metric.status === 'ok' ? Number(metric.value).toFixed(6) : null])).toEqual(Object.entries(keeping).sort().map(([unit, { original, realised }]) => [unit, (Number(realised) / Number(original)).toFixed(6)]))
  })

  it('has a network from projects to drivers, whose only gap is that Dublin promised before it could', async () => {
    const { nodes, edges, findings, said } = await app.viewer.read(valueRoutes.readNetwork, {})
    const count = Map.groupBy(nodes, ({ kind }) => kind)
    expect([...count].map(([kind, of]) => [kind, of.length]).sort()).toEqual([['benefit', 8], ['business_change', 7], ['driver', 3], ['enabler', 10], ['enabling_change', 6], ['objective', 5]])
    expect([edges.length, said.filter(({ said: kind, shown }) => kind === 'promises' && !shown)]).toEqual([43, []])
    expect(findings.map(({ code, words }) => [code, words.includes('Rent saved in Dublin')])).toEqual([['due_too_early', true]])
  })

  it('has a ledger that a replay confirms, restated at an instant of its own, each day of the story later than the one before', async () => {
    expect(await withOrg(t.db, app.owner.actor, checkLedger)).toMatchObject({ differ: [], unsound: [] })
    const { entries } = await app.viewer.read(valueRoutes.listLedger, { query: { kind: 'measure', period: '2024-Q3', limit: 50 } })
    const [again, first] = entries.filter(({ postings }) => postings.some(({ account }) => account.measure === 'Handling time'))
    expect([again?.priorPeriod, first?.priorPeriod, (again?.at ?? '') > (first?.at ?? '')]).toEqual([true, false, true])
    const then = await app.viewer.read(valueRoutes.listBalances, { query: { code: 'S20', period: '2024-Q3', asOf: first?.at ?? '' } })
    expect(then.filter(({ account }) => account.measure === 'Handling time').map(({ amount }) => amount)).toEqual(['-36000000'])
  })

  it('brings the federal IT projects of the United States with what they cost, of which nothing is claimed and much is undefined', async () => {
    const { owner } = await app.secondOrganisation()
    const loaded = await loadExample(t.db, owner.actor, 'us-it-dashboard-2011', { progress: () => undefined, cancelled: () => false }, new Date(), liveStory)
    expect(loaded).toMatchObject({ ok: true, value: { publications: 1, initiatives: 1657, objectives: 1 } })
    const balances = await owner.read(valueRoutes.listBalances, {})
    const left: Record<string, Record<string, Record<string, string>>> = {}
    for (const { account, amount } of balances) ((left[account.measure ?? ''] ??= {})[account.period] ??= {})[account.code] = amount
    expect(left).toEqual(expectedFigures('us-it-dashboard-2011').measures)
    const { measures } = await owner.read(strategyRoutes.readStrategy, {})
    expect(measures.filter(({ status }) => status === 'complete').length).toBe(0)
    expect(await owner.read(valueRoutes.readKeeping, {})).toEqual([])
    expect(await owner.read(demandRoutes.listExamples, {})).toHaveLength(5)
  })
})
