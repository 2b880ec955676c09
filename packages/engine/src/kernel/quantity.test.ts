import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal } from './decimal.ts'
import { addQuantity, units, type Quantity } from './quantity.ts'

const days = fc.record({ scaled: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), digits: fc.integer({ min: 0, max: 6 }), unit: fc.constant('day' as const) })

describe('quantities', () => {
  it('add at the finer of two scales', () => {
    // 1.5 days and 0.25 days are 1.75 days
    const sum = addQuantity({ scaled: 15n, digits: 1, unit: 'day' }, { scaled: 25n, digits: 2, unit: 'day' })
    expect([formatDecimal(sum.scaled, sum.digits), sum.unit]).toEqual(['1.75', 'day'])
  })

  it('add in any order to the same quantity', () => {
    fc.assert(fc.property(days, days, (a, b) => void expect(addQuantity(a, b)).toEqual(addQuantity(b, a))))
  })

  it('lose nothing: adding and taking away leaves the value', () => {
    const atScale = (quantity: Quantity, digits: number): bigint => quantity.scaled * 10n ** BigInt(digits - quantity.digits)
    fc.assert(
      fc.property(days, days, (a, b) => {
        const back = addQuantity(addQuantity(a, b), { ...b, scaled: -b.scaled })
        expect(back.scaled).toBe(atScale(a, back.digits))
      }),
    )
  })

  it('keep per cent apart from percentage points', () => {
    expect(() => addQuantity({ scaled: 5n, digits: 0, unit: 'percent' }, { scaled: 5n, digits: 0, unit: 'percentage_point' })).toThrow('percentage_point')
    expect(units.percent.dimension).not.toBe(units.percentage_point.dimension)
  })
})
