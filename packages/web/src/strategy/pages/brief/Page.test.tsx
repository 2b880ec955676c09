import type { Brief, BriefQuestion } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { BriefPage } from './Page.tsx'

const at = '2026-03-01T08:00:00.000Z'
const question = (no: number, more: Partial<BriefQuestion> = {}): BriefQuestion => ({ no, kind: 'serves', about: { id: 'b', name: 'Bridge' }, choices: [{ id: 's', name: 'Safe roads' }, { id: 'c', name: 'Clean rivers' }], answer: null, ...more })
const brief: Brief = {
  edition: 'e', version: { id: 'v', no: 3 }, stage: 'opened', deliveredAt: at, openedAt: at, answeredAt: null, earlier: [{ version: 2, deliveredAt: at, right: 2, asked: 3 }],
  goals: [{ key: 's', statement: 'Safe roads', description: 'Nobody dies', deadline: '2027-12-31', unit: null, measures: ['Deaths'] }, { key: 'u', statement: 'Mend bridges', description: '', deadline: null, unit: 'Highways', measures: [] }],
  questions: [question(1, { answer: { choice: 'c', right: 's', isRight: false, at } }), question(2, { kind: 'benefit_waits' })],
}
const full = (shown: Brief): Reading<Brief> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<Brief>, acts: { open: typeof never; answer: typeof never } | null = { open: never, answer: never }) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><BriefPage {...{ reading, acts }} /></LocaleProvider>)

describe('the strategy in brief', () => {
  it('not delivered, loading, refused', () => {
    expect(show(full({ ...brief, stage: 'none', questions: [], earlier: [] }))).toContain('Nothing was delivered to you')
    expect(show({ state: 'loading' })).toContain('Loading the brief')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('delivered: it is opened by a press, and says nothing of the goals before', () => {
    const html = show(full({ ...brief, stage: 'delivered', questions: [] }))
    expect(html).toContain('Open the brief')
    expect(html).not.toContain('Nobody dies')
  })
  it('opened: what was answered shows what is right and its line; the next is asked; earlier editions count no more', () => {
    const html = show(full(brief))
    for (const said of ['You said Clean rivers', '<strong>Safe roads</strong>', 'kind=objective&amp;id=s', '2 of 2: “Bridge” ends later than planned: which benefit waits for it?', 'by 31 Dec 2027 · measured by Deaths', 'Highways · no measure', '2 of 3 answered rightly']) expect(html).toContain(said)
  })
  it('of the past: nothing can be opened or answered', () => {
    expect(show(full(brief), null)).not.toContain('<form')
    expect(show(full({ ...brief, stage: 'delivered' }), null)).not.toContain('Open the brief')
  })
})
