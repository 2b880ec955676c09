import type { Communication, CommunicationPlan, Message, Stakeholder } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { CommunicationPage } from './Page.tsx'
import type { CommunicationActs } from './parts/forms.tsx'

const at = '2026-03-01T08:00:00.000Z'
const who: Stakeholder = { id: 's', version: 1, name: 'Works council', kind: 'group', account: null, note: 'Shifts', channel: 'meeting', detail: 'brief', language: 'de', optedOut: false, may: { change: true } }
const one: Communication = { id: 'c', version: 1, stakeholder: { id: 's', name: 'Works council' }, about: 'The new shifts', cadence: 'month', firstOn: '2026-01-31', owner: { id: 'o', name: 'Olga' }, initiative: null, due: { on: '2026-02-28', overdueDays: 10 }, toldOn: '2026-01-31', messages: 1, state: 'due', ended: null, may: { deliver: true } }
const message: Message = { id: 'm', version: 1, communicationId: 'c', stakeholder: one.stakeholder, about: 'The new shifts', on: '2026-01-31', channel: 'meeting', detail: 'brief', language: 'de', words: 'Es beginnt im April.', deliveredBy: 'Olga', deliveredAt: at, mail: null, answer: null, may: { answer: true } }
const plan: CommunicationPlan = { stakeholders: [who, { ...who, id: 't', name: 'Ministry', optedOut: true, may: { change: false } }], communications: [one], overdue: 1, messages: [message, { ...message, id: 'n', answer: { by: 'Council', at, words: 'We agree' } }], omitted: 0, unanswered: 1, mail: true }
const full = (value: CommunicationPlan): Reading<CommunicationPlan> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: CommunicationActs = { add: never, change: never, remove: never, plan: never, end: never, tell: never, answer: never, draft: never }
const show = (reading: Reading<CommunicationPlan>, mayEdit = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><CommunicationPage {...{ reading, mayEdit, acts }} members={[]} initiatives={{ found: [], total: 0, find: () => undefined }} today="2026-03-10" /></LocaleProvider>)

describe('communication', () => {
  it('empty, loading', () => {
    expect(show(full({ ...plan, stakeholders: [], communications: [], messages: [] }))).toContain('No stakeholder is written down')
    expect(show({ state: 'loading' })).toContain('Loading the communication plan')
  })
  it('partial: nothing is planned and nothing told', () => {
    const html = show(full({ ...plan, communications: [], messages: [] }))
    for (const said of ['Nothing is planned yet', 'Nothing was told yet']) expect(html).toContain(said)
  })
  it('full: what is overdue, how they want it, who opted out, what was told and what came back', () => {
    const html = show(full(plan))
    for (const said of ['Overdue by 10 days', 'Meeting, in brief, de', 'Nothing: opted out', 'Es beginnt im April.', 'We agree', 'Answer The new shifts', 'Tell Works council: The new shifts']) expect(html).toContain(said)
    expect(html).not.toContain('Change how Ministry is told')
    expect(show(full({ ...plan, messages: [{ ...message, mail: { state: 'failed', at } }] }))).toContain('Not sent: tell it again')
    expect(show(full(plan), false)).not.toMatch(/>(Add a stakeholder|Plan communication|Remove|End)</)
  })
})
