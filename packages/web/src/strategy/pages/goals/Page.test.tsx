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
const list: GoalList = { goals: [goal('a', 'Sound goal'), graded, goal('c', 'Improve quality', { owner: null, by: null, smart: smart('specific', 'measurable', 'timed') })], passed: letters.map((letter) => ({ letter, count: 2 })) }
const show = (reading: Reading<GoalList>) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><GoalsPage reading={reading} /></LocaleProvider>)
const full = (value: GoalList): Reading<GoalList> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })

describe('goals', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ goals: [], passed: [] }))).toContain('There are no objectives yet')
    expect(show({ state: 'loading' })).toContain('Loading goals')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: what there is to mend, the most first, and grades with what is expected', () => {
    const html = show(full(list))
    for (const words of ['2 of 3 objectives pass all five', 'Not specific, measurable, timed', 'Not timed.', 'Committed: 1 is expected', '>0.5<', '0.4 to 0.7', 'no grade']) expect(html).toContain(words)
    expect(html.indexOf('Improve quality')).toBeLessThan(html.indexOf('Sound goal'))
  })
  it('without key results it says how they come about', () => expect(show(full({ ...list, goals: list.goals.slice(0, 1) }))).toContain('No measure is a key result'))
})
