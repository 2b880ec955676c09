import type { DeliverableDetail } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { DeliverablePage, type DeliverableActs } from './Page.tsx'

const at = '2026-06-01T08:00:00.000Z'
const explained = { metric: { status: 'ok' as const, value: 0.25 }, why: { term: 'Why', figure: { status: 'not_applicable' as const } } }
const said = { by: 'Cy', at, words: 'Seen' }
const criteria = [{ code: 'C1', says: 'Complete', measuredBy: 'Reading', threshold: 'No gap' }]
const none = { change: false, criteria: false, agree: false, methods: [], decide: false, rework: false, report: false, reopen: false, withdraw: false }
const handbook: DeliverableDetail = {
  id: 'd', version: 7, name: 'Handbook', about: 'How it is run', class: 'document', initiative: { id: 'b', name: 'Bridge' }, owner: { id: 'o', name: 'Ada' }, authors: [{ id: 'm', name: 'Bo' }], dueOn: '2026-06-01', late: true, state: 'planned', edition: 2, reviews: 1, open: 1, escaped: 1, acceptedOn: '2026-05-01', madeHours: 90,
  milestone: { id: 't', name: 'Go live' }, element: { key: 'T1', name: 'Log' }, objectives: [{ id: 'g', name: 'Fewer delays' }], withdrawn: null,
  editions: [{ no: 2, because: 'A page is wrong', openedBy: 'Cy', openedAt: at, criteria, agreed: null, acceptedOn: null }, { no: 1, because: '', openedBy: 'Ada', openedAt: at, criteria, agreed: { by: 'Cy', on: '2026-03-01' }, acceptedOn: '2026-05-01' }],
  reviewed: [{ id: 'r', edition: 1, method: 'inspection', on: '2026-04-01', by: 'Di', words: 'Read', looked: ['C1'], found: 1 }],
  defects: [{ id: 'f', no: 1, edition: 1, criterion: 'C1', severity: 'minor', foundOn: '2026-04-01', reviewId: 'r', escaped: false, words: 'A gap', by: 'Di', state: 'dismissed', dismissed: said, mayDismiss: false }, { id: 'e', no: 2, edition: 1, criterion: null, severity: 'major', foundOn: '2026-05-20', reviewId: null, escaped: true, words: 'A page is wrong', by: 'Ed', state: 'open', dismissed: null, mayDismiss: true }],
  reworked: [{ id: 'w', edition: 1, on: '2026-04-10', hours: 10, words: 'Written again', by: 'Bo', corrected: [1] }],
  decisions: [{ id: 'a', edition: 1, outcome: 'accepted_with_conditions', on: '2026-05-01', words: 'Fit but for a gap', by: 'Cy', conditions: [{ id: 'c', words: 'Close the gap', owner: { id: 'm', name: 'Bo' }, dueOn: '2026-05-10', overdue: true, covers: [1], met: null, mayMeet: false }, { id: 'n', words: 'Add a list', owner: { id: 'm', name: 'Bo' }, dueOn: '2026-05-10', overdue: false, covers: [], met: said, mayMeet: false }] }],
  figures: { escape: explained, firstPass: explained, rework: explained, rounds: 1, reworkHours: 10, before: 3, escaped: 1, unaccepted: 0, decided: 1, firstPassed: 0 }, may: none,
}
const never = () => Promise.reject(new Error('not here'))
const acts: DeliverableActs = { change: never, agree: never, review: never, report: never, rework: never, decide: never, meet: never, dismiss: never, reopen: never, withdraw: never }
const full = (value: DeliverableDetail): Reading<DeliverableDetail> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (reading: Reading<DeliverableDetail>, past = false) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><DeliverablePage {...{ reading, past, acts }} today="2026-06-15" members={[]} choices={{ milestones: [], elements: [] }} onChanging={() => undefined} discuss={null} /></LocaleProvider>)

describe('a deliverable', () => {
  it('loading, refused', () => {
    expect(show({ state: 'loading' })).toContain('Loading the deliverable')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not found', status: 404, code: 'not_found', detail: 'There is no deliverable.' }, again: () => undefined })).toContain('There is no deliverable.')
  })
  it('leads up to its objective and down to what was found; the acceptance before stands', () => {
    const html = show(full(handbook))
    for (const words of ['/strategy?objective=g', 'Its line of sight', 'an earlier edition was accepted on', 'Opened because: A page is wrong', 'agreed by Cy on', 'Escaped', 'no criterion covers it', 'Dismissed', 'Overdue', 'covers defect 1', 'Written again', 'Somebody who may change the initiative', 'T1: Log']) expect(html).toContain(words)
    for (const words of ['>Change<', 'It is met', 'Record a review']) expect(html).not.toContain(words)
  })
  it('offers what the reader may do, and nothing in the past', () => {
    const may = { change: true, criteria: true, agree: true, methods: ['peer' as const], decide: true, rework: true, report: true, reopen: true, withdraw: true }
    const decisions = handbook.decisions.map((one) => ({ ...one, conditions: one.conditions.map((condition) => ({ ...condition, mayMeet: condition.met === null })) }))
    const offered = ['>Change<', 'It is met', 'Dismiss defect 2', 'Record a review', 'Agree the criteria', 'Decide on it', 'Record rework', 'Report a defect', 'Open again', '>Withdraw<']
    for (const words of offered) expect(show(full({ ...handbook, decisions, may }))).toContain(words)
    for (const words of offered) expect(show(full({ ...handbook, decisions, may }), true)).not.toContain(words)
  })
})
