import { beforeAll, describe, expect, it } from 'vitest'
import { portfolioRoutes, type Cockpit } from '@throughline/contract/portfolio'
import { toWire, type Explanation } from '@throughline/contract/wire'
import { onEachDatabase, testApp, type People } from '@throughline/testkit/database'
import { drawPortfolio } from '@throughline/testkit/random'
import { withOrg, type Db } from '../../database/index.ts'
import { loadExample } from '../../demand/index.ts'
import { strategyRoutes } from '@throughline/contract/strategy'
import { readHelpBelow } from '../../strategy/index.ts'
import { readPortfolioFacts } from '../facts.ts'
import { wholeCockpit } from '../testing/whole-cockpit.ts'
import { told } from './lines/moved.ts'

type Item = Cockpit['moved']['items'][number]
type Decision = Cockpit['decisions'][number]

/** Everything of a list, page by page. */
async function allOf<T>(page: (from: number) => Promise<{ readonly total: number; readonly items: readonly T[] }>): Promise<T[]> {
  const items: T[] = []
  for (;;) {
    const next = await page(items.length)
    items.push(...next.items)
    if (next.items.length === 0 || items.length >= next.total) return items
  }
}

/** A list with one line for all that it leaves out, as the engine has it without that line. */
function withoutRest(why: Explanation): unknown {
  const terms = why.terms ?? []
  const rest = terms.at(-1)?.term.match(/^and (\d+) more$/)
  const listed = (rest ? terms.slice(0, -1) : terms).map(withoutRest)
  return { ...why, ...(why.terms ? { terms: listed } : {}), ...(rest ? { omitted: Number(rest[1]) } : {}) }
}
const figure = ({ metric, why }: { readonly metric: unknown; readonly why: Explanation }) => ({ metric, why: withoutRest(why) })

/** The lines of an explanation sum to its total. */
function expectExact({ figure: total, terms = [] }: Explanation): void {
  const minorOf = (one: Explanation['figure']): bigint => (one.status === 'ok' && one.value.kind === 'money' ? BigInt(one.value.money.minor) : 0n)
  if (total.status === 'ok' && total.value.kind === 'money') expect(terms.reduce((sum, term) => sum + minorOf(term.figure), 0n)).toBe(BigInt(total.value.money.minor))
}

const groupOf = ({ kind, change, days, fromRating, toRating }: Item): string => {
  if (kind === 'joined' || kind === 'left') return kind
  if (kind === 'cost') return change.status === 'ok' && BigInt(change.value.minor) > 0n ? 'costUp' : 'costDown'
  if (kind === 'end') return (days ?? 0) >= 30 ? 'slipped' : 'other'
  if (kind === 'benefits') return 'other'
  const level = (rating: Item['toRating']): number => ['green', 'amber_green', 'amber', 'amber_red', 'red'].indexOf(rating?.level ?? '')
  return fromRating?.scale !== toRating?.scale ? 'notComparable' : level(toRating) > level(fromRating) ? 'worse' : 'better'
}

async function expectSame(db: Db, { viewer, owner }: People): Promise<Cockpit> {
  const whole = toWire(await withOrg(db, owner.actor, async (tx) => {
    const facts = await readPortfolioFacts(tx)
    return wholeCockpit(facts, await readHelpBelow(tx, facts.strategy.objectives))
  })) as unknown as Cockpit
  const found = await viewer.read(portfolioRoutes.readCockpit, {})
  const { moved, decisions, decisionCounts, ...rest } = found
  const { moved: allMoved, decisions: allDecisions, ...same } = whole
  const figures = ['cost', 'benefits', 'ratio', 'inYearForecast'] as const
  const plain = (cockpit: Omit<Cockpit, 'moved' | 'decisions' | 'decisionCounts'>) => ({ ...cockpit, ...Object.fromEntries(figures.map((name) => [name, figure(cockpit[name])])), before: { ...cockpit.before, cost: figure(cockpit.before.cost), benefits: figure(cockpit.before.benefits), ratio: figure(cockpit.before.ratio) } })
  expect(plain(rest)).toEqual(plain(same))
  for (const { why } of [found.cost, found.benefits, found.inYearForecast, found.before.cost, found.before.benefits]) expectExact(why)

  const items = await allOf<Item>((from) => viewer.read(portfolioRoutes.listMovements, { query: { from, limit: 37 } }))
  const key = (item: Item): string => JSON.stringify(item)
  expect(items.map(key).toSorted()).toEqual(allMoved.items.map(key).toSorted())
  expect(items.map(groupOf)).toEqual(items.map(groupOf).toSorted((a, b) => told.indexOf(a as never) - told.indexOf(b as never)))
  expect([moved.counts, moved.inAll, moved.items]).toEqual([allMoved.counts, items.length, items.slice(0, 100)])
  for (const kind of told.filter((one) => one !== 'other')) {
    const page = await viewer.read(portfolioRoutes.listMovements, { query: { kind, limit: 500 } })
    expect([kind, page.total, page.items]).toEqual([kind, allMoved.counts[kind], items.filter((item) => groupOf(item) === kind).slice(0, 500)])
  }

  const waiting = await allOf<Decision>((from) => viewer.read(portfolioRoutes.listDecisions, { query: { from, limit: 23 } }))
  expect(waiting).toEqual(allDecisions)
  expect([decisions, found.decisionsInAll]).toEqual([allDecisions.slice(0, 100), allDecisions.length])
  for (const [kind, count] of Object.entries(decisionCounts) as [Decision['kind'], number][]) {
    const page = await viewer.read(portfolioRoutes.listDecisions, { query: { kind, limit: 500 } })
    expect([kind, count, page.total, page.items]).toEqual([kind, allDecisions.filter((one) => one.kind === kind).length, count, allDecisions.filter((one) => one.kind === kind).slice(0, 500)])
  }
  return found
}

onEachDatabase('the cockpit added up over columns', (t) => {
  const app = testApp(t)

  it('of nothing has the figures of the engine', async () => {
    await expectSame(t.db, app)
  })

  describe.each([
    { seed: 11, initiatives: 80, publications: 4, objectives: 6 }, { seed: 12, initiatives: 30, publications: 0, objectives: 3 }, { seed: 13, initiatives: 120, publications: 7, objectives: 0 },
    { seed: 14, initiatives: 8, publications: 1, objectives: 2 }, { seed: 15, initiatives: 200, publications: 3, objectives: 9 }, { seed: 16, initiatives: 5, publications: 2, objectives: 1 },
  ])('of a portfolio drawn with $seed', (drawn) => {
    let people: People
    beforeAll(async () => {
      people = await app.secondOrganisation()
      await drawPortfolio(t.db, people.owner.actor, drawn)
    })
    it('has the figures of the engine, and the same lists page by page', async () => {
      await expectSame(t.db, people)
    })
    it('gives the same from what was kept', async () => {
      const [first, second] = [await people.viewer.read(portfolioRoutes.readCockpit, {}), await people.viewer.read(portfolioRoutes.readCockpit, {})]
      expect(second).toEqual(first)
    })
  })

  it('of the UK example has the figures of the engine', { timeout: 300_000 }, async () => {
    const people = await app.secondOrganisation()
    const loaded = await loadExample(t.db, people.owner.actor, 'uk-gmpp', { cancelled: () => false, progress: () => undefined }, new Date())
    expect(loaded.ok).toBe(true)
    const { decisionsInAll, decisionCounts, strategyFunded } = await expectSame(t.db, people)
    expect(decisionsInAll).toBeGreaterThan(100)
    // One word is one number on the cockpit, in the strategy, on its map and on the line of sight; some of it is served through units alone.
    const [{ gaps, lines }, strategy, map] = [await people.viewer.read(strategyRoutes.readSightLines, {}), await people.viewer.read(strategyRoutes.readStrategy, {}), await people.viewer.read(strategyRoutes.readMap, {})]
    const gapOf = (code: string) => gaps.find((one) => one.code === code)?.count
    expect([gapOf('initiative_serves_nothing'), strategy.orphans.length]).toEqual([decisionCounts.initiative_orphan, decisionCounts.initiative_orphan])
    expect([gapOf('objective_unserved'), strategy.unserved.length, map.unserved.length]).toEqual(Array(3).fill(decisionCounts.objective_unserved))
    expect(map.throughUnits.length).toBeGreaterThan(0)
    expect(strategyFunded.metric).toMatchObject({ status: 'ok', value: expect.closeTo(lines.filter(({ initiatives }) => initiatives > 0).reduce((sum, { weight }) => sum + weight, 0), 9) })
  })
})
