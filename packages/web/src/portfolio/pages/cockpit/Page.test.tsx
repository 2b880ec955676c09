import type { Cockpit } from '@throughline/contract/portfolio'
import { known, undefinedBecause } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formatIn } from '../../../format/index.ts'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { CockpitPage } from './Page.tsx'
import { compareMoney, compareNumber } from './compare.ts'
import { bn, emptyCockpit, firstCockpit, fullCockpit } from './fixture.ts'

const show = (cockpit: Reading<Cockpit>) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><CockpitPage organisation="HM Government" cockpit={cockpit} begin={<a href="/demand/import">Import</a>} loadMoved={noMore} loadDecisions={noMore} onPrint={() => undefined} /></LocaleProvider>)
const noMore = async () => ({ total: 0, items: [] })
const full = (value: Cockpit): Reading<Cockpit> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const gb = formatIn('en-GB')

describe('the cockpit', () => {
  it('empty: leads to what one can begin with', () => {
    const html = show(full(emptyCockpit))
    expect(html).toContain('Where to begin')
    expect(html).toContain('href="/demand/import"')
    expect(html).not.toContain('Headline figures')
  })
  it('loading', () => expect(show({ state: 'loading' })).toContain('Loading the portfolio'))
  it('refused: says the rule and whom to ask', () => {
    const html = show({ state: 'refused', problem: { type: '', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer; yours is none.' }, again: () => undefined })
    expect(html).toContain('This needs the role viewer')
    expect(html).toContain('Ask an owner')
  })
  it('partial: a first publication has nothing to compare with, and a withheld figure says so', () => {
    const html = show(full(firstCockpit))
    expect(html).toContain('the publisher withheld the figure')
    expect(html).toContain('There is no earlier publication')
    expect(html).toContain('Nothing earlier to compare with')
    expect(html).not.toContain('Across publications')
  })
  it('full: figures say why, comparisons use words beside arrows, and derived is marked', () => {
    const html = show(full(fullCockpit))
    expect(html).toContain('Why: Whole-life cost')
    expect(html).toContain('£29bn more than Mar 2023 (+4%)')
    expect(html).toContain('0.07 less than Mar 2023')
    expect(html).toContain('By weight; 1 of 4 objectives unserved')
    expect(html).toContain('data-kind="derived"')
  })
  it('full: says how ratings are spread, and never averages them', () => {
    const html = show(full(fullCockpit))
    expect(html).toContain('aria-label="Department for Transport: 6 Red, 30 Amber, 10 Green"')
    expect(html).toContain('Show all 11')
  })
  it('full: every movement and decision leads to its subject', () => {
    const html = show(full(fullCockpit))
    expect(html).toContain('href="/demand/initiatives/i2"')
    expect(html).toMatch(/Amber <svg[^>]*aria-label="to"[^>]*>(<path[^>]*><\/path>)*<\/svg> Red/)
    expect(html).toContain('End +31 months')
    expect(html).toContain('href="/strategy?objective=ob4"')
    expect(html).toContain('The 4 with most at stake, of 48')
    expect(html).toContain('6 of 301')
    expect(html).toContain('Rated red (24)')
  })
})

describe('comparisons', () => {
  it('point up for more, and are good only where more is better', () => {
    expect(compareMoney(known(bn(3)), known(bn(2)), 'higher', 'Mar 2023', gb)).toEqual({ words: '£1bn more than Mar 2023 (+50%)', direction: 'up', tone: 'good' })
    expect(compareMoney(known(bn(3)), known(bn(2)), 'neither', 'Mar 2023', gb)).not.toHaveProperty('tone')
    expect(compareNumber(known(2), known(2), 'higher', 'Mar 2023', gb.ratio)).toEqual({ words: 'As at Mar 2023', direction: 'level' })
  })
  it('are not made between unlike money, nor with nothing', () => {
    expect(compareMoney(known(bn(3)), known({ ...bn(2), currency: 'EUR' }), 'higher', 'Mar 2023', gb)?.words).toContain('Not comparable')
    expect(compareMoney(known(bn(3)), known(bn(0)), 'higher', 'Mar 2023', gb)?.words).toBe('£3bn more than Mar 2023')
    expect(compareMoney(undefinedBecause('EXEMPT'), known(bn(2)), 'higher', 'Mar 2023', gb)).toBeUndefined()
  })
})
