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
    const loaded = await loadExample(t.db, app.owner.actor, 'three-years', { progress: () => undefined, cancelled: () => false }, new Date(), { live: liveStory })
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

  it('has a business plan: salaries are delivered, Dublin came a year late, two lines nobody delivers, and bad debt brings more than the plan asks', async () => {
    const read = async (stage: 'promised' | 'realised') => (await app.viewer.read(valueRoutes.readBusinessPlan, { query: { stage } })).lines.map(({ name, parts }) => [name, ...parts.map(({ standing }) => standing)]).sort()
    expect(await read('promised')).toEqual([['Bad debt in the US', 'over_covered'], ['Claims handlers', 'uncovered'], ['Operations salaries', 'covered'], ['Premises in Dublin', 'uncovered', 'partly_covered'], ['Premiums of new members', 'uncovered'], ['Telephone system', 'unknown'], ['Time spent on calls', 'partly_covered', 'partly_covered']])
    expect((await read('realised')).filter(([name]) => name === 'Premises in Dublin' || name === 'Operations salaries')).toEqual([['Operations salaries', 'covered'], ['Premises in Dublin', 'uncovered', 'partly_covered']])
  })

  it('has a ledger that a replay confirms, restated at an instant of its own, each day of the story later than the one before', async () => {
    expect(await withOrg(t.db, app.owner.actor, checkLedger)).toMatchObject({ differ: [], unsound: [] })
    const { entries } = await app.viewer.read(valueRoutes.listLedger, { query: { kind: 'measure', period: '2024-Q3', limit: 50 } })
    const [again, first] = entries.filter(({ postings }) => postings.some(({ account }) => account.measure === 'Handling time'))
    expect([again?.priorPeriod, first?.priorPeriod, (again?.at ?? '') > (first?.at ?? '')]).toEqual([true, false, true])
    const then = await app.viewer.read(valueRoutes.listBalances, { query: { code: 'S20', period: '2024-Q3', asOf: first?.at ?? '' } })
    expect(then.filter(({ account }) => account.measure === 'Handling time').map(({ amount }) => amount)).toEqual(['-36000000'])
  })

  it('shows what waits and whose turn it is, what to look at, what is under each objective and whom it goes to, each as its accounts have it', async () => {
    const finance = await app.member('finance', 'Fay Finance')
    const balances = await finance.read(valueRoutes.listBalances, {})
    const sumsOf = (codes: readonly string[], sign = 1n) => {
      const sums = new Map<string, bigint>()
      for (const { account, amount } of balances) if (codes.includes(account.code)) sums.set(account.unit, (sums.get(account.unit) ?? 0n) + sign * BigInt(amount))
      return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).sort().map(([unit, sum]) => [unit, String(sum)]))
    }
    const backlog = await finance.read(valueRoutes.readBacklog, {})
    expect(Object.fromEntries(backlog.units.map(({ unit, amount }) => [unit, amount]))).toEqual(sumsOf(['R10']))
    expect([backlog.claims.length > 0, backlog.claims.every(({ yours, turn }) => yours && turn.includes('Fay Finance')), backlog.more]).toEqual([true, true, 0])
    expect((await app.owner.read(valueRoutes.readBacklog, {})).claims.some(({ yours }) => yours)).toBe(false)

    const before = await finance.read(valueRoutes.readAttention, {})
    expect(before.unattributed.map(({ measure, unit, unattributed }) => [measure, unit, unattributed])).toEqual([['Operations payroll', 'GBP.cash', '300000'], ['Handling time', 'GBP.noncash', '22454500'], ['Complaints', 'GBP.noncash', '1050000']])
    expect(Object.fromEntries([...Map.groupBy(before.unattributed, ({ unit }) => unit)].sort().map(([unit, own]) => [unit, String(own.reduce((sum, { unattributed }) => sum + BigInt(unattributed), 0n))]))).toEqual(sumsOf(['M20']))
    // Nothing was reported up to the day of any baseline, so none of them rests on six points.
    expect(before.warnings.map(({ key, benefits }) => [key, benefits.map(({ benefit, periods }) => `${benefit} ${periods.length}`)])).toEqual([['regression_to_the_mean', ['Rent saved in Dublin 2', 'Posts not refilled 4', 'Calls the chatbot answers 8', 'Shorter calls 8', 'Forms filled in online 8', 'Bills that are paid 4', 'Hours freed 4']]])
    const cash = balances.find(({ account }) => account.unit.endsWith('.cash') && account.code === 'R30')?.account
    await finance.read(valueRoutes.recordCircumstances, { body: { benefitId: cash?.benefitId ?? '', nature: 'avoided_cost', calledRunRate: false, priceBasis: 'real 2024', probabilityOn: null } })
    const after = await finance.read(valueRoutes.readAttention, {})
    expect(after.unsaid).toBe(before.unsaid - 1)
    expect(after.warnings.flatMap(({ key, benefits }) => (benefits.some(({ benefitId }) => benefitId === cash?.benefitId) ? [key] : []))).toEqual(expect.arrayContaining(['avoided_cost_as_cash', 'price_basis_differs']))

    const objectives = await finance.read(valueRoutes.readObjectiveValue, {})
    const under = (key: 'promised' | 'claimed' | 'verified' | 'banked') => Object.fromEntries([...Map.groupBy(objectives, ({ unit }) => unit)].map(([unit, own]) => [unit, String(own.reduce((sum, one) => sum + BigInt(one[key]), 0n))] as const).filter(([, sum]) => sum !== '0').sort())
    expect([under('promised'), under('claimed'), under('verified'), under('banked')]).toEqual([sumsOf(['S10'], -1n), sumsOf(['R10', 'R20', 'R30', 'C20']), sumsOf(['R20', 'R30']), sumsOf(['R30'])])
    const { units, alerts, said, benefits } = await finance.read(valueRoutes.readStakeholderValue, {})
    const toAll = (stage: 'promised' | 'claimed' | 'verified') => Object.fromEntries(units.map(({ unit, classes }) => [unit, String(classes.reduce((sum, one) => sum + BigInt(one[stage].net), 0n))]).filter(([, sum]) => sum !== '0').sort())
    expect([toAll('promised'), toAll('claimed'), toAll('verified')]).toEqual([sumsOf(['S10'], -1n), sumsOf(['R10', 'R20', 'R30', 'C20']), sumsOf(['R20', 'R30'])])
    expect([alerts?.map(({ kind, class: whom }) => `${whom} ${kind}`), said, benefits.length]).toEqual([['alliances passed_over', 'communities passed_over'], 7, 8])

    const one = objectives.find(({ banked }) => banked !== '0')
    const entries = await finance.read(valueRoutes.listLedger, { query: { objectiveId: one?.objectiveId ?? '', unit: one?.unit ?? '', codes: 'R30', limit: 200 } })
    expect(String(entries.entries.flatMap(({ postings }) => postings).reduce((sum, { account, amount }) => (account.code === 'R30' && account.unit === one?.unit ? sum + BigInt(amount) : sum), 0n))).toBe(one?.banked)
  })

  it('opens the entries under each share of value: those of a department make its figure, those of what serves an objective are there', async () => {
    const promised = async (query: { readonly departmentId?: string; readonly servesId?: string }, unit: string) => {
      const { entries, next } = await app.viewer.read(valueRoutes.listLedger, { query: { ...query, unit, codes: 'S10', limit: 200 } })
      expect(next).toBeNull()
      return entries.flatMap(({ postings }) => postings).reduce((sum, { account, amount }) => (account.code === 'S10' && account.unit === unit ? sum - BigInt(amount) : sum), 0n)
    }
    const { books } = await app.viewer.read(valueRoutes.readValue, {})
    for (const { unit: { currency, cashClass }, byUnit, byObjective } of books) {
      const unit = `${currency}.${cashClass === 'cash_releasing' ? 'cash' : 'noncash'}`
      for (const { id, promised: figure } of byUnit) expect(figure.metric).toMatchObject({ status: 'ok', value: { minor: String(await promised({ departmentId: id ?? 'none' }, unit)) } })
      for (const { id, initiatives } of byObjective) expect([id, (await promised({ servesId: id ?? 'none' }, unit)) > 0n]).toEqual([id, initiatives > 0])
    }
    expect(books.length).toBeGreaterThan(1)
  })

  it('brings the federal IT projects of the United States with what they cost, of which nothing is claimed and much is undefined', async () => {
    const { owner } = await app.secondOrganisation()
    const loaded = await loadExample(t.db, owner.actor, 'us-it-dashboard-2011', { progress: () => undefined, cancelled: () => false }, new Date(), { live: liveStory })
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
