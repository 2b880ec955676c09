import type { ActDone, ActivityEntry } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ChangedThings } from '../../discussion/Happenings.tsx'
import { asked, filterOf, kindsOfRoom, type HistoryFilter } from './filter.ts'
import { HistoryPage } from './Page.tsx'

const entry: ActivityEntry = {
  id: '01900000-0000-7000-8000-000000000001', at: '2026-11-20T14:05:00.250Z', by: { id: '01900000-0000-7000-8000-0000000000bb', name: 'Anna Lindqvist' }, act: 'demand.change-initiative', why: 'Agreed at the November board', comment: null,
  subject: { room: 'demand', kind: 'initiative', id: '01900000-0000-7000-8000-0000000000aa', name: 'Bridge', place: '/demand/initiatives/01900000-0000-7000-8000-0000000000aa' },
  changes: [{ field: 'costMinor', before: '300000000', after: '400000000' }, { field: 'sponsor', before: null, after: 'Peter Novak' }, { field: 'rating', before: { scale: 'three_point', level: 'green' }, after: null }],
}
const session: ActivityEntry = { ...entry, id: '01900000-0000-7000-8000-000000000002', act: 'people.sign-in', why: null, subject: { room: 'people', kind: 'session', id: 's', name: null, place: null }, changes: [{ field: 'accountId', before: null, after: '01900000-0000-7000-8000-0000000000bb' }] }
const imported: ActivityEntry = {
  ...entry, id: '01900000-0000-7000-8000-000000000003', act: 'demand.apply-import', why: null, subject: { room: 'demand', kind: 'import', id: 'i', name: 'gmpp_2023_24.csv', place: '/demand/import/i' },
  changes: [{ field: 'state', before: 'preview', after: 'applied' }, { field: 'fileName', before: null, after: 'gmpp_2023_24.csv' }, { field: 'publicationId', before: null, after: '01900000-0000-7000-8000-0000000000cc' }, { field: 'created', before: null, after: 226 }],
}
const alone = (of: ActivityEntry): ActDone => ({ entry: of, kind: of.subject.kind, counts: [{ kind: of.subject.kind, count: 1 }], more: false })
const full = (value: readonly ActDone[], left = false, filter: HistoryFilter = {}): string => show({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined }, left, filter)
const names = new Map([['01900000-0000-7000-8000-0000000000dd', 'Transport']])
const show = (done: Reading<readonly ActDone[]>, left = false, filter: HistoryFilter = {}): string =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><HistoryPage {...{ done, filter }} currency="GBP" nameOf={(id) => names.get(id)} others={() => <p>The others</p>} acts={['demand.change-initiative', 'people.sign-in']} people={[entry.by]} more={{ left, busy: false, onMore: () => undefined }} onFilter={() => undefined} /></LocaleProvider>)
const textOf = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

describe('history', () => {
  it('empty: says what will be here, or that nothing fits', () => {
    expect(full([])).toContain('Nothing has been changed yet')
    expect(full([], false, { room: 'value' })).toContain('No change fits what you asked for.')
  })
  it('loading', () => expect(show({ state: 'loading' })).toContain('Loading the history'))
  it('refused', () => expect(show({ state: 'refused', problem: { type: '/problems#role_insufficient', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.'))
  it('full: says who changed what from what to what, and why', () => {
    const text = textOf(full([alone(entry)]))
    expect(text).toContain('Anna Lindqvist changed Bridge: cost from £3m to £4m; sponsor to Peter Novak; rating from green to nothing, because “Agreed at the November board”')
    expect(text).not.toContain('Show older changes')
  })
  it('full: says what was done in words, without an id', () => {
    const text = textOf(full([alone(session), alone(imported)]))
    expect(text).toContain('Anna Lindqvist signed in20 Nov 2026')
    expect(text).toContain('Anna Lindqvist imported gmpp_2023_24.csv: created 226')
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
  })
  it('full: names departments, writes dates as the reader does, and says of other ids only that they changed', () => {
    const changes = [{ field: 'unitId', before: null, after: '01900000-0000-7000-8000-0000000000dd' }, { field: 'ratingAsOf', before: '2024-03-31', after: '2025-03-31' }, { field: 'parentId', before: null, after: '01900000-0000-7000-8000-0000000000ee' }]
    expect(textOf(full([alone({ ...entry, changes, why: null })]))).toContain('changed Bridge: department to Transport; rating date from 31 Mar 2024 to 31 Mar 2025; parent changed')
  })
  it('full: an act of many changes is one, with the others to be opened', () => {
    const counts = [{ kind: 'initiative', count: 1226 }, { kind: 'dependency', count: 2 }, { kind: 'import', count: 1 }]
    const html = full([{ entry: imported, kind: 'import', counts, more: false }])
    expect(html).toContain('<summary>and 1,226 initiatives, 2 dependencies</summary>')
    expect(html).not.toContain('The others')
    expect(full([{ entry: imported, kind: 'import', counts, more: true }])).toContain('and more than 1,000 changes')
    expect(full([alone(imported)])).not.toContain('<summary>')
    const example = full([{ entry: { ...imported, act: 'demand.load-example' }, kind: 'import', counts, more: false }])
    expect(textOf(example)).toContain('loaded the example1,226 initiatives, 2 dependencies, 1 import20 Nov')
  })
  it('full: what an act changed besides stands thing by thing', () => {
    const added = { ...entry, id: 'b', act: 'demand.apply-import', subject: { ...entry.subject, name: 'Tunnel' }, changes: [{ field: 'name', before: null, after: 'Tunnel' }, { field: 'costMinor', before: null, after: '300000000' }] }
    const html = renderToStaticMarkup(<LocaleProvider locale="en-GB"><ChangedThings entries={[{ ...entry, act: 'demand.apply-import' }, added]} currency="GBP" more={{ left: true, busy: false, onMore: () => undefined }} /></LocaleProvider>)
    expect(textOf(html)).toBe('Bridge: cost from £3m to £4m; sponsor to Peter Novak; rating from green to nothingTunnel new: cost £3mShow older changes')
  })
  it('full: what stands before and after is explained', () => expect(full([alone(entry)])).toContain('title="The page as it was known just before this"'))
  it('narrowed by nothing: every choice says that it is all', () => {
    const html = full([])
    for (const words of ['All rooms', 'Everything', 'All acts', 'Everybody']) expect(html).toContain(`<option value="" selected="">${words}</option>`)
    expect(html).not.toContain('Choose')
  })
  it('full: leads to the page as it was just before and after', () => {
    const html = full([alone(entry)])
    expect(html).toContain('href="/demand/initiatives/01900000-0000-7000-8000-0000000000aa?asOf=2026-11-20T14%3A05%3A00.249Z"')
    expect(html).toContain('href="/demand/initiatives/01900000-0000-7000-8000-0000000000aa?asOf=2026-11-20T14%3A05%3A00.251Z"')
    expect(full([alone({ ...entry, subject: { ...entry.subject, name: null, place: null } })])).not.toContain('asOf')
  })
  it('partial: offers the older changes', () => expect(full([alone(entry)], true)).toContain('Show older changes'))
  it('narrowed down: offers the acts of the room alone, and the way back to all', () => {
    const html = full([alone(entry)], false, { room: 'demand' })
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
    expect(kindsOfRoom('value')).toEqual(['benefit', 'network_edge', 'network_node', 'plan_line', 'success_story', 'value_entry'])
    expect(kindsOfRoom(undefined)).toContain('member')
  })
})
