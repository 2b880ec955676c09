import type { OfferSheet, UnitOffer, UnitOffers } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { UnitOffersPage } from './Page.tsx'

const at = '2026-03-01T08:00:00.000Z'
const why = { term: 'At risk', figure: { status: 'missing' as const, inputs: ['x'] } }
const amount = (minor: string) => ({ metric: { status: 'ok' as const, value: { minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const } }, why })
const offer = (more: Partial<UnitOffer> = {}): UnitOffer => ({
  id: 'o', version: 1, holder: { id: 'roads', name: 'Roads' }, initiative: { id: 'm', name: 'Meadows' }, service: { id: 's', name: 'Planning clinic', class: 'non_mandated' }, lowers: 'It looks ahead', inReturn: 'An engineer', state: 'offered', by: { id: 'ada', name: 'Ada' }, at, answer: null, withdrawn: null, answerers: [], given: null, returned: null, atStake: true, ...more,
})
const sheet = (more: Partial<OfferSheet> = {}): OfferSheet => ({
  holder: { id: 'roads', name: 'Roads' }, unit: 'Roads', goalsOf: 'own_strategy', lack: 'part', atRisk: amount('400000000'), covered: amount('100000000'), coverage: { metric: { status: 'ok', value: 0.25 }, why }, offers: [offer()],
  goals: [{ id: 'g', statement: 'Dry roads', weight: 1, own: 1, others: 2, risk: 'in_doubt', exposed: amount('400000000') }, { id: 'h', statement: 'No ice', weight: 0, own: 0, others: 0, risk: null, exposed: amount('0') }],
  outside: [
    { initiative: { id: 'd', name: 'Dam' }, owner: null, rating: null, risk: 'not_rated', goals: ['Dry roads'], value: amount('300000000').metric, services: [], offers: 0, helped: false },
    { initiative: { id: 'm', name: 'Meadows' }, owner: 'Rivers', rating: { scale: 'three_point', level: 'red' }, risk: 'in_doubt', goals: ['Dry roads'], value: amount('100000000').metric, services: [{ name: 'Health check', state: 'delivered' }], offers: 1, helped: true },
  ], ...more,
})
const offers: UnitOffers = { sheets: [sheet()], withoutGoals: [{ id: 'r', name: 'Rivers' }], services: [{ id: 's', name: 'Planning clinic', class: 'non_mandated' }], elsewhere: [] }
const full = (value: UnitOffers): Reading<UnitOffers> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<UnitOffers>, { me = 'bo', may = { take: true, edit: true } } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><UnitOffersPage {...{ reading, me, may }} chosen={undefined} onChoose={() => undefined} onPrint={() => undefined} acts={{ make: never, answer: never, keep: never, withdraw: never }} /></LocaleProvider>)

describe('offers to units', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...offers, sheets: [] }))).toContain('No unit has goals')
    expect(show(full({ ...offers, sheets: [], elsewhere: [offer()] }))).toContain('Offered to units that have no goals any more')
    expect(show({ state: 'loading' })).toContain('Loading offers to units')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: what is at risk, what lowers it, what is offered and asked in return, and of whom no goal is known', () => {
    const html = show(full(offers))
    for (const said of ['1 of 2', '£4m', '25%', 'In doubt', 'nothing serves it', 'nobody owns it', 'Nothing is offered', 'Health check', '1 offer stands', 'It looks ahead', 'An engineer', 'Waits for the unit', 'Answer the offer for Meadows', 'Offer something for Dam', 'No goal is known of Rivers']) expect(html).toContain(said)
  })
  it('an empty sheet is a lack of offer, and said so', () => {
    const html = show(full({ ...offers, sheets: [sheet({ lack: 'no_offer', offers: [] })], services: [] }))
    for (const said of ['Lack of offer', 'the PMO offers nothing about it', 'Nothing was offered to this unit yet.', 'No service of the PMO is published']) expect(html).toContain(said)
    expect(html).not.toContain('Offer something for')
  })
  it('nobody answers their own offer, what was agreed is kept, and who only reads does neither', () => {
    expect(show(full(offers), { me: 'ada' })).not.toContain('Answer the offer')
    const ofUnit = (answerers: UnitOffer['answerers']) => show(full({ ...offers, sheets: [sheet({ offers: [offer({ answerers })] })] }))
    expect([ofUnit([{ id: 'cy', name: 'Cy' }]).includes('Answer the offer'), ofUnit([{ id: 'cy', name: 'Cy' }, { id: 'bo', name: 'Bo' }]).includes('Answer the offer')]).toEqual([false, true])
    const agreed = full({ ...offers, sheets: [sheet({ offers: [offer({ state: 'agreed', returned: { by: 'Bo', at, words: 'Ann came' } })] })] })
    expect(show(agreed)).toMatch(/Ann came.*Was kept/s)
    expect(show(agreed, { may: { take: false, edit: false } })).not.toMatch(/Was kept|Withdraw the offer|Offer something/)
  })
})
