import type { Alignment } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { fullAlignment, idleAlignment } from './fixture.ts'
import { AlignmentPage, type AlignmentPageProps } from './Page.tsx'

const full = (value: Alignment): Reading<Alignment> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (change: Partial<AlignmentPageProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <AlignmentPage reading={full(fullAlignment)} choice={{ basis: 'money', counting: 'all', period: 'whole', unit: undefined }} seesMoney onChoose={() => undefined} {...change} />
    </LocaleProvider>,
  )

describe('alignment', () => {
  it('empty: nothing to compare', () => expect(show({ reading: full(idleAlignment) })).toContain('There is nothing to compare yet'))
  it('loading', () => expect(show({ reading: { state: 'loading' } })).toContain('Loading alignment'))
  it('refused', () => {
    const problem = { type: '', title: 'Amounts are withheld from you', status: 403, code: 'amounts_withheld', detail: 'Your rights do not include to see them.' }
    expect(show({ reading: { state: 'refused', problem, again: () => undefined } })).toContain('Your rights do not include to see them.')
  })
  it('partial: a period into which nothing falls', () => expect(show({ reading: full({ ...fullAlignment, counted: { ...fullAlignment.counted, initiatives: 0 } }) })).toContain('Nothing falls into this'))
  it('full: distance in each way of counting, objectives by difference, units as small pictures', () => {
    const html = show()
    for (const words of ['23%', '19%', 'Without mandatory work', 'Without units that have leave', '−23 pp', '+13 pp', 'Serves no objective', 'Department of Rivers', 'Own weights', 'Has leave', '4 more without an amount', 'Undefined']) expect(html).toContain(words)
    const rows = html.slice(html.indexOf('Objectives, the one furthest from its weight first'))
    expect(rows.indexOf('Gigabit everywhere')).toBeLessThan(rows.indexOf('Clean rivers'))
    expect(html).toContain('furthest ahead of the priorities in')
    expect(html).toContain('href="/strategy?objective=ob2"')
    expect(html).toContain('aria-label="Furthest: Gigabit everywhere −40 pp, Clean rivers +40 pp"')
  })
  it('one unit: its own shares in place of the whole', () => {
    const html = show({ choice: { basis: 'money', counting: 'all', period: 'whole', unit: 'un1' } })
    for (const words of ['of Department of Rivers', '+40 pp', 'Show the whole organisation']) expect(html).toContain(words)
  })
  it('for who may not see amounts: money is not offered', () => {
    const html = show({ reading: full({ ...fullAlignment, basis: 'day', bases: ['money', 'day', 'hour'] }), choice: { basis: 'day', counting: 'all', period: 'whole', unit: undefined }, seesMoney: false })
    expect(html).toContain('Person hours')
    expect(html).not.toContain('<option value="money"')
  })
})
