import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known } from '../../kernel/index.ts'
import { balanceWarnings, measureWarnings, objectiveWarnings, type CardMeasure } from './index.ts'

describe('perspectives of a scorecard', () => {
  const codes = (...perspectives: readonly (readonly [weight: number, measures: number])[]) => [...balanceWarnings(perspectives.map(([weight, measures], at) => ({ id: `p${at}`, weight, measures })))].map(([id, warnings]) => `${id} ${warnings.map(({ code }) => code).join(' ')}`)

  test('less than 15 % of the weight, or nothing measured, is warned of; 15 % itself is enough', () => {
    // 14 of 100 is too little, 15 and 71 are not.
    expect(codes([14, 1], [15, 1], [71, 1])).toEqual(['p0 weighs_little'])
    expect(codes([0.15, 1], [0.85, 0])).toEqual(['p1 unmeasured'])
    expect(balanceWarnings([{ id: 'a', weight: 1, measures: 0 }, { id: 'b', weight: 7, measures: 1 }]).get('a')).toEqual([{ code: 'unmeasured', words: 'Nothing measures it.' }, { code: 'weighs_little', words: 'It holds 12.5% of the weight; expected at least 15%, or the scorecard leans to the others.' }])
  })

  test('where nobody has weighed anything no share is too small', () => expect(codes([0, 1], [0, 0])).toEqual(['p1 unmeasured']))

  test('law: the unit of weights says nothing, and of four that weigh alike none weighs too little', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(2)), { minLength: 1, maxLength: 6 }), fc.integer({ min: 2, max: 1000 }), (perspectives, factor) => {
      expect(codes(...perspectives.map(([weight, measures]) => [weight * factor, measures] as const))).toEqual(codes(...perspectives))
      expect(codes(...[1, 2, 3, 4].map(() => [factor, 1] as const))).toEqual([])
    }))
  })
})

test('an objective is warned of by what its measures tell of, and where it has none', () => {
  expect(objectiveWarnings([]).map(({ words }) => words)).toEqual(['Nothing measures it.'])
  expect(objectiveWarnings([{ name: 'Inspections', tellsOf: 'activity', leading: true }]).map(({ code }) => code)).toEqual(['no_outcome'])
  expect(objectiveWarnings([{ name: 'Injuries', tellsOf: 'outcome', leading: false }])).toEqual([])
})

describe('a measure of a scorecard', () => {
  const sound: CardMeasure = { measure: { unit: 'minute', source: 'Call system', baseline: 10, baselineOn: '2026-03-31', target: 8, frequency: 'quarter', reached: null, rationale: '' }, owner: 'Ada', everMeasured: true, due: { period: { from: '2026-04-01', to: '2026-07-01' }, metric: known(9), standing: 'known' }, dueAfterDays: 30, sameAs: [] }
  const words = (more: Partial<CardMeasure>) => measureWarnings({ ...sound, ...more }).map(({ words: said }) => said)

  test('that is agreed, owned and reported is in order', () => expect(words({})).toEqual([]))

  test('says each thing that it lacks, in the words of the check of goals', () => {
    expect(words({ measure: { ...sound.measure, target: null, baseline: null, source: ' ' }, owner: null })).toEqual(['The measure has no baseline.', 'The measure has no target.', 'Nobody said where the figures come from.', 'Nobody owns it.'])
  })

  test('is late with the days that matter; what is not due yet is no warning, nor what is never due', () => {
    const late = { ...sound.due!, standing: 'late' as const }
    expect([words({ due: late }), words({ due: late, everMeasured: false })]).toEqual([['Its report up to 2026-06-30 was due on 2026-07-31.'], ['Its report up to 2026-06-30 was due on 2026-07-31, and nothing was ever measured.']])
    expect([words({ due: { ...late, standing: 'not_due' } }), words({ due: null, everMeasured: false })]).toEqual([[], []])
  })

  test('of the same definition as another says which', () => expect(words({ sameAs: ['Calls', 'Contacts'] })).toEqual(['It is the same by definition as Calls, Contacts: one fact, whose movement is counted once.']))
})
