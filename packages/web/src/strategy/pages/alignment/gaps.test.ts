import fc from 'fast-check'
import { expect, it } from 'vitest'
import { axisEnd, barsOf, gapsOf, gapsOfUnit, movesOf, ticksTo } from './gaps.ts'
import { fullAlignment } from './fixture.ts'

it('stands the objective first that is furthest from its weight', () => {
  expect(gapsOf(fullAlignment).map(({ statement }) => statement)).toEqual(['Gigabit everywhere', 'Clean rivers', 'Good employer', 'Serves no objective'])
})

it('names a unit’s objectives after the whole, and keeps its own weights', () => {
  const [first] = gapsOfUnit({ shares: [{ objectiveId: null, stated: 0, revealed: 0.2 }, { objectiveId: 'ob1', stated: 1, revealed: 0.8 }] }, fullAlignment, 'None')
  expect(first).toMatchObject({ gap: expect.closeTo(-0.2, 12) as number, statement: 'Gigabit everywhere' })
})

it('prints few places and never an end below a tenth', () => {
  expect([axisEnd([]), ticksTo(0.1), ticksTo(0.5), ticksTo(1).length]).toEqual([0.1, [0, 0.05, 0.1], [0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5], 6])
})

it('law: every share lies on the axis, and what is too much is what is too little', () => {
  const shares = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 12 }).map((pairs) => {
    const [stated, revealed] = [pairs.reduce((sum, [each]) => sum + each, 0), pairs.reduce((sum, [, each]) => sum + each, 0)]
    return pairs.map(([w, m], at) => ({ objectiveId: `o${at}`, statement: `o${at}`, perspective: null, initiatives: 1, stated: w / stated, revealed: m / revealed, why: { term: '', figure: { status: 'not_applicable' as const } } }))
  })
  fc.assert(fc.property(shares, (drawn) => {
    const gaps = gapsOf({ shares: drawn })
    const end = axisEnd(gaps)
    for (const { stated, revealed } of gaps) expect(Math.max(stated, revealed)).toBeLessThanOrEqual(end + 1e-9)
    expect(gaps.reduce((sum, { gap }) => sum + gap, 0)).toBeCloseTo(0, 9)
    const { from, to } = movesOf(gaps, 99)
    expect([from.every(({ gap }) => gap > 0), to.every(({ gap }) => gap < 0)]).toEqual([true, true])
  }), { numRuns: 40 })
})

it('draws units in one order, with nothing where they give and state nothing', () => {
  expect(barsOf({ shares: [{ objectiveId: 'ob2', stated: 0.1, revealed: 0.4 }] }, ['ob1', 'ob2', null]).map(({ gap }) => Number(gap.toFixed(2)))).toEqual([0, 0.3, 0])
})
