import type { Charter, Charters, CharterText } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ChartersPage, type CharterActs } from './Page.tsx'

const at = '2026-03-01T08:00:00.000Z'
const text = (body: string, more: Partial<CharterText> = {}): CharterText => ({ body, role: 'directive', purpose: 'One line of sight', inside: ['Gates'], outside: ['Line management'], criteria: ['It is used'], rows: [{ subject: 'Gate decisions', decides: true, unitId: 'u', parts: [{ party: 'PMO', letter: 'AR' }, { party: 'Sponsor', letter: 'C' }] }], ...more })
const charter = (said: CharterText, more: Partial<Charter> = {}): Charter => ({ id: said.body, version: 1, text: said, state: 'signed', editions: [{ no: 1, ...said, expiresOn: '2027-03-01', findings: [], words: 'For a year', by: 'Ada', at }], faults: [], ended: null, ...more })
const why = { term: 'Gate decisions', figure: { status: 'ok' as const, value: { kind: 'text' as const, text: 'two are accountable' } } }
const charters: Charters = {
  charters: [charter(text('Central PMO')), charter(text('Board', { role: null }), { state: 'draft', editions: [], faults: [{ subject: 'Gate decisions', kind: 'none_responsible', parties: [] }] }), charter(text('Old PMO'), { state: 'expired' })],
  overlaps: [{ subject: 'Gate decisions', bodies: ['Board', 'Central PMO'], charterIds: ['Board', 'Central PMO'], conflict: true, why }], units: [{ id: 'u', name: 'Ports' }],
}
const full = (shown: Charters): Reading<Charters> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: CharterActs = { add: never, change: never, sign: never, end: never }
const show = (reading: Reading<Charters>, { may = { edit: true, sign: true }, shown = undefined as string | undefined } = {}) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><ChartersPage {...{ reading, may, shown, acts }} onShow={() => undefined} discuss={() => 'Discuss'} /></LocaleProvider>)

describe('role charters', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...charters, charters: [] }))).toMatch(/No role is written down.*Write a charter/s)
    expect(show({ state: 'loading' })).toContain('Loading charters')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: no two bodies overlap', () => expect(show(full({ ...charters, overlaps: [] }))).toContain('No two bodies have the same subject in writing.'))
  it('full: who stands until when, what is not sound, and where two are named', () => {
    const html = show(full(charters))
    for (const said of ['Directive: it leads', 'No PMO', '1 subject is not sound', '1 Mar 2027', 'Expired', 'Two are named', 'Board and Central PMO']) expect(html).toContain(said)
    expect(show(full(charters), { may: { edit: false, sign: false } })).not.toContain('Write a charter')
  })
  it('the sheet: the matrix, its faults, and renewal; of what is ended nothing can be done', () => {
    const html = show(full(charters), { shown: 'Central PMO' })
    for (const said of ['decision, Ports', 'A, R', 'Line management', 'It is used', 'For a year', 'Renew']) expect(html).toContain(said)
    expect(show(full(charters), { shown: 'Board' })).toMatch(/Nobody is responsible for “Gate decisions”.*>End<.*>Sign</s)
    const ended = { ...charters, charters: [charter(text('Gone'), { state: 'ended', ended: { by: 'Cy', at, words: 'Merged' } })] }
    expect(show(full(ended), { shown: 'Gone' })).not.toMatch(/>(Renew|Change|End)</)
  })
})
