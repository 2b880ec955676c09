import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Commitments, StartPage } from '@throughline/contract/capacity'
import { known, undefinedBecause } from '@throughline/engine/kernel'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { FundingPage, type FundingProps } from './Page.tsx'

const money = (minor: string) => known({ minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const })
const withheld = undefinedBecause('WITHHELD')
const why = { term: 'Committed', figure: withheld }
const atlas = { id: 'i', name: 'Atlas', inPlan: true }
const none: Commitments = { gate: { on: false, said: null, version: 1 }, currency: 'GBP', envelopes: [], entries: [], entriesOmitted: 0, funding: [], fundingOmitted: 0, staffing: [], staffingOmitted: 0, periods: [{ from: '2027-04-01', to: '2027-07-01', label: 'Q1 2027-28' }], crews: [], crewsOmitted: 0, exceptions: [], may: { decide: true, commitFunds: true, commitPeople: true } }
const full: Commitments = {
  ...none, gate: { on: true, said: { by: 'Olga', at: '2026-11-01T10:00:00Z', words: 'No start without people' }, version: 2 },
  envelopes: [{ id: 'e', version: 1, name: 'Change', year: 2027, label: '2027-28', owner: { id: 'o', name: 'Olga' }, decision: null, amount: money('20000'), committed: { metric: money('15000'), why }, free: { metric: money('5000'), why }, waiting: money('2000'), holders: [{ initiative: { ...atlas, inPlan: false }, amount: money('15000') }], omitted: 0 }],
  crews: [{ initiative: { id: 'i', name: 'Atlas' }, pool: { id: 'p', name: 'Divers', unit: 'fte' }, startsOn: '2027-04-01', cells: [{ needed: '2', committed: '1' }] }],
}
const starts: StartPage = {
  gateOn: true, counts: { ready: 0, blocked: 1, unknown: 0, running: 3 }, total: 1, from: 0,
  items: [{ initiative: { id: 'i', key: 'I-1', name: 'Atlas', state: 'approved' }, state: 'blocked', startsOn: '2027-04-01', conditions: [{ kind: 'crew', state: 'unmet', thing: 'Divers', when: 'Q1 2027-28', why }], why, exception: null, crew: [], version: 1, may: ['edit_initiative'] }],
}
const act = () => Promise.resolve({ ok: true as const, value: {} })
const acts: FundingProps['acts'] = { gate: act, addEnvelope: act, changeEnvelope: act, removeEnvelope: act, askFunds: act, answerFunds: act, withdrawFunds: act, release: act, transfer: act, askPeople: act, answerPeople: act, endPeople: act, crew: act, allow: act, endException: act, download: () => undefined }
const reading = <T,>(value: T) => ({ state: 'full' as const, value, refreshing: false, problem: undefined, again: () => undefined })
function shown(commitments: Commitments, may: Partial<FundingProps['may']> = {}, page: StartPage = starts): string {
  const props: FundingProps = {
    reading: reading(commitments), starts: reading(page), asked: { state: undefined, from: 0 }, perPage: 50, onAsk: () => undefined, initiatives: { found: [], total: 0, find: () => undefined }, may: { finance: true, asksFunds: true, asksPeople: true, present: true, seesMoney: true, ...may },
    currency: 'GBP', calendar: { startMonth: 4, startDay: 1, label: 'span' }, members: [], decisions: [], pools: [{ id: 'p', name: 'Divers', unit: 'fte', skills: [] }], acts,
  }
  return renderToString(<LocaleProvider locale="en-GB"><FundingPage {...props} /></LocaleProvider>).replaceAll('<!-- -->', '')
}

describe('funding and staffing', () => {
  it('says what comes first where nothing is committed, with the button for who may', () => {
    expect(shown(none)).toContain('Finance adds an envelope first')
    expect([shown(none).match(/Add an envelope/g)?.length ?? 0, shown(none, { finance: false }).includes('Add an envelope')]).toEqual([2, false])
  })
  it('shows what is committed, what lacks, and what has left the plan', () => {
    const page = shown(full)
    for (const words of ['75% committed, 10% waiting, 25% free', 'Divers (Q1 2027-28): not met', '1 committed of 2 needed', 'Has left the plan', 'No start without people', 'Let it start: Atlas', 'Switch the gate off']) expect(page).toContain(words)
  })
  it('offers nothing to who may only read, and draws no bar of what is withheld', () => {
    const [envelope] = full.envelopes
    const page = shown({ ...full, envelopes: envelope ? [{ ...envelope, amount: withheld, committed: { metric: withheld, why }, free: { metric: withheld, why }, waiting: withheld, holders: [] }] : [], may: { decide: false, commitFunds: false, commitPeople: false } }, { finance: false, asksFunds: false, asksPeople: false, seesMoney: false }, { ...starts, items: starts.items.map((one) => ({ ...one, may: [] })) })
    expect(page).toContain('Amounts are withheld from you.')
    for (const words of ['Release', 'Let it start', 'Ask for funds', 'Switch the gate', '% committed']) expect(page).not.toContain(words)
  })
})
