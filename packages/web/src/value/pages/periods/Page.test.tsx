import type { Seal } from '@throughline/contract/governance'
import type { LedgerEntries, PeriodClose, Register } from '@throughline/contract/value'
import { ok, ukFiscalCalendar } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { PeriodsPage, type PeriodsProps } from './Page.tsx'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const id = (end: number): string => `0197a3c4-5d6e-7f80-9a1b-${String(end).padStart(12, '0')}`
const october = { code: '2026-10', name: 'October', from: '2026-10-01', to: '2026-11-01', state: 'open', over: true } as const
const register: Register = { periods: [october], measures: [], benefits: [] }
const why = { term: 'Of the accounts', figure: { status: 'ok', value: { kind: 'number', value: 1, unit: 'count' } }, formula: 'control-totals' } as const
/** 72 of pounds moved; 60 claimed and not verified. */
const open: PeriodClose = {
  period: october, closedBy: null, adjustments: [],
  checklist: [{ key: 'period_over', done: true, open: [] }, { key: 'actuals_approved', done: true, open: [] }, { key: 'claims_verified', done: false, open: ['Minutes saved'] }, { key: 'pools_reconciled', done: true, open: [] }],
  totals: [{ unit: 'GBP.noncash', movement: '7200', realised: '6000', verified: '0', banked: '0', unattributed: '0', left: '1200', open: '0', shortfall: '0', why: { movement: why, realised: why, verified: why, banked: why, unattributed: why, left: why, open: why, shortfall: why } }],
}
const done: PeriodClose = { ...open, checklist: open.checklist.map((item) => ({ ...item, done: true, open: [] })) }
const closed: PeriodClose = { ...done, period: { ...october, state: 'closed' }, closedBy: { entryId: id(1), by: 'Fay Finance', at: '2026-11-20T10:00:00Z' }, adjustments: [{ measure: 'Handling time', unit: 'GBP.noncash', amount: '-4800' }] }
const seal: Seal = { id: id(2), kind: 'value_period', title: 'Value period 2026-10', knownAt: '2026-11-20T10:00:00Z', position: null, period: '2026-10', digest: 'ab'.repeat(32), bytes: 1234, restatedAt: null, sealedBy: 'Fay Finance', sealedAt: '2026-11-20T10:00:01Z', product: '0.1.0', brokenAt: null }
const nothing: LedgerEntries = { entries: [], next: null }
const act = () => Promise.resolve(ok(undefined))
const show = (change: Partial<PeriodsProps> = {}): string =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <PeriodsPage register={full(register)} period="2026-10" detail={full(open)} seals={full([])} adjustments={full(nothing)} mayClose calendar={ukFiscalCalendar} today="2026-11-21" acts={{ open: act, soft: act, close: act, seal: act }} packAddress={(one) => `/pack/${one}`} onChoose={() => undefined} {...change} />
    </LocaleProvider>,
  )
const closeButton = (html: string): string | undefined => /<button[^>]*>(?:(?!<\/button>).)*Close the period<\/button>/.exec(html)?.[0]

describe('the close of a period', () => {
  it('empty: says what periods are for, and opens them for who may', () => {
    expect(show({ register: full({ ...register, periods: [] }) })).toMatch(/Open periods.*No value period is open yet/)
    expect(show({ register: full({ ...register, periods: [] }), mayClose: false })).not.toContain('Open periods')
  })
  it('loading and refused: stand for themselves', () => {
    expect(show({ detail: { state: 'loading' } })).toContain('Loading the period')
    expect(show({ detail: { state: 'refused', problem: { type: '/problems#period_unknown', title: 'No such value period', status: 422, code: 'period_unknown', detail: 'There is no value period x.' }, again: () => undefined } })).toContain('There is no value period x.')
  })
  it('partial: is not closed while a line of the checklist is open, and says which and where', () => {
    const html = show().replaceAll('&amp;', '&')
    expect(closeButton(html)).toContain('disabled')
    for (const words of ['3 of 4 done', 'Claims that wait for verification', 'Minutes saved', '/value/ledger?view=entries&period=2026-10&codes=R10', '£72', 'It can be closed once every line']) expect(html).toContain(words)
    expect(closeButton(show({ detail: full(done) }))).not.toContain('disabled')
  })
  it('full: a closed period has its pack, what was adjusted since, and no way to close it again', () => {
    const html = show({ detail: full(closed), seals: full([seal, { ...seal, id: id(3), period: '2026-09' }]) })
    for (const words of ['Closed by Fay Finance', `/pack/${id(2)}`, 'abababababab…', 'Prior-period adjustment', '−£48', 'Seal the pack']) expect(html).toContain(words)
    expect([closeButton(html), html.includes(id(3))]).toEqual([undefined, false])
  })
  it('a pack that does not read the same says so', () => expect(show({ detail: full(closed), seals: full([{ ...seal, brokenAt: '2026-11-21T10:00:00Z' }]) })).toContain('Does not read the same any more'))
  it('who may not close sees all of it and no act', () => expect(show({ mayClose: false, detail: full(closed) })).not.toMatch(/Seal the pack|Close plans|Open periods/))
})
