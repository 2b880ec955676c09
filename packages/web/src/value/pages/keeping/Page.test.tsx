import type { Keeping, Register } from '@throughline/contract/value'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { KeepingPage, type KeepingProps } from './Page.tsx'
import { shownSteps } from './parts/Way.tsx'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const id = (end: number): string => `0197a3c4-5d6e-7f80-9a1b-${String(end).padStart(12, '0')}`
const register: Register = { periods: [{ code: '2026-10', name: 'October', from: '2026-10-01', to: '2026-11-01', state: 'open', over: true }], measures: [], benefits: [] }
const figure = { status: 'ok', value: { kind: 'text', text: 'x' } } as const
const step = (key: Keeping['steps'][number]['key'], label: string, kind: 'total' | 'change', amount: string, codes: Keeping['steps'][number]['codes'], entryId: string | null = null): Keeping['steps'][number] => ({ key, label, kind, amount, codes, entryId, why: { term: label, figure } })
/** 100 intended, 20 declined, lowered by 10 by an act, 66 realised, 60 verified, 50 banked: £ in pence. */
const cash: Keeping = {
  unit: 'GBP.cash', closes: true,
  steps: [
    step('intended', 'Intended', 'total', '10000', ['S10']), step('undecided', 'Not decided yet', 'change', '0', ['A10']), step('declined', 'Declined', 'change', '-2000', ['X10']), step('original', 'Original baseline', 'total', '8000', ['A20']),
    step('change', 'The second wave was stopped', 'change', '-1000', ['A20', 'A30'], id(9)), step('current', 'Current baseline', 'total', '7000', ['A20', 'A30']), step('forecast', 'Forecast', 'total', '7000', ['A20', 'A30', 'F10', 'A90', 'C10']),
    step('to_come', 'Still to come', 'change', '-400', ['A20', 'A30', 'F10']), step('realised', 'Realised', 'total', '6600', ['A90', 'C10']), step('unverified', 'Waiting for verification', 'change', '-600', ['R10']), step('verified', 'Verified', 'total', '6000', ['R20', 'R30', 'C20']),
    step('unbanked', 'Not banked', 'change', '-1000', ['R20']), step('converted', 'Converted into another unit', 'change', '0', ['C20']), step('banked', 'Banked', 'total', '5000', ['R30']),
  ],
  againstOriginal: { metric: { status: 'ok', value: 0.825 }, why: { term: 'Realised of what was first approved', figure } }, againstCurrent: { metric: { status: 'ok', value: 0.942857142 }, why: { term: 'Realised of the baseline as it was changed', figure } },
  pace: { runRate: { status: 'ok', value: '72000' }, inYear: '6000', cumulative: '6000', why: { term: 'Verified so far', figure } },
  outlook: {
    discounting: { percent: '5.57', basis: '5.57% a year (3.5% real as in the Green Book, with 2% for prices)', usual: true, on: '2026-11-01' }, planned: '400', more: 2, loss: { metric: { status: 'ok', value: '22' }, why: { term: 'Present value that delays cost', figure, formula: 'value-of-delay' } }, years: [{ year: 2026, planned: '400', expected: '0' }, { year: 2027, planned: '0', expected: '400' }],
    benefits: [{
      benefitId: id(4), benefit: 'Fewer letters', initiativeId: id(3), initiative: 'Online forms', planned: '400', days: { status: 'ok', value: 365 }, plannedUntil: '2026-12-31', expectedUntil: '2027-12-31', from: 'Operations', fellBack: true,
      loss: { metric: { status: 'ok', value: '22' }, why: { term: 'Present value that the delay costs', figure } }, likely: { metric: { status: 'ok', value: '330' }, why: { term: 'What usually comes', figure } }, confidence: { metric: { status: 'ok', value: 0.825 }, why: { term: 'Realised by 50 of 100', figure } },
    }],
  },
}
const hours: Keeping = { ...cash, unit: 'hour', outlook: null, pace: { ...cash.pace, runRate: { status: 'undefined', reason: 'NOT_MEASURED' } }, againstOriginal: { ...cash.againstOriginal, metric: { status: 'undefined', reason: 'NO_BASELINE' } } }
const show = (change: Partial<KeepingProps> = {}): string =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><KeepingPage register={full(register)} keeping={full([cash, hours])} looked={{}} onLook={() => undefined} onRate={() => undefined} onOpen={() => undefined} {...change} /></LocaleProvider>)

describe('promise-keeping', () => {
  it('loading and empty: says what will be here, and where promises are made', () => {
    expect(show({ keeping: { state: 'loading' } })).toContain('Loading promise-keeping')
    expect(show({ keeping: full([]) })).toContain('Nothing has been promised in the ledger')
    expect(show({ keeping: full([]), looked: { from: '2026-10' } })).toContain('Nothing was promised there')
  })
  it('refused: says why, with the words of the refusal', () => {
    expect(show({ keeping: { state: 'refused', problem: { type: '/problems#amounts_withheld', title: 'Amounts are withheld', status: 403, code: 'amounts_withheld', detail: 'Your roles do not include amounts.' }, again: () => undefined } })).toContain('Your roles do not include amounts.')
  })
  it('partial: what is undefined has no figure of zero, and what does not add up says so', () => {
    const html = show({ keeping: full([{ ...hours, closes: false }]) })
    expect(html).toContain('These steps do not add up')
    expect(html).not.toContain('>0 hour<')
    expect(html).not.toContain('0%<')
  })
  it('full: units stand side by side with both rates, and there is no sum of them', () => {
    const html = show()
    for (const words of ['GBP, cash', 'hour', '83%', '94%', '£720', 'Verified, run-rate of a year', 'Verified, in the year', 'Verified, cumulative', 'GBP, cash: from intended to banked', 'hour: from intended to verified', 'Only cash is banked']) expect(html).toContain(words)
    expect(html).not.toMatch(/Total|Sum of/)
  })
  it('full: each step leads to the entries under it, narrowed as the page is; a change to its act', () => {
    const html = show({ looked: { initiative: id(3), from: '2026-10' } }).replaceAll('&amp;', '&')
    expect(html).toContain(`/value/ledger?view=entries&initiative=${id(3)}&from=2026-10&unit=GBP.cash&codes=R10`)
    expect(html).toContain(`/value/ledger?view=entries&entry=${id(9)}`)
  })
  it('full: what is to come follows the schedule, with what the delay costs, what usually comes and whose history says so', () => {
    const html = show().replaceAll('&amp;', '&')
    for (const words of ['GBP, cash: still to come, by the schedule', 'Fewer letters', '31 Dec 2027', 'instead of 31 Dec 2026', '+12 months', '£0.22', '£3.3', 'Operations, for want of its own', '2 further benefits are not listed', `view=entries&benefit=${id(4)}&unit=GBP.cash&codes=A20%2CA30%2CF10`]) expect(html).toContain(words)
    expect(html).not.toContain('hour: still to come')
    const [benefit] = cash.outlook?.benefits ?? []
    const young = show({ keeping: full([{ ...cash, outlook: cash.outlook && benefit ? { ...cash.outlook, benefits: [{ ...benefit, days: { status: 'missing', inputs: ['end of the initiative'] }, confidence: { ...benefit.confidence, metric: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' } } }] } : null }]) })
    expect(young).toContain('Too few benefits verified yet')
  })
  it('full: says at which rate and of which day present values are, where the usual rate comes from, and the way back to it', () => {
    const html = show()
    for (const words of ['Discount rate', 'value="5.57"', 'Present values of 1 Nov 2026', 'Green Book']) expect(html).toContain(words)
    expect(html).not.toContain('Back to the usual rate')
    expect(show({ rate: '8' })).toContain('Back to the usual rate')
    expect(show({ keeping: full([hours]) })).not.toContain('Discount rate')
  })
  it('draws totals and changes that changed something, and banks only cash', () => {
    expect(shownSteps(cash).map(({ key }) => key)).toEqual(['intended', 'declined', 'original', 'change', 'current', 'forecast', 'to_come', 'realised', 'unverified', 'verified', 'unbanked', 'banked'])
    expect(shownSteps(hours).map(({ key }) => key).at(-1)).toBe('verified')
  })
})
