import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beyondLeeway, targetDrift, type AgreedTarget } from './index.ts'

const agreed = (...values: readonly number[]): readonly AgreedTarget[] => values.map((value, at) => ({ value, since: `2026-0${at + 1}-01`, because: null }))

describe('drift of a target', () => {
  test('three moves of −4 % are each within a leeway of 5 %, and together beyond it', () => {
    const drift = targetDrift(agreed(100, 96, 92.16, 88.4736), 0.05)
    expect(drift?.moves.map(({ beyond }) => beyond)).toEqual([false, false, false])
    expect(drift?.beyond).toBe(true)
    expect(drift?.drift.metric).toMatchObject({ status: 'ok', value: expect.closeTo(-0.115264, 12) as number })
  })

  test('there and back again is no drift, but two moves', () => {
    const drift = targetDrift(agreed(100, 80, 100), 0.05)
    expect([drift?.beyond, drift?.moves.map(({ beyond }) => beyond)]).toEqual([false, [true, true]])
  })

  test('the same target agreed again is no move, none at all has no drift, and one of zero has no share', () => {
    expect(targetDrift(agreed(5, 5, 5), 0)?.moves).toEqual([])
    expect(targetDrift([], 0.05)).toBeUndefined()
    const zero = targetDrift(agreed(0, 1), 0.05)
    expect([zero?.drift.metric, zero?.beyond]).toEqual([{ status: 'undefined', reason: 'DIV_BY_ZERO' }, true])
  })

  test('a negative target moves by its size: −10 to −11 is a tenth down', () => expect(targetDrift(agreed(-10, -11), null)?.drift.metric).toEqual({ status: 'ok', value: -0.1 }))

  test('law: within the leeway exactly when the way is no longer than that share, and never beyond without one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 0, max: 100 }), (from, to, hundredths) => {
      expect(beyondLeeway(from, to, hundredths / 100)).toBe(Math.abs(to - from) * 100 > from * hundredths)
      expect(beyondLeeway(from, to, null)).toBe(false)
    }))
  })
})
