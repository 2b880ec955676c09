import { describe, expect, test } from 'vitest'
import type { CausalLink, MeasureFacts } from '@throughline/engine/strategy'
import { evidenceOf } from './series.ts'

const swing = [3, 9, 4, 12, 2, 11, 5, 14, 6, 16, 1, 13]
const measure = (objectiveId: string, direction: MeasureFacts['direction'], values: readonly number[]): MeasureFacts => ({
  id: objectiveId, objectiveId, name: objectiveId, unit: 'count', direction, aggregation: 'stock', frequency: 'month', maxAgeDays: 40, dueAfterDays: 10, course: { kind: 'linear' },
  baseline: 10, baselineOn: '2025-01-01', target: 8, dueOn: '2026-12-31', tolerance: null,
  actuals: values.map((value, month) => ({ id: String(month), on: `2025-${String(month + 1).padStart(2, '0')}-15`, value, source: 'a count', state: 'approved' })),
})
const link = (polarity: CausalLink['polarity']): CausalLink => ({ id: 'l', from: 'skill', to: 'defects', polarity, lag: 0 })
const higher = measure('skill', { kind: 'higher' }, swing)

describe('what data say of a link', () => {
  test('fewer defects are more of what is wanted', () => {
    const fewer = measure('defects', { kind: 'lower' }, swing.map((value) => 100 - value))
    expect(evidenceOf(link(1), [higher, fewer]).state).toBe('supported')
    expect(evidenceOf(link(-1), [higher, fewer]).state).toBe('contradicted')
  })

  test('nearer to a level is more of what is wanted', () => {
    const level = measure('defects', { kind: 'maintain', at: 0 }, swing.map((value, month) => (month % 3 === 0 ? -1 : 1) * (100 - value)))
    expect(evidenceOf(link(1), [higher, level]).state).toBe('supported')
  })
})
