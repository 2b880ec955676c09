import { describe, expect, test } from 'vitest'
import { bandOf, checkSmart, gradeOf, objectiveGrade, type Goal, type KeyResult } from './index.ts'

const good: Goal = {
  statement: 'Cut average handling time from 10.0 to 8.5 minutes', owner: 'Ada', corporate: false, parent: 'in_force', deadline: '2027-03-31', horizonEnd: '2028-12-31',
  measure: { unit: 'minute', source: 'Call system', baseline: 10, baselineOn: '2026-03-31', target: 8.5, frequency: 'quarter', reached: { least: 8, greatest: 12 }, rationale: '' },
}
const measure = (change: Partial<NonNullable<Goal['measure']>>): Goal => ({ ...good, measure: good.measure && { ...good.measure, ...change } })
const years = { startMonth: 1, startDay: 1, label: 'start' } as const
const vector = (goal: Goal): string => checkSmart(goal, years).map(({ letter, passed }) => (passed ? letter[0]?.toUpperCase() : '-')).join('')

describe('SMART', () => {
  test.each<readonly [string, string, Goal]>([
    ['a good goal', 'SMART', good],
    ['improve quality', '--' + '-R-', { ...good, statement: 'Improve quality', owner: 'Ada', measure: null, deadline: null }],
    ['no owner', '-MART', { ...good, owner: null }],
    ['no unit', 'S-ART', measure({ unit: null })],
    ['no baseline', 'S-ART', measure({ baseline: null })],
    ['an undated baseline', 'S-ART', measure({ baselineOn: null })],
    ['no source', 'S-ART', measure({ source: ' ' })],
    ['no target', 'S--RT', measure({ target: null })],
    ['a target nobody ever reached', 'SM-RT', measure({ target: 5 })],
    ['the same with a reason', 'SMART', measure({ target: 5, rationale: 'The new system halves it' })],
    ['nothing known of before', 'SM-RT', measure({ reached: null })],
    ['no parent', 'SMA-T', { ...good, parent: null }],
    ['no parent, but corporate', 'SMART', { ...good, parent: null, corporate: true }],
    ['a retired parent', 'SMA-T', { ...good, parent: 'retired' }],
    ['no deadline', 'SMAR-', { ...good, deadline: null }],
    ['after the strategy ends', 'SMAR-', { ...good, deadline: '2029-03-31' }],
    ['between two quarters', 'SMAR-', { ...good, deadline: '2027-03-30' }],
    ['the leap day ends a month', 'SMART', { ...measure({ frequency: 'month' }), deadline: '2028-02-29' }],
    ['a year ends in December', 'SMAR-', measure({ frequency: 'year' })],
    ['taken at any time', 'SMART', { ...measure({ frequency: 'ad_hoc' }), deadline: '2027-02-11' }],
  ])('%s: %s', (_, expected, goal) => expect(vector(goal)).toBe(expected))

  test('a year ends where that of the organisation does, and so do its quarters', () => {
    const april = { startMonth: 4, startDay: 1, label: 'start' } as const
    const verdict = (deadline: string, frequency: 'quarter' | 'year') => checkSmart({ ...measure({ frequency }), deadline }, april)[4]
    expect([verdict('2027-03-31', 'year')?.passed, verdict('2026-12-31', 'quarter')?.passed]).toEqual([true, true])
    expect(verdict('2026-12-31', 'year')?.reasons).toEqual(['The measure is taken each fiscal year, and 2026-12-31 is not the end of one.'])
  })

  test('each failed verdict has its reasons', () => {
    for (const { passed, reasons } of checkSmart({ ...good, owner: null, measure: null, parent: null, deadline: null }, years)) expect(passed).toBe(reasons.length === 0)
    expect(checkSmart(measure({ target: 5 }), years)[2]?.reasons).toEqual(['The target 5 lies outside what was reached before, 8 to 12, and nobody gave a reason.'])
  })
})

describe('key results', () => {
  const way = (start: number, target: number, actual: number | null, weight = 1): KeyResult => ({ id: `${start}`, name: 'Features', kind: 'committed', weight, progress: { kind: 'way', start, target, actual } })
  const done = (it: boolean | null): KeyResult => ({ id: 'done', name: 'Licence', kind: 'aspirational', weight: 1, progress: { kind: 'done', done: it } })

  test('grades: 3 of 6 is a half, beyond is 1, the wrong way is 0, and done is 1', () => {
    expect([way(0, 6, 3), way(0, 6, 9), way(10, 8, 11), done(true), done(false)].map(gradeOf)).toEqual([0.5, 1, 0, 1, 0].map((value) => ({ status: 'ok', value })))
    expect([way(6, 6, 6), way(0, 6, null), done(null)].map((result) => gradeOf(result).status)).toEqual(['undefined', 'undefined', 'undefined'])
  })

  test('bands have no gaps', () => expect([0, 0.39, 0.4, 0.69, 0.7, 1].map(bandOf)).toEqual(['low', 'low', 'middle', 'middle', 'high', 'high']))

  test('the objective is the weighted mean of what is known, undefined under 70 %', () => {
    expect(objectiveGrade([way(0, 10, 5, 3), done(true)]).metric).toEqual({ status: 'ok', value: 0.625 })
    expect(objectiveGrade([way(0, 10, 5, 3), done(null)]).metric).toEqual({ status: 'ok', value: 0.5 })
    expect(objectiveGrade([way(0, 10, 5, 2), done(null)]).metric).toEqual({ status: 'undefined', reason: 'INSUFFICIENT_POINTS' })
    expect(objectiveGrade([done(null)]).metric).toEqual({ status: 'undefined', reason: 'NO_ACTUALS' })
    expect(objectiveGrade([]).metric).toEqual({ status: 'undefined', reason: 'NO_TARGET' })
  })
})
