import type { AgreedTarget } from '@throughline/engine/strategy'
import { describe, expect, it } from 'vitest'
import { firstStrategy } from '../first-strategy.ts'
import type { StoredStrategy } from '../store.ts'
import { presentGoals } from './present.ts'

const objective = (id: string, more: object = {}) => ({ id, stable_key: id, statement: `Cut waiting for ${id}`, perspective_id: 'p', owner: 'Ada', deadline: '2027-03-31', parent_key: null, ...more })
const measure = (id: string, objectiveId: string, more: object = {}) => ({
  id, objective_id: objectiveId, name: `Measure ${id}`, unit: 'minute', direction: 'lower', baseline: '10', baseline_on: '2026-03-31', target: '8', frequency: 'quarter', data_source: 'Call system', band_low: null, band_high: null, key_result: null, target_reason: '', leeway: null, benchmarks: [], plan: [], ...more,
})
const actual = (measureId: string, on: string, value: string) => ({ measure_id: measureId, on_date: on, value, state: 'approved' })
const goals = (objectives: readonly object[], measures: readonly object[], actuals: readonly object[] = [], targets: ReadonlyMap<string, readonly AgreedTarget[]> = new Map()) =>
  presentGoals({ ...firstStrategy('01890a5d-ac96-774b-bcce-b302099a8057'), objectives, measures, actuals } as unknown as StoredStrategy, targets, { startMonth: 1, startDay: 1, label: 'start' })
const vector = (list: ReturnType<typeof goals>): readonly string[] => list.goals.map(({ smart }) => smart.map(({ letter, passed }) => (passed ? letter[0]?.toUpperCase() : '-')).join(''))

describe('objectives as goals', () => {
  it('are checked by the measure that meets most, with the reasons of what fails', () => {
    const list = goals([objective('calls'), objective('post', { owner: null, deadline: '2027-03-30' })], [measure('vague', 'calls', { target: null }), measure('sharp', 'calls'), measure('m', 'post')], [actual('sharp', '2026-06-30', '7.5')])
    expect(vector(list)).toEqual(['SMART', '-M-R-'])
    expect(list.goals[0]?.by).toEqual({ id: 'sharp', name: 'Measure sharp' })
    expect(list.goals[1]?.smart.flatMap(({ reasons }) => reasons)).toEqual(['Nobody owns it.', 'Nothing is known of what was reached before, and nobody gave a reason.', 'The measure is taken each quarter, and 2027-03-30 is not the end of one.'])
    expect(list.passed.map(({ count }) => count)).toEqual([1, 2, 1, 2, 1])
  })

  it('a target beyond what was reached needs a reason, and peers count as reached', () => {
    const target = (more: object) => vector(goals([objective('a')], [measure('m', 'a', { target: '5', ...more })], [actual('m', '2026-06-30', '9')]))
    expect([target({}), target({ target_reason: 'The new system halves it' }), target({ benchmarks: [{ p25: '4', p50: '6', p75: '9' }] })]).toEqual([['SM-RT'], ['SMART'], ['SMART']])
  })

  it('are graded by key results: half of the way with weight 3, within the band with weight 1', () => {
    const results = [measure('way', 'a', { key_result: { kind: 'committed', weight: 3 } }), measure('band', 'a', { direction: 'range', band_low: '1', band_high: '2', key_result: { kind: 'aspirational', weight: 1 } }), measure('none', 'a')]
    const [goal] = goals([objective('a')], results, [actual('way', '2026-06-30', '9'), actual('band', '2026-03-31', '9'), actual('band', '2026-06-30', '1.5')]).goals
    expect(goal).toMatchObject({ grade: { metric: { status: 'ok', value: 0.625 }, why: { formula: 'key-result-grade' } }, band: 'middle', keyResults: [{ grade: { value: 0.5 }, band: 'middle', expected: 1 }, { grade: { value: 1 }, band: 'high', expected: 0.7 }] })
    expect(goals([objective('a')], [measure('m', 'a')]).goals[0]).toMatchObject({ grade: null, keyResults: [] })
    expect(goals([objective('a')], [measure('m', 'a', { target: null, key_result: { kind: 'committed', weight: 1 } })]).goals[0]).toMatchObject({ grade: { metric: { status: 'undefined' } }, band: null })
  })

  it('say which targets moved since they were first agreed, those beyond their leeway first', () => {
    const steps = (...values: readonly number[]) => values.map((value, at) => ({ value, since: `2026-0${at + 1}-01`, because: at === 0 ? null : { kind: 'error' as const, words: 'Counted twice' } }))
    const { moved } = goals([objective('a')], [measure('still', 'a'), measure('gone', 'a', { target: null }), measure('near', 'a', { leeway: '0.5' }), measure('far', 'a', { leeway: '0.05' })], [], new Map([['still', steps(8)], ['gone', steps(9, 8)], ['near', steps(10, 8)], ['far', steps(8, 7.75, 7.5)]]))
    expect(moved.map(({ measureId, beyond, moves }) => [measureId, beyond, moves.map((move) => move.beyond)])).toEqual([['far', true, [false, false]], ['near', false, [false]]])
    expect(moved[0]).toMatchObject({ first: 8, firstOn: '2026-01-01', now: 7.5, drift: { metric: { value: -0.0625 }, why: { formula: 'target-drift' } }, moves: [{ because: null }, {}].map(() => ({ because: { kind: 'error' } })) })
  })
})
