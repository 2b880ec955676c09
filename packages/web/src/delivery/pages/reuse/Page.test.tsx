import type { ReuseBoard } from '@throughline/contract/delivery'
import { toWire } from '@throughline/contract/wire'
import { reuseSaving } from '@throughline/engine/delivery'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { ReuseActs } from './acts.ts'
import { ReusePage } from './Page.tsx'

const savingOf = (...offers: Parameters<typeof reuseSaving>[0][number][]): ReuseBoard['saving'] => {
  const { waiting, least, most, saved } = reuseSaving(offers)
  return { waiting: toWire(waiting), least: toWire(least), most: toWire(most), saved: toWire(saved) }
}
const [harbour, bridge, ferry] = [{ id: 'h', name: 'Harbour' }, { id: 'b', name: 'Bridge' }, { id: 'f', name: 'Ferry' }]
const none: ReuseBoard = { on: '2026-03-02', components: [], omitted: 0, all: 0, offers: [], omittedOffers: 0, allOffers: 0, waiting: 0, saving: savingOf(), chances: [], omittedChances: 0 }
const component = { id: 'c', version: 1, name: 'Route finder', kind: 'software' as const, initiative: harbour, availableOn: '2026-01-05', work: null, deliverable: null, state: 'available' as const, skills: ['Routing'], words: 'Finds a route', recordedBy: 'Ada', withdrawn: null, reusedBy: [bridge] }
const offer = { id: 'o', version: 1, component: { id: 'c', name: 'Route finder', state: 'available' as const, deliverable: null }, from: harbour, to: ferry, leastHours: 10, mostHours: 20, basis: 'What it took', offeredBy: 'Ada', offeredOn: '2026-02-01', state: 'offered' as const, answer: null, saved: null, own: { offered: false, accepted: false } }
const board: ReuseBoard = {
  ...none, all: 2, allOffers: 2, waiting: 1, components: [component, { ...component, id: 'd', name: 'Tide table', state: 'withdrawn', reusedBy: [], withdrawn: { by: 'Bo', on: '2026-02-01', words: 'The vendor is gone' } }], saving: savingOf({ label: 'Route finder for Ferry', state: 'offered', leastHours: 1000, mostHours: 2000, savedHours: null }, { label: 'Route finder for Bridge', state: 'accepted', leastHours: 4000, mostHours: 8000, savedHours: null }),
  offers: [offer, { ...offer, id: 'p', to: bridge, state: 'accepted', leastHours: 40, mostHours: 80, answer: { by: 'Bo', on: '2026-02-03', words: 'For the pilots' }, own: { offered: false, accepted: true } }],
  chances: [{ kind: 'pool', thing: 'Divers', period: 'Q1 2026-27', initiatives: [bridge, ferry], count: 2 }],
}
const full = (value: ReuseBoard): Reading<ReuseBoard> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: ReuseActs = { add: never, change: never, withdraw: never, offer: never, answer: never, withdrawOffer: never, confirm: never }
const show = (reading: Reading<ReuseBoard>, canEdit = true) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><ReusePage {...{ reading, canEdit, acts }} looking={{}} onLook={() => undefined} initiatives={{ found: [], total: 0, find: () => undefined }} work={[]} deliverables={[]} fits={{ state: 'loading' }} onAsk={() => undefined} today="2026-03-02" /></LocaleProvider>)

describe('reuse', () => {
  it('empty, loading, refused', () => {
    expect(show(full(none))).toMatch(/Nothing is offered for reuse yet.*Add a component.*Could go together/s)
    expect(show(full(none), false)).not.toContain('Add a component')
    expect(show({ state: 'loading' })).toContain('Loading reuse')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: nothing fits what is looked for', () => expect(show(full({ ...board, components: [] }))).toContain('No component fits'))
  it('full: what was agreed apart from what is unverified, who reuses what, and what initiatives share', () => {
    const html = show(full(board))
    for (const said of ['at least 40', '1 offer, unverified', 'Nothing confirmed yet', 'Waits, unverified', 'Accept Route finder for Ferry', 'For the pilots', 'Withdrawn on 1 Feb 2026, Bo: The vendor is gone', 'Need the same people, most of them in Q1 2026-27', 'never enter the value ledger']) expect(html).toContain(said)
    // Who accepted does not confirm, and what was withdrawn is not offered.
    expect(html).not.toMatch(/Confirm what Route finder for Bridge|Offer Tide table/)
    expect(show(full(board), false)).not.toMatch(/Accept Route finder|Offer Route finder/)
  })
  it('a deliverable that was rejected or opened again says so, with the component and with its offer', () => {
    const deliverable = { id: 'q', name: 'Finder, release 1', state: 'rejected' as const, edition: 2 }
    const html = show(full({ ...board, components: [{ ...component, state: 'in_making', deliverable }], offers: [{ ...offer, component: { ...offer.component, state: 'in_making', deliverable } }] }))
    expect(html.match(/by the deliverable .*?\/governance\/quality\/q.*?Finder, release 1.*?Rejected.*?opened again, edition 2/gs)).toHaveLength(2)
    // Where it will not be made, nothing is left to accept.
    const gone = show(full({ ...board, offers: [{ ...offer, component: { ...offer.component, state: 'withdrawn', deliverable: { ...deliverable, state: 'withdrawn' } } }] }))
    expect(gone).toContain('Decline Route finder for Ferry')
    expect(gone).not.toContain('Accept Route finder for Ferry')
  })
})
