import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exact, exactText, movement, movementChange, type MovedIn } from './index.ts'

const made = (better: string, volume: string, unitValue: string): MovedIn['made'] => ({ better, volume, unitValue })

it('of a movement is rate, volume and value of a unit: 342,000 − 68,400 + 14,400 = 288,000', () => {
  const { parts, total } = movementChange({ periodId: '2026-09', movement: 342_000n, made: made('1.5', '380000', '0.60') }, { periodId: '2026-10', movement: 288_000n, made: made('1.2', '400000', '0.60') }, 'GBP.noncash')
  expect([parts.map(({ key, amount }) => [key, amount]), total.metric]).toEqual([[['rate', -68_400n], ['volume', 14_400n], ['price', 0n]], { status: 'ok', value: -54_000n }])
})

it('cannot be told without what either was made of, or once it was adjusted', () => {
  const now: MovedIn = { periodId: '2026-10', movement: 288_000n, made: made('1.2', '400000', '0.60') }
  expect(movementChange({ periodId: '2026-09', movement: 5n, made: undefined }, now, 'GBP.noncash')).toMatchObject({ parts: [], total: { metric: { status: 'missing', inputs: ['volume and value of a unit of 2026-09'] } } })
  expect(movementChange(now, { ...now, movement: 288_001n }, 'GBP.noncash')).toMatchObject({ parts: [], total: { metric: { status: 'undefined', reason: 'PARTS_DIFFER' } } })
})

it('sums to the difference of what was posted to the least unit, whatever was measured', () => {
  const decimal = (most: number) => fc.tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: 0, max: 6 })).map(([scaled, digits]) => exactText({ scaled: BigInt(scaled), digits }))
  const moved = fc.record({ better: decimal(1_000_000), volume: decimal(10_000_000), unitValue: decimal(100_000) }).map((of): MovedIn => ({ periodId: 'p', made: of, movement: movement({ actual: exact(of.better), counterfactual: exact('0'), direction: 'higher', volume: exact(of.volume), unitValue: exact(of.unitValue) }) }))
  fc.assert(fc.property(moved, moved, (before, now) => {
    const { parts, total } = movementChange(before, now, 'hour')
    expect(parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(now.movement - before.movement)
    expect(total.metric).toEqual({ status: 'ok', value: now.movement - before.movement })
  }), { numRuns: 500 })
})
