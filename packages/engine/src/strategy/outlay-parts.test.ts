import fc from 'fast-check'
import { expect, test } from 'vitest'
import { known, numberFigure } from '../kernel/index.ts'
import { dividedOutlay, explainShare, spendersOf, type NamedOutlay } from './outlay-parts.ts'
import { revealedPriorities } from './revealed.ts'

const all = { mandatory: true, waived: true }
const outlay = (name: string, amount: number, contributions: Readonly<Record<string, number>>, more: Partial<NamedOutlay> = {}): NamedOutlay => ({
  initiativeId: name, name, unitId: null, amount, contributions: Object.entries(contributions).map(([objectiveId, contribution]) => ({ objectiveId, contribution })), mandatory: false, waived: false, ...more,
})

test('90 at 0.2 and 0.1 is 60 and 30; harm and objectives of elsewhere draw nothing', () => {
  const given = outlay('a', 90, { x: 0.2, y: 0.1, z: -1, elsewhere: 1 })
  expect(dividedOutlay(given, new Set(['x', 'y', 'z'])).map(({ objectiveId, amount }) => [objectiveId, amount])).toEqual([['x', expect.closeTo(60, 9)], ['y', expect.closeTo(30, 9)]])
  expect(dividedOutlay(outlay('b', 7, { z: -1 }), new Set(['z']))).toEqual([{ objectiveId: null, amount: 7 }])
})

test('who spends on an objective, the most first, by the way of counting', () => {
  const outlays = [outlay('small', 10, { x: 1 }), outlay('large', 90, { x: 0.5, y: 0.5 }), outlay('must', 500, { x: 1 }, { mandatory: true }), outlay('none', 5, {})]
  const spenders = spendersOf(new Set(['x', 'y']), outlays, { mandatory: false, waived: true })
  expect(spenders.get('x')?.map(({ name, amount }) => [name, amount])).toEqual([['large', 45], ['small', 10]])
  expect(spenders.get(null)?.map(({ name }) => name)).toEqual(['none'])
})

test('the explanation names the largest and counts the rest', () => {
  const spenders = Array.from({ length: 10 }, (_, at) => ({ name: `i${at}`, amount: 10 - at }))
  const why = explainShare({ id: 'x', statement: 'Growth', stated: 0.5, revealed: 0.25, amount: 55 }, 220, spenders, (amount) => numberFigure(amount, 'hour'))
  expect(why).toMatchObject({ term: 'Share of Growth', figure: known(numberFigure(0.25, 'ratio')), terms: [{ omitted: 2 }, { figure: known(numberFigure(220, 'hour')) }] })
  expect(why.terms?.[0]?.terms).toHaveLength(8)
})

test('law: the parts are the whole, and what spenders spend is the amount of each share', () => {
  const objectives = ['x', 'y', 'z'].map((id) => ({ id, statement: id, weight: 1 }))
  const ids = new Set(objectives.map(({ id }) => id))
  const drawn = fc.array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 3, maxLength: 3 })), { maxLength: 12 })
  fc.assert(fc.property(drawn, (rows) => {
    const outlays = rows.map(([amount, [x = 0, y = 0, z = 0]], at) => outlay(`i${at}`, amount, { x: x / 10, y: y / 10, z: z / 10 }))
    for (const each of outlays) expect(dividedOutlay(each, ids).reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(each.amount, 6)
    const spenders = spendersOf(ids, outlays, all)
    for (const { id, amount } of revealedPriorities(objectives, outlays, all).shares) expect((spenders.get(id) ?? []).reduce((sum, each) => sum + each.amount, 0)).toBeCloseTo(amount, 6)
  }), { numRuns: 50 })
})
