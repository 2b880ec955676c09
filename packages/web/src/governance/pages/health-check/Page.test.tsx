import type { HealthCheckDetail, Recommendation } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { RecommendationActs } from '../../parts/recommendation-forms.tsx'
import { HealthCheckPage } from './Page.tsx'
import type { ReviewActs } from './parts/review-forms.tsx'

const at = '2026-03-01T08:00:00.000Z'
const count = (term: string, value: number) => ({ term, figure: { status: 'ok' as const, value: { kind: 'number' as const, value, unit: 'count' as const } } })
const recommendation: Recommendation = {
  id: 'r', version: 1, checkId: 'c', initiative: { id: 'i', name: 'Bridge' }, area: 'money', words: 'Close the gap', class: 'do_now', owner: { id: 'o', name: 'Ora' }, by: 'Rae', state: 'open', dueOn: '2026-03-01', reportedOn: '2026-03-01', ageDays: 20, overdueDays: { status: 'ok', value: 20 }, outcome: null, recheck: null, withdrawn: null,
  may: { answer: true, recheck: false, withdraw: false },
}
const check: HealthCheckDetail = {
  id: 'c', version: 3, initiative: { id: 'i', name: 'Bridge' }, tier: 'light', phase: 'under_way', scale: 'five_point', state: 'booked', plannedOn: '2026-03-01', purpose: 'Before the gate', reviewers: [{ id: 'rae', name: 'Rae' }], bookedBy: 'Ada', bookedAt: at, calledOff: null, reported: null, areas: { judged: 1, all: 2 }, open: 0, move: null,
  questions: [{ id: 'money-2', area: 'money', text: 'What will it cost?' }, { id: 'people-1', area: 'people', text: 'Are they there?' }], judged: [{ area: 'money', level: 'amber_red', words: 'It is short', evidence: [{ kind: 'interview', words: 'The sponsor' }], by: 'Rae', at }], reasons: [], profile: [{ level: 'green', areas: 0 }, { level: 'amber_red', areas: 1 }], unjudged: ['people'],
  confidence: count('Delivery confidence', 0), indicators: [{ area: 'money', notable: true, why: count('Cost over its whole life', 7) }], indicatorsOn: '2026-03-01', recommendations: [], earlier: null, may: { judge: true, callOff: true },
}
const reported: HealthCheckDetail = { ...check, state: 'reported', reported: { by: 'Rae', at, level: 'red', words: 'In doubt' }, reasons: [{ words: 'The money', evidence: [{ kind: 'document', words: 'Forecast' }] }], move: 'not_comparable', earlier: { id: 'b', on: '2025-03-01', scale: 'three_point', level: 'green' }, recommendations: [recommendation], may: { judge: false, callOff: false } }
const full = (value: HealthCheckDetail): Reading<HealthCheckDetail> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: ReviewActs & RecommendationActs = { judge: never, recommend: never, report: never, callOff: never, answer: never, recheck: never, withdraw: never, give: never }
const show = (reading: Reading<HealthCheckDetail>, past = false) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><HealthCheckPage {...{ reading, past, acts }} canEdit={!past} members={[]} discuss="Discuss" /></LocaleProvider>)

describe('a health check', () => {
  it('loading, refused', () => {
    expect(show({ state: 'loading' })).toContain('Loading the health check')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not found', status: 404, code: 'not_found', detail: 'Found no health check.' }, again: () => undefined })).toContain('Found no health check.')
  })
  it('booked: questions beside what the records say, what was judged on which evidence, and what is left', () => {
    const html = show(full(check))
    for (const said of ['What will it cost?', 'Cost over its whole life', 'look at it', 'Amber/Red', 'Interview: The sponsor', 'not judged: People', 'The records say nothing about this', 'Judge again', 'Call off']) expect(html).toContain(said)
    expect(html).toMatch(/<button[^>]*disabled[^>]*>.*?Give the report/s)
    expect(show(full(check), true)).not.toMatch(/Judge again|Call off|Give the report/)
  })
  it('reported: what was judged with its reasons, the scale that cannot be compared, and what is late', () => {
    const html = show(full(reported))
    for (const said of ['In doubt', 'Document: Forecast', 'Not comparable: another scale before', 'Open, overdue', 'Close the gap', 'It is done: Close the gap']) expect(html).toContain(said)
    expect(html).not.toContain('Give the report')
  })
})
