import { known, undefinedBecause, undefinedReasons, type UndefinedReason } from '@throughline/engine/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usableLocale } from '../ui/locale.tsx'
import { absenceCell, explainedMoney, healthOrder, isDerived, levelsOf, metricCell, metricText, moneyChange, moneyFull, moneyParts, moneyShort, moneyToField, percentText, pointsChange, ratingLooks, ratingMove, ratingWords, slipText, yearText } from './index.ts'

const gbp = (minor: string) => ({ minor, currency: 'GBP' })

describe('money', () => {
  it('is written short with three significant digits and the scale of the locale', () => {
    expect(moneyShort(gbp('3824000000000'), 'en-GB')).toBe('£38.2bn')
    expect(moneyShort(gbp('-38000000000'), 'en-GB')).toBe('−£380m')
    expect(moneyShort({ minor: '3824000000000', currency: 'EUR' }, 'de-DE').replace(/\u00a0/g, ' ')).toBe('38,2 Mrd. €')
  })
  it('keeps every digit when written in full, far beyond what a float can hold', () => {
    expect(moneyFull(gbp('900719925474099312'), 'en-GB')).toBe('£9,007,199,254,740,993.12')
  })
  it('splits into digits and scale that together are the short text', () => {
    expect(moneyParts(gbp('3824000000000'), 'en-GB')).toEqual({ value: '£38.2', unit: 'bn' })
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (minor) => {
      const { value, unit } = moneyParts(gbp(String(minor)), 'en-GB')
      expect(value + unit).toBe(moneyShort(gbp(String(minor)), 'en-GB'))
    }))
  })
  it('carries a sign when it is a difference, and none when nothing changed', () => {
    expect(moneyChange(gbp('120000000000'), 'en-GB')).toBe('+£1.2bn')
    expect(moneyChange(gbp('-120000000000'), 'en-GB')).toBe('−£1.2bn')
    expect(moneyChange(gbp('0'), 'en-GB')).toBe('£0')
  })
  it('goes to a field as plain decimals by the digits of its currency', () => {
    expect(moneyToField(gbp('-5'))).toBe('-0.05')
    expect(moneyToField({ minor: '1500', currency: 'JPY' })).toBe('1500')
  })
})

describe('metrics', () => {
  it('never show a number where there is none', () => {
    for (const reason of Object.keys(undefinedReasons) as UndefinedReason[]) expect(absenceCell(undefinedBecause(reason))).not.toMatch(/\d|^$/)
    expect(metricCell(undefinedBecause('EXEMPT'), String)).toBe('Withheld')
    expect(metricText(undefinedBecause('EXEMPT'), String)).toBe('Undefined: the publisher withheld the figure')
  })
  it('show a known zero as zero', () => expect(metricCell(known(0), String)).toBe('0'))
})

describe('numbers and time', () => {
  it('says per cent and percentage points apart', () => {
    expect(percentText(0.7134, 'en-GB')).toBe('71%')
    expect(pointsChange(0.03, 'en-GB')).toBe('+3 pp')
    expect(pointsChange(-0.125, 'en-GB')).toBe('−12.5 pp')
  })
  it('says a slip in days while it is short and in months when it is long', () => {
    expect(slipText(1, 'en-GB')).toBe('+1 day')
    expect(slipText(-12, 'en-GB')).toBe('−12 days')
    expect(slipText(214, 'en-GB')).toBe('+7 months')
  })
  it('names fiscal years as the organisation does', () => expect(yearText({ startMonth: 4, startDay: 1, label: 'span' }, 2024)).toBe('2024-25'))
})

describe('the locale', () => {
  it('is one that figures can be written in, whatever the system reports', () => {
    expect(usableLocale('de-DE')).toBe('de-DE')
    for (const odd of ['en-US@posix', 'C', '', undefined]) expect(usableLocale(odd)).toBe('en-GB')
  })
})

describe('ratings', () => {
  it('have words and letters of their own, so that no two can be taken for each other', () => {
    expect(new Set(healthOrder.map((key) => ratingLooks[key].words)).size).toBe(6)
    expect(new Set(healthOrder.map((key) => ratingLooks[key].letters)).size).toBe(6)
    expect(ratingWords(null)).toBe('No rating')
    expect(ratingMove({ scale: 'five_point', level: 'amber' }, { scale: 'five_point', level: 'amber_red' })).toBe('worse')
    expect(ratingMove({ scale: 'five_point', level: 'amber' }, { scale: 'three_point', level: 'green' })).toBeUndefined()
    expect(levelsOf('three_point')).toEqual(['red', 'amber', 'green', 'none'])
  })
})

describe('explanations', () => {
  const amount = { minor: '900719925474099312', currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const }
  it('come off the wire without losing a digit, at any depth', () => {
    const figure = { status: 'ok' as const, value: { kind: 'money' as const, money: amount } }
    const { metric, why } = explainedMoney({ metric: known(amount), why: { term: 'Cost', figure, source: { kind: 'derived', rule: 'sum' }, terms: [{ term: 'A', figure, terms: [{ term: 'B', figure: undefinedBecause('RANGE_ONLY') }] }] } })
    expect(metric).toEqual(known({ kind: 'money', money: { ...amount, minor: 900719925474099312n } }))
    expect(why.terms?.[0]?.figure).toEqual(known({ kind: 'money', money: { ...amount, minor: 900719925474099312n } }))
    expect(why.terms?.[0]?.terms?.[0]?.figure).toEqual(undefinedBecause('RANGE_ONLY'))
    expect(isDerived(why)).toBe(true)
  })
})
