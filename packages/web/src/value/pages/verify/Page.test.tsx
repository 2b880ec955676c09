import type { WaitingClaim } from '@throughline/contract/value'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { judged, judgementsOf, nextOpen, ticked, totalsOf } from './choice.ts'
import { VerifyPage, type VerifyProps } from './Page.tsx'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const waits = (no: number, change: Partial<WaitingClaim> = {}): WaitingClaim => ({
  benefitId: `b${no}`, benefit: `Minutes saved ${no}`, initiative: 'Chatbot', measure: 'Handling time', period: '2026-10', periodState: 'open', unit: 'GBP.noncash', amount: '18000000', version: 3, hindrance: null,
  claims: [{ entryId: `e${no}`, by: 'Bea Owner', at: '2026-11-02T10:00:00.000Z', evidence: 'Statistics, file:0197a3c4-5d6e-7f80-9a1b-000000000001', files: [{ id: '0197a3c4-5d6e-7f80-9a1b-000000000001', fileName: 'calls.xlsx' }] }], ...change,
})
const claims = [waits(1), waits(2, { hindrance: 'Bea Owner reports to Chris Chief' }), waits(3, { unit: 'hour', amount: '120', periodState: 'closed' }), waits(4)]
const shown = (change: Partial<VerifyProps> = {}): string => renderToStaticMarkup(<LocaleProvider locale="en-GB"><VerifyPage waiting={full({ claims, more: false })} mayVerify judged={undefined} onJudge={async () => ok(undefined)} onDismiss={() => undefined} {...change} /></LocaleProvider>)

describe('what waits for verification', () => {
  it('says how much is mine, with the evidence of each and why another is not mine', () => {
    const page = shown()
    for (const words of ['4 claims wait, 3 of them for you', '0 of 3 chosen', 'calls.xlsx', 'Bea Owner reports to Chris Chief', 'Not yours', '£180k not cash', '120 hour']) expect(page).toContain(words)
    expect(page.match(/type="checkbox" disabled=""/g)).toHaveLength(1)
    expect(page).not.toContain('More than 90 days')
    const unit = { unit: 'GBP.cash', amount: '1250000', claims: 2, oldestDays: 95, stuck: 0, bands: [{ key: 'longer' as const, claims: 2, amount: '1250000' }], why: { term: 'Waits for verification', figure: { status: 'missing' as const, inputs: [] } } }
    const aged = shown({ backlog: { today: '2026-12-31', more: 0, claims: [], units: [unit] } })
    for (const words of ['More than 90 days', '£12.5k', '95 days', 'Somebody independent']) expect(aged).toContain(words)
  })

  it('is to be read by everybody and decided by who may', () => expect(shown({ mayVerify: false }).match(/type="checkbox" disabled=""/g)).toHaveLength(5))

  it('has a word for nothing, for loading and for a refusal', () => {
    expect(shown({ waiting: full({ claims: [], more: false }) })).toContain('Nothing waits for verification')
    expect(shown({ waiting: { state: 'loading' } })).not.toContain('chosen')
    expect(shown({ waiting: { state: 'refused', problem: { type: '/problems#role_insufficient', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'You may not see amounts.' }, again: () => undefined } })).toContain('You may not see amounts.')
  })

  it('tells what came of each row, the refused ones first', () => {
    const page = shown({ judged: judged('verify', claims.slice(0, 2), { posted: 1, outcomes: [{ entryId: 'e9', withheld: null }, { code: 'verifier_dependent', rule: 'V-13', words: 'Chris Chief cannot verify Minutes saved 2', values: {} }] }) })
    for (const words of ['Verified: 1 of 2', '1 claim was refused and waits as before', 'V-13: not independent', 'Chris Chief cannot verify Minutes saved 2']) expect(page).toContain(words)
    expect(page.indexOf('Chris Chief cannot')).toBeLessThan(page.indexOf('Its entry'))
  })
})

describe('a choice', () => {
  it('goes over what is not mine, one by one and in a range', () => {
    expect([...ticked(new Set(), claims, 1, true)]).toEqual([])
    expect([...ticked(new Set(), claims, 3, true, 0)]).toEqual(['b1 2026-10', 'b3 2026-10', 'b4 2026-10'])
    expect([...ticked(new Set(['b1 2026-10', 'b3 2026-10']), claims, 0, false)]).toEqual(['b3 2026-10'])
    expect([nextOpen(claims, 0, 1), nextOpen(claims, 2, -1), nextOpen(claims, 3, 1), nextOpen(claims, 0, -1)]).toEqual([2, 0, 3, 0])
  })

  it('is added by unit and never across, and sent as it was seen', () => {
    expect(totalsOf(claims)).toEqual([{ unit: 'GBP.noncash', amount: '54000000' }, { unit: 'hour', amount: '120' }])
    expect(judgementsOf([waits(1), claims[2] ?? waits(3)], 'verify', 'Ten days')).toEqual([{ decision: 'verify', benefitId: 'b1', period: '2026-10', version: 3, amount: '18000000', sample: 'Ten days' }, { decision: 'verify', benefitId: 'b3', period: '2026-10', version: 3, amount: '120', sample: 'Ten days', adjusts: true }])
    expect(judgementsOf([waits(1)], 'disallow', 'Counted twice')[0]).toMatchObject({ decision: 'disallow', reason: 'Counted twice' })
  })
})
