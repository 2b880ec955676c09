import type { PmoService, ServiceCatalogue, ServiceRequest, ServiceText } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ServicesPage } from './Page.tsx'
import type { ServiceActs } from './parts/service-forms.tsx'

const at = '2026-03-01T08:00:00.000Z'
const text = (name: string, more: Partial<ServiceText> = {}): ServiceText => ({ name, pmo: 'Central PMO', class: 'mandated_assurance', scope: 'Large ones', responsibilities: '', serviceLevel: '', measure: 'Findings closed', inputs: [], outputs: [], stages: [], accountableRole: 'Head of PMO', ...more })
const edition = (no: number, said: ServiceText) => ({ no, ...said, reason: `Reason ${no}`, by: 'Ada', at })
const service = (said: ServiceText, more: Partial<PmoService> = {}): PmoService => ({ id: said.name, version: 1, text: said, state: 'published', editions: [edition(1, said)], owner: { id: 'ada', name: 'Ada' }, retired: null, open: 0, ...more })
const request = (words: string, more: Partial<ServiceRequest> = {}): ServiceRequest => ({
  id: words, version: 1, service: { id: 'Review', name: 'Review', class: 'mandated_assurance' }, initiative: { id: 'i', name: 'Bridge' }, words, neededOn: '2026-04-01', askedBy: { id: 'bo', name: 'Bo' }, askedAt: at, state: 'waiting', performer: null, answer: null, outcome: null, hours: '0', refusedPerformers: [], use: null, may: { answer: false, deliver: false, judge: false }, ...more,
})
const catalogue: ServiceCatalogue = {
  services: [service(text('Review', { serviceLevel: 'Every Thursday' }), { state: 'changed', editions: [edition(2, text('Review')), edition(1, text('Review', { class: 'non_mandated' }))] }), service(text('Clinic', { class: 'non_mandated' }), { state: 'draft', editions: [] }), service(text('Old'), { state: 'retired', retired: { by: 'Cy', at, reason: 'Nobody asked' } })],
  totals: [{ class: 'mandated_compliance', published: 0, drafts: 0, open: 0 }, { class: 'mandated_assurance', published: 1, drafts: 0, open: 2 }, { class: 'non_mandated', published: 0, drafts: 1, open: 0 }],
  requests: [request('Before the gate', { may: { answer: true, deliver: false, judge: false }, refusedPerformers: [{ name: 'Lea', way: 'Lea is of its team', by: 'Ada', at }] }), request('Later', { state: 'delivered', hours: '7.5', performer: { id: 'r', name: 'Rae' }, outcome: { by: 'Rae', at, words: 'Sound' }, use: { level: 'some', by: 'Bo', at, words: 'Late for the gate' }, may: { answer: false, deliver: false, judge: true } })], omitted: 0,
}
const full = (shown: ServiceCatalogue): Reading<ServiceCatalogue> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: ServiceActs = { add: never, change: never, publish: never, retire: never, ask: never, answer: never, deliver: never, judge: never }
const show = (reading: Reading<ServiceCatalogue>, { may = { take: true, edit: true }, shown = undefined as string | undefined } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><ServicesPage {...{ reading, may, acts, shown }} members={[]} initiatives={{ found: [], total: 0, find: () => undefined }} currency="EUR" today="2026-03-02" onShow={() => undefined} discuss={() => 'Discuss'} /></LocaleProvider>)

describe('services of the PMO', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...catalogue, services: [], requests: [] }))).toContain('No service is written down')
    expect(show({ state: 'loading' })).toContain('Loading services')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: nobody has asked', () => expect(show(full({ ...catalogue, requests: [] }))).toContain('Nobody has asked for a service yet.'))
  it('full: totals by class, what can be asked for, what there is to answer and who was refused', () => {
    const html = show(full(catalogue))
    for (const said of ['published; 0 drafts, 2 open requests', 'none is promised', 'Ask for Review', 'Changed since', 'Answer Before the gate', 'Refused as not independent: Lea', 'Lea is of its team', 'Sound', '7.5']) expect(html).toContain(said)
    for (const said of ['Ask for Clinic', 'Ask for Old', 'Answer Later', 'Every Thursday']) expect(html).not.toContain(said)
  })
  it('the sheet: what was published, what stands in writing where it differs, and each edition with its class', () => {
    const html = show(full(catalogue), { shown: 'Review' })
    for (const said of ['In writing, not published', 'Every Thursday', 'Edition 2: Mandated assurance', 'Edition 1: Non-mandated', 'Reason 1', 'Publish', 'Retire']) expect(html).toContain(said)
    // Of a retired one the owner alone can be changed, as long as a request waits for somebody.
    const waiting: ServiceCatalogue = { ...catalogue, services: catalogue.services.map((one) => (one.id === 'Old' ? { ...one, open: 1 } : one)) }
    expect(show(full(waiting), { shown: 'Old' })).toMatch(/>Change the owner</)
    expect(show(full(catalogue), { shown: 'Old' })).not.toMatch(/>Change( the owner)?</)
    expect(show(full(catalogue), { shown: 'Review', may: { take: false, edit: false } })).not.toMatch(/>(Publish|Retire|Ask)</)
  })
})
