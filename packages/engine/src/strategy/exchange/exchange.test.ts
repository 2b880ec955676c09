import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerDue, exchangeOf, signalStanding } from './index.ts'

describe('strategy exchange', () => {
  test('a signal is answered within fourteen days: on the day itself it is open, the day after overdue', () => {
    const dueOn = answerDue('2026-02-20')
    expect(dueOn).toBe('2026-03-06')
    expect(['2026-03-06', '2026-03-07'].map((today) => signalStanding({ unitId: 'a', dueOn, answered: false }, today))).toEqual(['open', 'overdue'])
    expect(signalStanding({ unitId: 'a', dueOn, answered: true }, '2027-01-01')).toBe('answered')
  })

  test('law: the counts of the units sum to those of all, in both directions', () => {
    const unitId = fc.constantFrom('a', 'b', 'c')
    const cascades = fc.array(fc.record({ unitId, versionId: fc.constant('v'), acknowledged: fc.boolean() }), { maxLength: 20 })
    const signals = fc.array(fc.record({ unitId, dueOn: fc.constantFrom('2026-01-01', '2026-06-01'), answered: fc.boolean() }), { maxLength: 20 })
    fc.assert(fc.property(cascades, signals, (down, up) => {
      const all = exchangeOf(down, up, '2026-03-01')
      const each = ['a', 'b', 'c'].map((unit) => exchangeOf(down, up, '2026-03-01', unit))
      const sum = (of: (counts: typeof all) => number): number => each.reduce((total, counts) => total + of(counts), 0)
      for (const of of [({ down: one }) => one.sent, ({ down: one }) => one.acknowledged, ({ up: one }) => one.sent, ({ up: one }) => one.answered, ({ up: one }) => one.overdue] satisfies ((counts: typeof all) => number)[]) expect(sum(of)).toBe(of(all))
      expect(all.up.answered + all.up.overdue).toBeLessThanOrEqual(all.up.sent)
    }))
  })
})
