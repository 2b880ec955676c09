import { expect, it } from 'vitest'
import { exact, flexedMovement, movement, varianceOf } from './index.ts'

const calls = { counterfactual: exact('9.7'), direction: 'lower' as const, volume: exact('400000'), unitValue: exact('0.60') }

it('is what was better than the counterfactual: (9.7 − 8.2) × 400,000 × 0.60 = 360,000; restated to 8.5, 288,000', () => {
  expect([movement({ ...calls, actual: exact('8.2') }), movement({ ...calls, actual: exact('8.5') }), movement({ ...calls, actual: exact('9.8') })]).toEqual([360_000n, 288_000n, -24_000n])
})

it('in a band is how much nearer to it: 40 is 10 off, 33 is 3 off', () => {
  expect(movement({ actual: exact('33'), counterfactual: exact('40'), direction: { low: exact('20'), high: exact('30') }, volume: exact('1'), unitValue: exact('100') })).toBe(700n)
})

it('from plan to actual splits into rate, volume and price, and sums: 342,000 − 68,400 + 14,400 = 288,000', () => {
  const plan = { rate: exact('1.5'), volume: exact('380000'), unitValue: exact('0.60') }
  expect(varianceOf(plan, { rate: exact('1.2'), volume: exact('400000'), unitValue: exact('0.60') })).toEqual({ planned: 342_000n, rate: -68_400n, volume: 14_400n, price: 0n, actual: 288_000n })
})

it('of an account is what it would have shown at the volume and pay of the period: 12.9024 m less 12.55 m', () => {
  expect(flexedMovement({ planned: exact('12000000'), volumeFactor: exact('1.05'), payShare: exact('0.8'), payRise: exact('0.03'), actual: exact('12550000') })).toBe(352_400n)
})
