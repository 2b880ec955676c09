import { ukFiscalCalendar } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '../../../../ui/locale.tsx'
import { emptyInitiative, fullInitiative } from '../fixture.ts'
import Appraisal, { choicesOf, firstChoice, yearFlows } from './Appraisal.tsx'

const show = (detail: typeof fullInitiative): string => renderToStaticMarkup(<LocaleProvider locale="en-GB"><Appraisal {...detail} currency="GBP" calendar={ukFiscalCalendar} /></LocaleProvider>)
const line = (year: number, minor: string) => ({ year, label: String(year), amount: { minor, currency: 'GBP' as const, basis: { kind: 'nominal' as const } }, derived: false, rule: null })
const withYears = (cost: readonly (readonly [number, string])[], benefits: readonly (readonly [number, string])[]): typeof fullInitiative => ({
  ...fullInitiative,
  costProfile: { ...fullInitiative.costProfile, lines: cost.map(([year, minor]) => ({ ...fullInitiative.costProfile.lines[0], ...line(year, minor) })) as typeof fullInitiative.costProfile.lines },
  benefitProfile: { ...fullInitiative.benefitProfile, lines: benefits.map(([year, minor]) => ({ ...fullInitiative.benefitProfile.lines[0], ...line(year, minor) })) as typeof fullInitiative.benefitProfile.lines },
})

it('a what-if appraisal: each figure with why it is what it is', () => {
  const html = show(withYears([[2026, '10000000000']], [2027, 2028, 2029, 2030, 2031].map((year) => [year, '3000000000'] as const)))
  for (const words of ['Net present value', '£35.5m', '1.35', '£7.85m', '3.3 years', '3.6 years', 'Why: Net present social value', 'Why: Internal rate of return', 'Rate of return by days (XIRR)', 'Why: Rate of return of dated flows']) expect(html).toContain(words)
})

it('without benefits by year there is none, and it says what it needs', () => {
  expect(show(emptyInitiative)).toContain('What nobody has said is not zero')
})

it('two internal rates are both named, and none is chosen', () => {
  expect(show(withYears([[2026, '100000'], [2028, '154000']], [[2027, '250000']]))).toContain('2 rates: 10.0%, 40.0%')
})

it('what stands in the fields is what the engine is asked', () => {
  expect(choicesOf({ ...firstChoice, rate: 'nominal', own: '8', timing: 'mid', prices: 'nominal', bias: 'equipment', mitigated: '25' }, 'EUR')).toEqual({ currency: 'EUR', prices: 'nominal', inflation: 0.02, bias: { category: 'equipment', mitigation: 0.25 }, rate: { perYear: 0.08, basis: 'nominal', timing: 'mid' } })
  expect(choicesOf({ ...firstChoice, rate: 'green-book-2022 health' }, 'GBP').rate).toEqual({ vintage: 'green-book-2022', schedule: 'health' })
  expect(yearFlows(withYears([[2026, '100']], [[2026, '250'], [2027, '300']]))).toEqual([{ year: 2026, cost: 1, benefit: 2.5 }, { year: 2027, cost: 0, benefit: 3 }])
})
