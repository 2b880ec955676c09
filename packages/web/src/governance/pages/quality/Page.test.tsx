import type { Deliverable, QualityRecord } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { QualityPage } from './Page.tsx'
import { linesOf } from './parts/QualityCharts.tsx'

const explained = (value: number | null) => ({ metric: value === null ? { status: 'undefined' as const, reason: 'DIV_BY_ZERO' as const } : { status: 'ok' as const, value }, why: { term: 'Why', figure: { status: 'not_applicable' as const } } })
const figures = { escape: explained(0.2), firstPass: explained(0.5), rework: explained(null), rounds: 1, reworkHours: 10, before: 4, escaped: 1, unaccepted: 2, decided: 2, firstPassed: 1 }
const chart = { kind: 'u' as const, mean: { status: 'ok' as const, value: 2 }, why: explained(1).why, points: [{ month: '2026-01', value: 2, upper: 5, lower: 0, rule: null, reading: null }, { month: '2026-02', value: null, upper: null, lower: null, rule: null, reading: null }, { month: '2026-03', value: 10, upper: 5, lower: 0, rule: 'outside_limits' as const, reading: 'neutral' as const }] }
const handbook: Deliverable = { id: 'd', version: 1, name: 'Handbook', class: 'document', initiative: { id: 'b', name: 'Bridge' }, owner: { id: 'o', name: 'Ada' }, authors: [{ id: 'm', name: 'Bo' }], dueOn: '2026-06-01', late: true, state: 'reviewed', edition: 2, reviews: 2, open: 1, escaped: 1, acceptedOn: null }
const all: QualityRecord = {
  on: '2026-06-15', initiative: null, figures: { ...figures, perReview: explained(2) }, byClass: [{ class: 'document', deliverables: 1, ...figures }], monthsBefore: 2, defectChart: chart, firstPassChart: { ...chart, kind: 'p', points: [] },
  months: [{ month: '2026-06', partial: true, reviews: 1, found: 2, escaped: 1, decided: 0, firstPassed: 0, perReview: { status: 'ok', value: 2 }, cohort: explained(null) }],
  deliverables: [handbook], from: 0, total: 150, all: 150, late: 1, conditions: [{ id: 'c', deliverable: { id: 'd', name: 'Handbook' }, initiative: { id: 'b', name: 'Bridge' }, words: 'Add the page', owner: { id: 'o', name: 'Ada' }, dueOn: '2026-06-01', overdue: true }], conditionsOmitted: 3,
}
const full = (value: QualityRecord): Reading<QualityRecord> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const nothing = () => undefined
const show = (reading: Reading<QualityRecord>, canEdit = true) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><QualityPage {...{ reading, canEdit }} today="2026-06-15" looked={{ initiative: undefined, state: undefined, search: '' }} onLook={nothing} onFrom={nothing} initiatives={{ found: [], total: 0, find: nothing }} members={[]} choices={{ milestones: [], elements: [] }} onChoose={nothing} onAdd={() => Promise.reject(new Error('not here'))} /></LocaleProvider>)

describe('quality reviews', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...all, all: 0 }))).toContain('List a deliverable')
    expect(show(full({ ...all, all: 0 }), false)).toContain('Somebody who may change initiatives lists the first.')
    expect(show({ state: 'loading' })).toContain('Loading the record of quality')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: nothing })).toContain('This needs the role viewer.')
  })
  it('full: figures, what is late, conditions, pages, and which chart is drawn', () => {
    const html = show(full(all))
    for (const words of ['1 of 5 defects of what was accepted', 'of 1 deliverable', '1 of 2 editions decided on', 'Overdue', '3 later ones are not listed', 'To be decided on', 'Late', 'edition 2', '1 to 1', 'u-chart', 'Change: outside the limits', 'No month that is over has a value.', 'not over yet', '2 earlier months are not listed']) expect(html).toContain(words)
    expect(show(full({ ...all, initiative: { id: 'b', name: 'Bridge' } }), false)).toContain('Its line of sight')
    expect(show(full(all), false)).not.toContain('List a deliverable')
  })
  it('a chart leaves months without a value open, and draws no limits where there are none', () => {
    const lines = linesOf(chart, 'Defects')
    expect(lines.map(({ key, points }) => [key, points.map(({ y }) => y)])).toEqual([['upper', [5, null, 5]], ['lower', [0, null, 0]], ['mean', [2, 2, 2]], ['values', [2, null, 10]]])
    expect(linesOf({ ...chart, points: chart.points.map((point) => ({ ...point, upper: null, lower: null })) }, 'Defects').map(({ key }) => key)).toEqual(['mean', 'values'])
  })
})
