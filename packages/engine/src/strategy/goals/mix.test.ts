import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureMix, mostLeading, type MixedMeasure } from './index.ts'

const measure = (name: string, tellsOf: MixedMeasure['tellsOf'], leading = false): MixedMeasure => ({ name, tellsOf, leading })
const codes = (...measures: readonly MixedMeasure[]) => measureMix(measures).warnings.map(({ code }) => code)

describe('what the measures of an objective tell of', () => {
  test('outputs and activities alone are warned of, by name; one outcome is enough', () => {
    expect(measureMix([measure('Kilometres', 'output'), measure('Inspections', 'activity')])).toEqual({ outcome: 0, output: 1, activity: 1, unsaid: 0, leading: 0, warnings: [{ code: 'no_outcome', words: 'Only what is done or yielded is measured, by Kilometres, Inspections; expected at least 1 measure of an outcome, or nobody can tell what became of it.' }] })
    expect(codes(measure('Kilometres', 'output'), measure('Injuries', 'outcome'))).toEqual([])
  })

  test('what nobody said is not taken for an outcome, nor for the lack of one', () => {
    expect(codes(measure('Kilometres', 'output'), measure('Injuries', null))).toEqual(['nobody_said'])
    expect(codes(measure('Kilometres', null), measure('Injuries', 'outcome'))).toEqual([])
  })

  test('three leading ones are few enough, a fourth is not; without measures there is nothing to warn of', () => {
    const leading = ['a', 'b', 'c', 'd'].map((name) => measure(name, 'outcome', true))
    expect([codes(...leading.slice(0, mostLeading)), codes(...leading), codes()]).toEqual([[], ['many_leading'], []])
  })

  test('law: each measure counts once, and another outcome never adds a warning of a missing one', () => {
    fc.assert(fc.property(fc.array(fc.record({ name: fc.string(), tellsOf: fc.constantFrom<MixedMeasure['tellsOf'][]>('outcome', 'output', 'activity', null), leading: fc.boolean() })), (measures) => {
      const { outcome, output, activity, unsaid } = measureMix(measures)
      expect(outcome + output + activity + unsaid).toBe(measures.length)
      expect(codes(...measures, measure('one more', 'outcome')).filter((code) => code !== 'many_leading')).toEqual([])
      expect(measureMix(measures.toReversed()).warnings.map(({ code }) => code)).toEqual(codes(...measures))
    }))
  })
})
