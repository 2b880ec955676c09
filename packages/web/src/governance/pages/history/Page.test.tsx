import type { ActivityEntry } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { asked, filterOf, kindsOfRoom, type HistoryFilter } from './filter.ts'
import { HistoryPage } from './Page.tsx'

const entry: ActivityEntry = {
  id: '01900000-0000-7000-8000-000000000001', at: '2026-11-20T14:05:00.250Z', by: { id: '01900000-0000-7000-8000-0000000000bb', name: 'Anna Lindqvist' }, act: 'demand.change-initiative', why: 'Agreed at the November board', comment: null,
  subject: { room: 'demand', kind: 'initiative', id: '01900000-0000-7000-8000-0000000000aa', name: 'Bridge', place: '/demand/initiatives/01900000-0000-7000-8000-0000000000aa' },
  changes: [{ field: 'costMinor', before: '300000000', after: '400000000' }, { field: 'sponsor', before: null, after: 'Peter Novak' }, { field: 'rating', before: { scale: 'three_point', level: 'green' }, after: null }],
}
const full = (value: readonly ActivityEntry[], left = false, filter: HistoryFilter = {}): string => show({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined }, left, filter)
const show = (entries: Reading<readonly ActivityEntry[]>, left = false, filter: HistoryFilter = {}): string =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><HistoryPage {...{ entries, filter }} currency="GBP" acts={['demand.change-initiative', 'people.sign-in']} people={[entry.by]} more={{ left, busy: false, onMore: () => undefined }} onFilter={() => undefined} /></LocaleProvider>)
const textOf = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

describe('history', () => {
  it('empty: says what will be here, or that nothing fits', () => {
    expect(full([])).toContain('Nothing has been changed yet')
    expect(full([], false, { room: 'value' })).toContain('No change fits what you asked for.')
  })
  it('loading', () => expect(show({ state: 'loading' })).toContain('Loading the history'))
  it('refused', () => expect(show({ state: 'refused', problem: { type: '/problems#role_insufficient', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.'))
  it('full: says who changed what from what to what, and why', () => {
    const text = textOf(full([entry]))
    expect(text).toContain('Anna Lindqvist changed initiative Bridge: cost from £3m to £4m; sponsor to Peter Novak; rating from scale three point, level green to nothing, because “Agreed at the November board”')
    expect(text).not.toContain('Show older changes')
  })
  it('full: leads to the page as it was just before and after', () => {
    const html = full([entry])
    expect(html).toContain('href="/demand/initiatives/01900000-0000-7000-8000-0000000000aa?asOf=2026-11-20T14%3A05%3A00.249Z"')
    expect(html).toContain('href="/demand/initiatives/01900000-0000-7000-8000-0000000000aa?asOf=2026-11-20T14%3A05%3A00.251Z"')
    expect(full([{ ...entry, subject: { ...entry.subject, name: null, place: null } }])).not.toContain('asOf')
  })
  it('partial: offers the older changes', () => expect(full([entry], true)).toContain('Show older changes'))
  it('narrowed down: offers the acts of the room alone, and the way back to all', () => {
    const html = full([entry], false, { room: 'demand' })
    expect(html).toContain('Change initiative')
    expect(html).not.toContain('Sign in')
    expect(html).toContain('Show every change')
  })
})

describe('the filter', () => {
  it('stands in the address, and asks for whole days of the reader', () => {
    const filter = filterOf({ room: 'demand', from: '2026-11-01', to: '2026-11-02', asOf: 'x' })
    expect(filter).toEqual({ room: 'demand', from: '2026-11-01', to: '2026-11-02' })
    expect(asked(filter)).toEqual({ room: 'demand', from: new Date(2026, 10, 1).toISOString(), until: new Date(2026, 10, 3).toISOString() })
    expect(asked({ of: 'x', from: 'nonsense' })).toEqual({ entityId: 'x' })
  })
  it('knows the kinds of each room', () => {
    expect(kindsOfRoom('value')).toEqual(['value_entry'])
    expect(kindsOfRoom(undefined)).toContain('member')
  })
})
