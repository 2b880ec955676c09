import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, partsOfPercent, percentOf, scaleToWhole, weightOf, whole } from './weights.ts'

describe('weights', () => {
  it('scale to exactly the whole, whatever they were', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 30_000 }), { minLength: 1, maxLength: 60 }), (parts) => {
      const scaled = scaleToWhole(parts)
      expect(scaled.reduce((sum, part) => sum + part, 0)).toBe(whole)
      expect(scaled).toHaveLength(parts.length)
    }))
  })
  // 1 : 1 : 1 of 10,000 is 3,334 + 3,333 + 3,333
  it('keep their proportions', () => {
    expect(scaleToWhole([1, 1, 1])).toEqual([3334, 3333, 3333])
    expect(scaleToWhole([2000, 6000])).toEqual([2500, 7500])
    expect(scaleToWhole([0, 0])).toEqual([5000, 5000])
    expect(scaleToWhole([])).toEqual([])
  })
  it('survive the way to a field and back', () => {
    fc.assert(fc.property(fc.nat({ max: whole }), (parts) => {
      expect(partsOfPercent(percentOf(parts))).toBe(parts)
      expect(partsOf(weightOf(parts))).toBe(parts)
    }))
  })
})
