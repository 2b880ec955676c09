import { compareRoadmaps, solveRoadmap, type RoadmapCandidate, type RoadmapCase } from '@throughline/engine/portfolio'
import type { Explanation } from '@throughline/engine/kernel'
import type { RoadmapStand } from '@throughline/contract/portfolio'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { explainAtPrice, explainGoesAhead, explainLimit, explainMore, explainPlace, explainShare, takenBy } from './explain.ts'
import { explainChange, explainSide, lineAt, linesOf } from './explain-sides.ts'
import { Standing } from './parts/Verdicts.tsx'
import { useRoadmapWords, type RoadmapWords } from './words.ts'

/** Bridge and Tunnel cost 6 and 4 of the 10 pounds of the first year, and need one and two of four people. */
const one = (id: string, cost: number, need: number, worth: number): RoadmapCandidate => ({ id, name: id, starts: [0, 1], variants: [{ id: 'v', name: 'V', duration: 1, costs: [{ potId: 'all', amounts: [cost] }], demand: [{ poolId: 'people', amounts: [need] }], value: { benefits: { kind: 'once', amount: worth } } }] })
const given: RoadmapCase = {
  periods: ['2027', '2028'], candidates: [one('Bridge', 600, 100, 900), one('Tunnel', 400, 200, 700)], pots: [{ id: 'all', name: 'All money' }], pools: [{ id: 'people', name: 'People' }],
  constraints: [{ kind: 'potBudget', potIds: ['all'], byPeriod: [1_000, 0] }, { kind: 'poolCapacity', poolIds: ['people'], byPeriod: [400, 400] }, { kind: 'potTotal', potIds: ['all'], limit: 2_000 }],
  objective: { kind: 'weighted', weights: { benefits: 1 } },
}
const stand = { case: given, objectives: [], left: [], currency: 'GBP', keys: {} } as unknown as RoadmapStand
const Words = ({ onWords }: { onWords(words: RoadmapWords): void }) => {
  onWords(useRoadmapWords(stand, 'money', []))
  return null
}
const heard: RoadmapWords[] = []
renderToStaticMarkup(<LocaleProvider locale="en-GB"><Words onWords={(words) => heard.push(words)} /></LocaleProvider>)
const words = heard[0]!
const plan = given.candidates.map(({ id }) => ({ candidateId: id, variantId: 'v', start: 0 }))
const amount = ({ figure }: Explanation): number => (figure.status !== 'ok' ? Number.NaN : figure.value.kind === 'money' ? Number(figure.value.money.minor) : figure.value.kind === 'number' ? figure.value.value : Number.NaN)
const sum = ({ terms = [] }: Explanation): number => terms.reduce((total, each) => total + amount(each), 0)

it('how full a limit is: who takes how much of it closes on what is used, in its own unit', () => {
  const answer = solveRoadmap(given, { seed: 1, effort: 400 })
  if (!answer.ok) throw new Error(answer.refusal.code)
  // as it comes from a worker: nothing in it is the very thing that the case has
  const found = structuredClone(answer.value)
  expect(found.plan).toEqual(plan)
  const taken = takenBy(given, found)
  const told = found.limits.filter(({ period }) => period !== 1).map((limit) => explainLimit(limit, taken, words))
  expect(told.map((each) => [each.term, (each.terms ?? []).map(amount)])).toEqual([['People, 2027', [3, 4]], ['All money, 2027', [1_000, 1_000]], ['All money', [1_000, 2_000]]])
  for (const { terms: [used] = [] } of told) expect(used && sum(used)).toBe(used && amount(used))
})

it('who goes ahead and what differs close on their parts', () => {
  const goes = explainGoesAhead(plan, [{ candidateId: 'Tunnel', from: null, to: plan[1]! }], 5)
  expect([amount(goes), sum(goes), goes.note]).toEqual([2, 2, '3 of 5 stay out'])
  const { differences } = compareRoadmaps({ case: given, plan }, { case: given, plan: [{ candidateId: 'Bridge', variantId: 'v', start: 1 }] })
  for (const each of differences) for (const which of ['worth', 'cost'] as const) {
    const why = explainPlace(each, which, ['Record', 'This'], words)
    expect(sum(why)).toBe(amount(why))
  }
})

it('what more of a limit brings is what the value is with it less what it is without', () => {
  const answer = solveRoadmap(given, { seed: 1, effort: 400 })
  const limit = answer.ok ? answer.value.limits[0] : undefined
  if (!answer.ok || !limit) throw new Error('there is a limit')
  const more = { limit, step: 10, loosened: limit.constraint, gain: 50, atMost: 80 }
  for (const which of ['gain', 'atMost'] as const) expect(sum(explainMore(more, which, answer.value, words))).toBe(more[which])
})

it('a share of worlds says how many of how many', () => {
  const found = { candidateId: 'Bridge', share: 0.85, standing: 'borderline' } as const
  expect(explainShare(found, 20, words).terms?.map(amount)).toEqual([17, 20])
  expect(renderToStaticMarkup(<LocaleProvider locale="en-GB"><Standing {...{ found, words }} worlds={20} /></LocaleProvider>)).toMatch(/Borderline, <button[^>]*Why: Share of worlds with Bridge[^>]*>85%/)
})

it('every line of a comparison closes on what the initiatives are of it, on either side and in what changes', () => {
  // Bridge runs: stopping it costs 1 pound at once and takes 100 of the value. Then Tunnel goes ahead alone, a year later.
  const [bridge, tunnel] = given.candidates
  const of: RoadmapCase = { ...given, candidates: [{ ...bridge!, running: { exitCosts: [{ potId: 'all', amounts: [100] }], exitLoss: 100 } }, tunnel!] }
  const sides = [{ case: of, plan, name: 'Record' }, { case: of, plan: [{ candidateId: 'Tunnel', variantId: 'v', start: 1 }], name: 'This' }] as const
  const { from, to } = compareRoadmaps(sides[0], sides[1])
  const lines = [...linesOf([{ id: 'benefits', statement: 'Benefits' }], true, words), ...[0, 1].flatMap((at) => [lineAt('money', at, words), lineAt('people', at, words)])]
  for (const line of lines) {
    for (const [at, totals] of [from, to].entries()) expect([line.key, at, sum(explainSide(line, sides[at]!, totals, words))]).toEqual([line.key, at, amount(explainSide(line, sides[at]!, totals, words))])
    const change = explainChange(line, sides, [from, to], words)
    expect([line.key, sum(change)]).toEqual([line.key, amount(change)])
  }
  expect(explainSide(lines[2]!, sides[1], to, words).terms?.map(({ term }) => term)).toEqual(['Tunnel', 'Stopping what runs'])
})

it('what others could make of what one takes says how much that is', () => {
  const answer = solveRoadmap(given, { seed: 1, effort: 400 })
  const limit = answer.ok ? answer.value.limits[0] : undefined
  if (!limit) throw new Error('there is a limit')
  expect(amount(explainAtPrice('Bridge', { limit: { ...limit, price: 2 }, amount: 600, atPrice: 1_200 }, words))).toBe(1_200)
})
