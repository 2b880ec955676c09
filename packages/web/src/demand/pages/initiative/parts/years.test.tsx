import { known } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '../../../../ui/locale.tsx'
import { changesOf } from './EditYears.tsx'
import { Years } from './Years.tsx'

const money = (minor: string) => ({ minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const })
const profile = (difference: string | null) => ({
  total: { metric: known(money('90000')), why: { term: 'Whole-life cost', figure: known({ kind: 'money' as const, money: money('90000') }) } },
  lines: [{ year: 2025, label: '2025/26', amount: money('70000'), derived: false, rule: 'Entered by Ina on 2026-02-01', given: true }],
  difference: difference === null ? null : money(difference),
})
const show = (difference: string | null, canEdit: boolean) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><Years costProfile={profile(difference)} benefitProfile={{ ...profile(null), lines: [] }} currency="GBP" firstYear={2025} version={1} onSave={canEdit ? async () => ({ ok: true, value: undefined }) : undefined} /></LocaleProvider>)

it('says by how much the years differ from the whole, and which to correct', () => {
  expect(show('-20000', true)).toContain('The years sum to £200.00 less than the whole. Correct a year, or the whole.')
  expect(show(null, true)).not.toContain('than the whole')
})

it('are changed by those who may edit', () => {
  expect(show(null, true)).toContain('Change years')
  expect(show(null, false)).not.toContain('Change years')
})

it('sends only the years that were changed; an empty year is taken back', () => {
  const before = { cost: new Map([[2025, '700'], [2026, '5']]), benefits: new Map<number, string | null>() }
  const after = { cost: new Map<number, string | null>([[2025, '700'], [2026, null]]), benefits: new Map([[2030, '12.50']]) }
  expect(changesOf(before, after, 'GBP')).toEqual([{ year: 2026, kind: 'cost', amountMinor: null }, { year: 2030, kind: 'benefits', amountMinor: '1250' }])
  expect(changesOf(before, before, 'GBP')).toEqual([])
  expect(changesOf(before, { ...before, cost: new Map([[2025, 'much']]) }, 'GBP')).toBeUndefined()
})
