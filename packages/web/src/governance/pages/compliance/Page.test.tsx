import type { ComplianceCase, ComplianceCases, Obligation, ObligationLibrary } from '@throughline/contract/governance'
import { complianceStatuses } from '@throughline/engine/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { CompliancePage, type Asked, type ComplianceActs } from './Page.tsx'

const at = '2026-03-01T08:00:00.000Z'
const why = { term: 'Compliance', figure: { status: 'ok' as const, value: { kind: 'text' as const, text: 'attested' } } }
const tally: Pick<ObligationLibrary, 'counts' | 'share'> = { counts: { ...(Object.fromEntries(complianceStatuses.map((one) => [one, 0])) as ObligationLibrary['counts']), compliant: 1, attested: 3, unclear: 2 }, share: { metric: { status: 'ok', value: 0.25 }, why } }
const obligation = (title: string, more: Partial<Obligation> = {}): Obligation => ({ id: title, version: 1, title, source: 'GDPR, article 35', requirement: 'Assess first', evidence: 'The assessment', rule: [], ruleWords: 'Category is IT', validMonths: 12, exceptionMonths: 6, verifiers: [{ id: 'v', name: 'Vera' }], retired: null, ...tally, ...more })
const library: ObligationLibrary = { obligations: [obligation('Assessment'), obligation('Old law', { retired: { by: 'Cy', at, words: 'Repealed' } })], attributes: [{ key: 'category', label: 'Category', kind: 'words' }], ...tally }
const found: ComplianceCase = {
  obligation: { id: 'Assessment', title: 'Assessment' }, initiative: { id: 'i', key: 'I-1', name: 'Ledger' }, applies: 'yes', status: 'attested', why, holds: null, exceptions: [{ id: 'e', version: 1, reason: 'A pilot', compensation: 'Synthetic records', fromOn: '2026-01-01', expiresOn: '2026-02-01', by: 'Ada', at, holds: false, ended: null }],
  attestations: [{ id: 'a', version: 1, control: 'Signed before the gate', evidence: 'The paper', reference: 'DMS 7', evidenceOn: '2026-01-10', expiresOn: '2027-01-10', by: { id: 'b', name: 'Bo' }, at, state: 'attested', judgement: null, refusedVerifiers: [{ name: 'Lea', way: 'Lea is of its team', at }], mayJudge: true }], may: { attest: true, except: true },
}
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: ComplianceActs = { add: never, change: never, retire: never, attest: never, judge: never, except: never, end: never }
const show = (reading: Reading<ObligationLibrary>, { canEdit = true, asked = {} as Asked, cases = full<ComplianceCases>({ cases: [found], from: 0, total: 140 }), one = { state: 'loading' } as Reading<ComplianceCases> } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><CompliancePage library={reading} {...{ cases, one, canEdit, asked, acts }} canAct members={[]} currency="EUR" today="2026-03-02" onAsk={() => undefined} discuss={() => 'Discuss'} /></LocaleProvider>)

describe('compliance', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...library, obligations: [] }))).toContain('No obligation is written down')
    expect(show({ state: 'loading' })).toContain('Loading obligations')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: nothing stands as asked', () => expect(show(full(library), { cases: full({ cases: [], from: 0, total: 0 }) })).toContain('Nothing stands like this.'))
  it('full: the share, each obligation with its counts, and what is not verified', () => {
    const html = show(full(library))
    for (const said of ['25%', 'Category is IT', '2 unclear whether it applies', 'Not verified yet', 'Retired', '1 to 1 of 140']) expect(html).toContain(said)
    expect(show(full(library), { canEdit: false })).not.toContain('Add an obligation')
  })
  it('tells until when what decides holds, not when its newest evidence ran out', () => {
    const [ranOut] = found.attestations
    const compliant: ComplianceCase = { ...found, status: 'compliant', holds: { until: '2026-12-01' }, attestations: ranOut ? [{ ...ranOut, state: 'verified', expiresOn: '2026-02-01' }] : [] }
    expect(show(full(library), { cases: full({ cases: [compliant], from: 0, total: 1 }) })).toMatch(/Holds until.*1 Dec 2026/s)
  })
  it('the sheet of an obligation, and of a case with its evidence, who was refused, and the exception that lapsed', () => {
    expect(show(full(library), { asked: { obligation: 'Assessment' } })).toMatch(/Assess first.*12 months.*Exceptions for at most.*6 months.*Retire/s)
    const html = show(full(library), { asked: { case: 'Assessment.i' } })
    for (const said of ['Signed before the gate', 'kept at DMS 7', 'Refused as not independent: Lea', 'Not in force', 'Judge', 'Grant an exception', '>Attest<']) expect(html).toContain(said)
  })
  it('a case that stands on another page is open all the same, and an exception that has not begun can be ended', () => {
    const exceptions = found.exceptions.map((one) => ({ ...one, fromOn: '2026-04-01', expiresOn: '2026-05-01' }))
    const html = show(full(library), { asked: { case: 'Assessment.i' }, cases: full({ cases: [], from: 100, total: 140 }), one: full({ cases: [{ ...found, exceptions }], from: 0, total: 1 }) })
    for (const said of ['Signed before the gate', 'Not in force yet', 'End the exception until']) expect(html).toContain(said)
  })
})
