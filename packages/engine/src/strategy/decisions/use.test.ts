import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ukFiscalCalendar } from '../../kernel/index.ts'
import { objectiveUse, type DecisionFacts } from './index.ts'

const on = (day: string, keys: readonly string[] = [], unitIds: readonly string[] = []): DecisionFacts => ({ on: day, keys, unitIds })

describe('objectives as reasons of decisions', () => {
  test('of five decisions of which two cite an objective the share is two fifths, of four there is none', () => {
    const decisions = [on('2026-04-01', ['safe']), on('2026-05-01', ['safe', 'clean']), on('2026-06-30'), on('2026-07-01'), on('2026-03-31')]
    const { all, objectives } = objectiveUse(decisions, ukFiscalCalendar)
    expect([all.decisions, all.citing, all.share.metric, all.share.why.formula]).toEqual([5, 2, { status: 'ok', value: 0.4 }, 'objective-use'])
    expect(objectiveUse(decisions.slice(1), ukFiscalCalendar).all.share.metric).toEqual({ status: 'undefined', reason: 'INSUFFICIENT_POINTS' })
    expect(objectives).toEqual([{ key: 'safe', decisions: 2 }, { key: 'clean', decisions: 1 }])
  })

  test('the trend goes by quarters of the fiscal year: the last of March is the fourth of the year before', () => {
    const { periods } = objectiveUse([on('2026-07-01'), on('2026-04-01'), on('2026-06-30'), on('2026-03-31')], ukFiscalCalendar)
    expect(periods.map(({ label, decisions }) => [label, decisions])).toEqual([['Q4 2025-26', 1], ['Q1 2026-27', 2], ['Q2 2026-27', 1]])
  })

  test('a decision counts in each unit that it moved; coaching is for a unit of five decisions of which fewer than half cite', () => {
    const roads = Array.from({ length: 5 }, (_, at) => on('2026-04-01', at < 2 ? ['safe'] : [], at === 0 ? ['roads', 'rivers', 'roads'] : ['roads']))
    const { units } = objectiveUse([...roads, on('2026-04-02')], ukFiscalCalendar)
    expect(units.map(({ unitId, decisions, citing, coaching }) => [unitId, decisions, citing, coaching])).toEqual([['roads', 5, 2, true], [null, 1, 0, false], ['rivers', 1, 1, false]])
  })

  test('law: periods sum to all, no share is told of fewer than five, and the order of decisions changes nothing', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10))
    const drawn = fc.array(fc.record({ on: day, keys: fc.subarray(['a', 'b']), unitIds: fc.subarray(['x', 'y']) }), { maxLength: 30 })
    fc.assert(fc.property(drawn, (decisions) => {
      const use = objectiveUse(decisions, ukFiscalCalendar)
      expect(use.periods.reduce((sum, one) => sum + one.decisions, 0)).toBe(use.all.decisions)
      expect(use.periods.reduce((sum, one) => sum + one.citing, 0)).toBe(use.all.citing)
      for (const one of [use.all, ...use.periods, ...use.units]) expect(one.share.metric.status).toBe(one.decisions < 5 ? 'undefined' : 'ok')
      expect(objectiveUse(decisions.toReversed(), ukFiscalCalendar)).toEqual(use)
    }))
  })
})
