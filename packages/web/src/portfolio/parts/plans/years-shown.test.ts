import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yearsShown } from './years-shown.ts'

const amounts = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2000, max: 2080 }), amount: fc.integer({ min: -50, max: 900 }) }), { selector: ({ year }) => year }).map((all) => all.map((one) => ({ ...one, label: String(one.year) })))

describe('years of plans in a chart', () => {
  it('are all there, one by one or added up, in as many places for each plan', () => {
    fc.assert(fc.property(fc.array(amounts, { minLength: 1, maxLength: 4 }), (plans) => {
      const { labels, values } = yearsShown(plans)
      expect(labels.length).toBeLessThanOrEqual(14)
      for (const [index, plan] of plans.entries()) {
        expect(values[index]).toHaveLength(labels.length)
        expect(values[index]?.reduce((sum, one) => sum + one, 0)).toBe(plan.reduce((sum, { amount }) => sum + amount, 0))
      }
    }))
  })

  it('stand where most is: 1 in 2000, 9 a year from 2030 to 2041, 1 in 2070', () => {
    const plan = [2000, ...Array.from({ length: 12 }, (_, offset) => 2030 + offset), 2070].map((year) => ({ year, label: String(year), amount: year === 2000 || year === 2070 ? 1 : 9 }))
    const { labels, values } = yearsShown([plan])
    expect([labels[0], labels[1], labels.at(-1)]).toEqual(['earlier', '2030', 'later'])
    expect(values[0]).toEqual([1, ...Array.from({ length: 12 }, () => 9), 1])
  })
})
