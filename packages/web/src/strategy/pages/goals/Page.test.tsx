import type { GoalCheck, GoalList, SmartVerdict } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { GoalsPage } from './Page.tsx'

const letters = ['specific', 'measurable', 'attainable', 'relevant', 'timed'] as const
const smart = (...failed: readonly SmartVerdict['letter'][]): SmartVerdict[] => letters.map((letter) => ({ letter, passed: !failed.includes(letter), reasons: failed.includes(letter) ? [`Not ${letter}.`] : [] }))
const goal = (objectiveId: string, statement: string, more: Partial<GoalCheck> = {}): GoalCheck => ({ objectiveId, statement, perspectiveId: 'p', owner: 'Ada', deadline: null, by: { id: 'm', name: 'Waiting' }, smart: smart(), keyResults: [], grade: null, band: null, ...more })
const graded = goal('b', 'Answer sooner', { keyResults: [{ measureId: 'm', name: 'Minutes', kind: 'committed', weight: 3, grade: { status: 'ok', value: 0.5 }, band: 'middle', expected: 1 }, { measureId: 'n', name: 'Calls', kind: 'aspirational', weight: 1, grade: { status: 'undefined', reason: 'NO_ACTUALS' }, band: null, expected: 0.7 }], grade: { metric: { status: 'ok', value: 0.5 }, why: { term: 'Grade', figure: { status: 'ok', value: { kind: 'number', value: 0.5, unit: 'ratio' } } } }, band: 'middle' })
const list: GoalList = { goals: [goal('a', 'Sound goal'), graded, goal('c', 'Improve quality', { owner: null, by: null, smart: smart('specific', 'measurable', 'timed') })], passed: letters.map((letter) => ({ letter, count: 2 })), moved: [], mixes: [] }
const show = (reading: Reading<GoalList>) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><GoalsPage reading={reading} /></LocaleProvider>)
const full = (value: GoalList): Reading<GoalList> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })

describe('goals', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ goals: [], passed: [], moved: [], mixes: [] }))).toContain('There are no objectives yet')
    expect(show({ state: 'loading' })).toContain('Loading goals')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: what there is to mend, the most first, and grades with what is expected', () => {
    const html = show(full(list))
    for (const words of ['2 of 3 objectives pass all five', 'Not specific, measurable, timed', 'Not timed.', 'Committed: 1 is expected', '>0.5<', '0.4 to 0.7', 'no grade']) expect(html).toContain(words)
    expect(html.indexOf('Improve quality')).toBeLessThan(html.indexOf('Sound goal'))
  })
  it('without key results it says how they come about', () => expect(show(full({ ...list, goals: list.goals.slice(0, 1) }))).toContain('No measure is a key result'))
  it('tells of targets that moved, how far they are from the first, and why', () => {
    const share = (value: number) => ({ metric: { status: 'ok' as const, value }, why: { term: 'Drift', figure: { status: 'ok' as const, value: { kind: 'number' as const, value, unit: 'ratio' as const } } } })
    const move = { from: 100, to: 88, on: '2026-05-01', share: share(-0.12), beyond: true, because: { kind: 'error' as const, words: 'Counted twice' } }
    const html = show(full({ ...list, moved: [{ measureId: 'm', measure: 'Waiting', objectiveId: 'a', unit: 'count', first: 100, firstOn: '2026-01-01', now: 88, leeway: 0.05, drift: share(-0.12), beyond: true, moves: [move, { ...move, on: '2026-06-01', because: null }] }] }))
    for (const words of ['1 target is no longer what was first agreed; 1 beyond the leeway.', '−12%', 'Beyond 5%', 'A mistake put right: Counted twice', 'No reason given']) expect(html).toContain(words)
    expect(show(full(list))).toContain('No target is another')
  })
  it('warns where only outputs are measured, of units as well', () => {
    const mix = { objectiveId: 'a', statement: 'Sound goal', strategy: { id: 'h', name: 'Highways' }, outcome: 0, output: 2, activity: 0, unsaid: 0, leading: 0, warnings: [{ code: 'no_outcome' as const, words: 'Only what is yielded is measured.' }] }
    const html = show(full({ ...list, mixes: [mix, { ...mix, objectiveId: 'b', strategy: null, outcome: 1, warnings: [] }] }))
    for (const words of ['1 objective has a warning; of 1 only what is done or yielded is measured.', 'Only what is yielded is measured.', 'Highways', 'href="/strategy/goals/a"']) expect(html).toContain(words)
  })
})
