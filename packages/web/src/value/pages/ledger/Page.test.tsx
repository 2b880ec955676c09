import type { Attention, Backlog, LedgerEntries, Reconciliation, Register } from '@throughline/contract/value'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { partsOf } from './parts/Evidence.tsx'
import { LedgerPage, type LedgerProps } from './Page.tsx'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const id = (end: number): string => `0197a3c4-5d6e-7f80-9a1b-${String(end).padStart(12, '0')}`
const register: Register = { periods: [{ code: '2026-10', name: 'October', from: '2026-10-01', to: '2026-11-01', state: 'closed', over: true }], measures: [], benefits: [] }
const money = (minor: string) => ({ status: 'ok', value: { kind: 'money', money: { minor, currency: 'GBP', basis: { kind: 'nominal' }, cashClass: 'non_cash_releasing' } } }) as const
const pool: Reconciliation = {
  measureId: id(1), measure: 'Handling time', poolId: id(2), period: '2026-10', unit: 'GBP.noncash', movement: { status: 'ok', value: '36000000' }, attributed: { metric: { status: 'ok', value: '28800000' }, why: { term: 'Attributed of Handling time, 2026-10', figure: money('28800000'), formula: 'pool-reconciliation' } },
  left: '0', unattributed: '7200000', drawnBelow: '0', closes: true, grade: 'B',
  change: { since: '2026-09', total: { metric: { status: 'ok', value: '-5400000' }, why: { term: 'Moved more or less than in 2026-09', figure: { status: 'not_applicable' } } }, parts: [{ key: 'rate', amount: '-6840000', why: { term: 'How much better', figure: { status: 'not_applicable' } } }, { key: 'volume', amount: '1440000', why: { term: 'Volume', figure: { status: 'not_applicable' } } }] }, claims: [{ initiativeId: id(3), initiative: 'Chatbot', amount: '18000000', share: '18000000' }, { initiativeId: id(4), initiative: 'Training', amount: '10800000', share: '10800000' }],
  refused: [{ at: '2026-11-02T10:00:00Z', by: 'Bea Owner', benefit: 'Minutes saved', asked: '25000000', code: 'cap_contract', rule: 'V-8' }],
}
const entries: LedgerEntries = {
  next: null,
  entries: [{
    id: id(5), no: 7, kind: 'realise', at: '2026-11-02T10:00:00Z', by: 'Bea Owner', byId: id(6), reason: null, evidence: 'Call statistics', files: [], reverses: null, reversedBy: null, matchId: null, priorPeriod: true, periods: ['2026-10'], grade: null, withheld: { amount: '7000000', code: 'cap_contract' }, related: [{ entryId: id(8), kind: 'verify', by: 'Fay Finance' }],
    postings: [{ account: { code: 'R10', unit: 'GBP.noncash', period: '2026-10', measure: 'Handling time', benefitId: id(7), benefit: 'Minutes saved', initiativeId: id(3), initiative: 'Chatbot', budgetLine: null, cause: null }, amount: '18000000', balance: '18000000' }], morePostings: 2360,
  }],
}
const backlog: Backlog = {
  today: '2026-12-31', more: 3,
  units: [
    { unit: 'GBP.cash', amount: '5000000', claims: 2, oldestDays: 120, stuck: 1, bands: [{ key: 'month', claims: 1, amount: '1000000' }, { key: 'two_months', claims: 0, amount: '0' }, { key: 'quarter', claims: 0, amount: '0' }, { key: 'longer', claims: 1, amount: '4000000' }], why: { term: 'Waits for verification', figure: money('5000000') } },
    { unit: 'hour', amount: '12', claims: 1, oldestDays: 2, stuck: 0, bands: [{ key: 'month', claims: 1, amount: '12' }, { key: 'two_months', claims: 0, amount: '0' }, { key: 'quarter', claims: 0, amount: '0' }, { key: 'longer', claims: 0, amount: '0' }], why: { term: 'Waits for verification', figure: money('12') } },
  ],
  claims: [
    { entryId: id(5), benefitId: id(7), benefit: 'Minutes saved', initiativeId: id(3), initiative: 'Chatbot', period: '2026-10', unit: 'GBP.cash', amount: '4000000', by: 'Bea Owner', since: '2026-09-02', days: 120, turn: [], yours: false },
    { entryId: id(6), benefitId: id(7), benefit: 'Minutes saved', initiativeId: id(3), initiative: 'Chatbot', period: '2026-11', unit: 'GBP.cash', amount: '1000000', by: 'Bea Owner', since: '2026-12-20', days: 11, turn: ['Fay Finance'], yours: true },
  ],
}
const attention: Attention = {
  benefits: 9, unsaid: 4,
  warnings: [{ key: 'moved_elsewhere', title: 'The account above shows none of it', todo: 'Look where the cost went.', amounts: [{ unit: 'GBP.cash', claimed: '4000000' }, { unit: 'hour', claimed: '7' }], more: 2, benefits: [{ benefitId: id(7), benefit: 'Minutes saved', initiativeId: id(3), initiative: 'Chatbot', unit: 'GBP.cash', claimed: '4000000', periods: ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'], why: { term: 'Claimed for Minutes saved', figure: money('4000000') } }] }],
  unattributed: [{ measureId: id(1), measure: 'Handling time', unit: 'GBP.noncash', unattributed: '7200000', movement: '36000000', periods: [{ period: '2026-10', unattributed: '7200000', movement: '36000000' }], why: { term: 'Unattributed', figure: money('7200000') } }],
}
const show = (change: Partial<LedgerProps> = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><LedgerPage register={full(register)} pools={full([pool])} entries={full(entries)} backlog={full(backlog)} attention={full(attention)} view="pools" looked={{}} onShow={() => undefined} {...change} /></LocaleProvider>)

describe('the value ledger', () => {
  it('empty: says what has to come first', () => expect(show({ pools: full([]) })).toContain('Nothing has been measured'))
  it('loading', () => expect(show({ pools: { state: 'loading' } })).toContain('Loading the reconciliation'))
  it('refused', () => {
    const problem = { type: '', title: 'Amounts are withheld from you', status: 403, code: 'amounts_withheld', detail: 'This is all about amounts.' }
    expect(show({ pools: { state: 'refused', problem, again: () => undefined } })).toContain('This is all about amounts.')
  })
  it('partial: a pool that was not measured has no figure, and no picture of one', () => {
    const html = show({ pools: full([{ ...pool, movement: { status: 'undefined', reason: 'NOT_MEASURED' }, attributed: { ...pool.attributed, metric: { status: 'undefined', reason: 'NOT_MEASURED' } }, claims: [], refused: [] }]) })
    expect(html).not.toContain('Of what was measured')
    expect(html).not.toContain('£0')
  })
  it('partial: a pool that was measured and did not move says so, with what was refused of it, and has no picture', () => {
    const html = show({ pools: full([{ ...pool, movement: { status: 'ok', value: '0' }, attributed: { ...pool.attributed, metric: { status: 'ok', value: '0' } }, unattributed: '0', claims: [] }]) })
    expect(html).not.toContain('Of what was measured')
    for (const words of ['It did not move, so nothing of it can be claimed.', '£0', 'V-8: more than its share']) expect(html).toContain(words)
  })
  it('full: the pool tells its parts in words, and each refused claim its rule', () => {
    const html = show()
    for (const words of ['Of what was measured: Chatbot £180k, Training £108k, Unattributed £72k; £0 left', 'GBP, not cash; measured with grade B', 'V-8: more than its share', 'Why: Attributed of Handling time', 'October, closed']) expect(html).toContain(words)
  })
  it('full: what moved is told against the period before, and an entry of many lines leads to all of them', () => {
    const html = show({ pools: full([pool]) })
    for (const words of ['Against 2026-09', '−£54k', 'How much better', '−£68.4k', '+£14.4k']) expect(html).toContain(words)
    expect(show({ pools: full([pool]), onMorePools: () => undefined })).toContain('Show more measures and periods')
  })
  it('full: an entry says what, on which evidence, and what was withheld', () => {
    const html = show({ view: 'entries' })
    expect(html).toContain(`href="/value/ledger?view=entries&amp;entry=${id(8)}"`)
    for (const words of ['Verified by Fay Finance', 'Claimed', 'Call statistics', 'Prior-period adjustment', '£70k withheld: V-8: more than its share', 'Realised, not verified']) expect(html).toContain(words)
  })
  it('full: what the list is narrowed to stands in words, and every figure of a pool leads to its entries', () => {
    expect(show({ view: 'entries', looked: { unit: 'GBP.cash', codes: 'A90,C10', from: '2026-07' } })).toMatch(/GBP, cash.*Accounts: Fulfilled, Converted.*From 2026-07.*Show every entry/)
    expect(show().replaceAll('&amp;', '&')).toContain(`/value/ledger?view=entries&measure=${id(1)}&period=2026-10&unit=GBP.noncash&codes=M20`)
  })
  it('full: what waits stands unit by unit with its age and whose turn it is, each claim with its entry, and no sum of units', () => {
    const html = show({ view: 'backlog' }).replaceAll('&amp;', '&')
    for (const words of ['£50k', '12 hour', '120 days', 'More than 90 days', 'Nobody’s for 1 of 2', 'Nobody independent may verify', 'Give the right to verify', 'Yours', 'Fay Finance', '1 claim is your turn', '3 younger claims are not listed', `view=entries&entry=${id(5)}`, 'unit=hour&codes=R10']) expect(html).toContain(words)
    expect(html).not.toMatch(/Total|Sum of/)
    expect(show({ view: 'backlog', backlog: full({ ...backlog, units: [], claims: [], more: 0 }) })).toContain('Nothing waits for verification')
  })
  it('full: warnings stand by rule with what to do, each with the entries under it; and what moved and is nobody’s', () => {
    const html = show({ view: 'attention' }).replaceAll('&amp;', '&')
    for (const words of ['The account above shows none of it', 'Look where the cost went.', 'Claimed for these: £40k cash · 7 hour', '2 smaller ones are not listed', 'and 1 more', 'Of 4 of 9 benefits', 'Moved, and nobody’s', '£72k', `benefit=${id(7)}&unit=GBP.cash&period=2026-01&codes=R10%2CR20%2CR30%2CC20`, `measure=${id(1)}&unit=GBP.noncash&period=2026-10&codes=M20`]) expect(html).toContain(words)
    const quiet = show({ view: 'attention', attention: full({ warnings: [], unattributed: [], benefits: 9, unsaid: 0 }) })
    for (const words of ['Nothing is flagged among 9 benefits', 'Everything that moved in closed periods']) expect(quiet).toContain(words)
  })
  it('an entry is reversed by who may, and neither a reversal nor what was reversed', () => {
    const one = entries.entries[0]
    const html = show({ view: 'entries', onReverse: () => undefined, entries: full({ next: null, entries: one ? [one, { ...one, id: id(10), no: 9, kind: 'reverse' as const, reverses: id(5) }] : [] }) })
    expect([html.includes('Reverse entry 7'), html.includes('Reverse entry 9'), show({ view: 'entries' }).includes('Reverse entry 7')]).toEqual([true, false, false])
  })
  it('a file that the evidence names is a download by its name', () => {
    const one = entries.entries[0]
    const html = show({ view: 'entries', entries: full({ next: null, entries: one ? [{ ...one, evidence: `Sample, file:${id(11)}`, files: [{ id: id(11), fileName: 'sample.pdf' }] }] : [] }) })
    expect(html).toContain(`<a href="/api/value/evidence/${id(11)}" download="">sample.pdf</a>`)
  })
  it('reads addresses of the web out of evidence, without the full stop after them', () => {
    expect(partsOf('See https://example.org/a?b=1. Then call')).toEqual([{ text: 'See ', link: false }, { text: 'https://example.org/a?b=1', link: true }, { text: '. Then call', link: false }])
  })
})
