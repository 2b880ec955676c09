import { notificationReasons, type Notification, type NotificationChoices } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../ui/locale.tsx'
import type { Reading } from '../../wire/index.ts'
import { NotificationPanel, placeOf } from './NotificationPanel.tsx'
import { reasonChoices, toldWords } from './told.ts'

const subject = { room: 'strategy', kind: 'objective', id: '01900000-0000-7000-8000-0000000000aa', name: 'Faster decisions', place: '/strategy?objective=01900000-0000-7000-8000-0000000000aa' }
const told: Notification = { id: '01900000-0000-7000-8000-000000000001', reason: 'mention', by: 'Ada', subject, words: 'See this', act: null, commentId: '01900000-0000-7000-8000-000000000002', at: '2026-11-20T14:05:00Z', readAt: null }
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const choices = Object.fromEntries(notificationReasons.map((reason) => [reason, reason !== 'reply'])) as NotificationChoices
const show = (notifications: Reading<readonly Notification[]>, left = false): string =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><NotificationPanel {...{ notifications }} more={{ left, busy: false, onMore: () => undefined }} unreadOnly={false} choices={full(choices)} onUnreadOnly={() => undefined} onRead={() => undefined} onChoose={() => undefined} /></LocaleProvider>)

describe('notifications', () => {
  it('loading', () => expect(show({ state: 'loading' })).toContain('Loading your notifications'))
  it('refused', () => expect(show({ state: 'refused', problem: { type: '', title: 'The server does not answer', status: 503, code: 'unreachable', detail: 'Check the connection.' }, again: () => undefined })).toContain('Check the connection.'))
  it('empty: says when something will be here', () => expect(show(full([]))).toContain('when somebody mentions you'))
  it('full: who, why, about what, and whether it was read', () => {
    const html = show(full([told, { ...told, id: 'b', reason: 'job_failed', by: null, subject: null, commentId: null, act: 'demand.load-example', words: '', readAt: told.at }, { ...told, id: 'c', reason: 'followed_change', act: 'strategy.change-objective' }]))
    for (const words of ['Ada mentioned you', 'Faster decisions', 'See this', 'Mark as read', 'Did not finish: load example', 'Ada changed it']) expect(html).toContain(words)
    expect(html.split('visually-hidden">Unread').length).toBe(3)
  })
  it('partial: offers older ones', () => expect(show(full([told]), true)).toContain('Show older'))
  it('leads to the page, with the discussion open where something was said', () => {
    expect(placeOf(told)).toBe(`${subject.place}&discuss=objective.${subject.id}`)
    expect(placeOf({ ...told, commentId: null })).toBe(subject.place)
    expect(placeOf({ ...told, subject: null })).toBeUndefined()
  })
  it('says what was decided, and what became of an import', () => {
    const words = (reason: string, act: string) => toldWords({ reason, by: 'Ada', act })
    expect([words('proposal_to_decide', 'portfolio.propose-scenario'), words('approval_result', 'portfolio.approve-scenario'), words('approval_result', 'portfolio.reject-scenario')]).toEqual(['Ada asks you to decide', 'Ada approved it', 'Ada rejected it'])
    expect([words('import_finished', 'demand.apply-import'), words('import_undone', 'demand.undo-import')]).toEqual(['Import finished', 'Ada took back an import'])
  })
  it('has words for every reason', () => expect(Object.keys(reasonChoices).sort()).toEqual([...notificationReasons].sort()))
})
