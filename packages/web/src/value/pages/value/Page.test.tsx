import type { Value } from '@throughline/contract/value'
import { ok, ukFiscalCalendar } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { waterfallBars } from '../../../ui/charts/waterfall-layout.ts'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ValuePage, type ValueProps } from './Page.tsx'
import { emptyValue, entries, fullValue } from './fixture.ts'
import { waterfallSteps } from './parts/Book.tsx'
import { Groups } from './parts/Groups.tsx'

const done = async () => ok({})
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (change: Partial<ValueProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <ValuePage value={full<Value>(fullValue)} entries={full(entries)} canEdit initiatives={{ found: [], total: 0, find: () => undefined }} currency="GBP" calendar={ukFiscalCalendar} today="2026-11-20" onRecord={done} onReverse={done} {...change} />
    </LocaleProvider>,
  )

describe('value', () => {
  it('empty: says where benefits come from', () => expect(show({ value: full(emptyValue), entries: full([]) })).toContain('No benefit has been promised yet'))
  it('loading', () => expect(show({ value: { state: 'loading' }, entries: { state: 'loading' } })).toContain('Loading the value books'))
  it('refused', () => {
    const problem = { type: '', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }
    expect(show({ value: { state: 'refused', problem, again: () => undefined } })).toContain('This needs the role viewer.')
  })
  it('partial: a step without a figure is drawn without one, with its reason, never as zero', () => {
    const html = show()
    expect(html).toContain('The steps do not add up because')
    expect(html).toContain('no measured movement has been recorded')
    expect(html).not.toContain('Realised: £0')
  })
  it('full: one section for each kind of money, never added together', () => {
    const html = show()
    expect(html).toContain('Cash-releasing benefits')
    expect(html).toContain('Benefits, cash class not stated')
    expect(html).toContain('Why: Promised')
    expect(html).toContain('76%')
  })
  it('full: figures of an initiative that is kept in the ledger lead to the entries under them', () => {
    const [first] = fullValue.books
    const [group] = first?.byInitiative ?? []
    const groups = renderToStaticMarkup(<LocaleProvider locale="en-GB"><Groups groups={group ? [{ ...group, inLedger: true }, { ...group, id: 'i7' }] : []} by="initiative" unit="GBP.cash" /></LocaleProvider>).replaceAll('&amp;', '&')
    expect(groups.match(/\/value\/ledger[^"]*/g)).toEqual([`/value/ledger?view=entries&initiative=${group?.id}&unit=GBP.cash`])
  })
  it('full: what was reversed stays in sight and cannot be reversed again', () => {
    const html = show()
    expect(html).toContain('Reversal')
    expect(html.match(/aria-label="Reverse /g)).toHaveLength(1)
  })
  it('for who may not see amounts: entries say that theirs is withheld, and keep their evidence', () => {
    const html = show({ canEdit: false, entries: full(entries.map((entry) => ({ ...entry, amount: null }))) })
    expect(html).toContain('Withheld')
    expect(html).toContain(entries[0]?.evidence ?? 'no evidence')
  })
  it('for a viewer: nothing that would be refused', () => expect(show({ canEdit: false })).not.toMatch(/Record value|aria-label="Reverse /))
})

describe('the waterfall', () => {
  it('closes: the changes reach the totals, so that no bar of its own fills a gap', () => {
    for (const book of fullValue.books) expect(waterfallBars(waterfallSteps(book), 'gap').filter(({ kind }) => kind === 'gap')).toEqual([])
  })
  it('shows a gap where a book does not close', () => {
    const [book] = fullValue.books
    const broken = book && { ...book, steps: book.steps.filter(({ key }) => key !== 'raised') }
    expect(broken && waterfallBars(waterfallSteps(broken), 'gap').filter(({ kind }) => kind === 'gap')).toHaveLength(1)
  })
})
