import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invertedMeasureChange } from './measures.ts'
import { measureChanges, type VersionMeasure } from './index.ts'

const measure = (id: string, more: Partial<VersionMeasure> = {}): VersionMeasure => ({ id, identity: id, name: id, definition: '', unit: 'count', target: null, dueOn: null, baseline: null, baselineOn: null, tolerance: null, low: null, high: null, ...more })

describe('what changed among the measures of an objective', () => {
  test('nothing of the same, in any order', () => {
    expect(measureChanges([measure('a'), measure('b')], [measure('b'), measure('a')])).toEqual([])
  })

  test('a measure is known by its id: another name or definition is a change of it, and replaces nothing', () => {
    const named = { id: 'a', name: 'Calls', unit: 'count' }
    expect(measureChanges([measure('a', { target: 8 })], [measure('a', { identity: 'calls', name: 'Calls', definition: 'Every call', target: 10, dueOn: '2027-03-31', low: 1, high: 2 })])).toEqual([
      { kind: 'target_changed', measure: named, from: 8, to: 10 },
      { kind: 'measure_changed', measure: named, field: 'name', from: 'a', to: 'Calls' },
      { kind: 'measure_changed', measure: named, field: 'definition', from: '', to: 'Every call' },
      { kind: 'measure_changed', measure: named, field: 'dueOn', from: null, to: '2027-03-31' },
      { kind: 'measure_changed', measure: named, field: 'low', from: null, to: 1 },
      { kind: 'measure_changed', measure: named, field: 'high', from: null, to: 2 },
    ])
  })

  test('what went and what came are told together, each by its name', () => {
    expect(measureChanges([measure('a'), measure('c')], [measure('b'), measure('c')])).toEqual([{ kind: 'measure_replaced', from: [{ id: 'a', name: 'a', unit: 'count' }], to: [{ id: 'b', name: 'b', unit: 'count' }] }])
    expect(measureChanges([], [measure('b')])).toMatchObject([{ kind: 'measure_replaced', from: [], to: [{ id: 'b' }] }])
  })

  test('law: the way back is the inverse of the way there, and applying what changed twice changes nothing', () => {
    const some = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), target: fc.option(fc.integer({ min: 0, max: 3 })), baseline: fc.option(fc.integer({ min: 0, max: 3 })), tolerance: fc.option(fc.integer({ min: 0, max: 3 })) }), { selector: ({ id }) => id }).map((all) => all.map(({ id, ...more }) => measure(id, more)))
    fc.assert(fc.property(some, some, (before, after) => {
      const there = measureChanges(before, after)
      expect(there.map((change) => invertedMeasureChange(change, ({ name }) => name))).toEqual(measureChanges(after, before))
      expect(measureChanges(after, after)).toEqual([])
      expect(measureChanges(before.toReversed(), after.toReversed())).toEqual(there)
    }))
  })
})
