import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money } from '@throughline/engine/kernel'
import { accepts } from './controls/FilePicker.tsx'
import { settleNumber } from './controls/NumberField.tsx'
import { compactMoney, formatMoney } from './format.ts'
import { place } from './overlays/place.ts'
import { fuzzyMatch } from './palette/fuzzy.ts'
import { rankCommands } from './palette/rank.ts'
import { readNumber, writeNumber } from './read-number.ts'

describe('numbers in the locale', () => {
  test.each([
    ['1,234.56', 'en-GB', '1234.56'],
    ['1.234,56', 'de-DE', '1234.56'],
    ['1 234,56', 'fr-FR', '1234.56'],
    ['−12', 'en-GB', '-12'],
    ['(1,000)', 'en-GB', '-1000'],
    ['.5', 'en-GB', '0.5'],
  ])('%s in %s is %s', (text, locale, value) => expect(readNumber(text, locale)).toEqual({ ok: true, value }))
  test.each([['1.5', 'de-DE'], ['1,5', 'en-GB'], ['12,34', 'en-GB'], ['', 'en-GB'], ['-', 'en-GB'], ['1e5', 'en-GB']])('%s in %s is refused', (text, locale) => expect(readNumber(text, locale).ok).toBe(false))
  test('what is written reads back, digit for digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(3), fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'de-CH', 'en-IN'), (whole, digits, locale) => {
        fc.pre(locale !== 'en-IN' || (whole < 100_000n && whole > -100_000n))
        const text = digits === 0 ? String(whole) : `${whole}.${'7'.repeat(digits)}`
        expect(readNumber(writeNumber(text, locale), locale)).toEqual({ ok: true, value: text })
      }),
    )
  })
  test('bounds are told with what was found', () => expect(settleNumber('12', 'en-GB', 0, 10).message).toBe('The most allowed is 10; 12 is above it.'))
})

describe('money', () => {
  test('keeps every digit beyond what a float can hold', () => expect(formatMoney(money(900_719_925_474_099_301n, 'GBP'), 'en-GB')).toBe('£9,007,199,254,740,993.01'))
  test('headlines carry three digits and a unit', () => expect(compactMoney(money(-12_345_678_900n, 'EUR'), 'en-GB')).toEqual({ value: '−123', unit: 'm EUR' }))
})

describe('palette', () => {
  const command = (label: string, keywords?: string) => ({ key: label, label, group: 'Go to', ...(keywords && { keywords }), run: () => {} })
  const commands = [command('Export board pack'), command('Cockpit'), command('Value ledger'), command('Initiatives', 'projects programmes')]
  test('first letters of words find it', () => expect(rankCommands('vl', commands)[0]?.command.label).toBe('Value ledger'))
  test('a prefix beats letters apart', () => expect(rankCommands('co', commands)[0]?.command.label).toBe('Cockpit'))
  test('keywords find it too', () => expect(rankCommands('programmes', commands)[0]?.command.label).toBe('Initiatives'))
  test('accents and case do not matter', () => expect(fuzzyMatch('emile', 'Émile')?.at).toEqual([0, 1, 2, 3, 4]))
  test('found wherever the letters stand in order, and what is marked spells the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 }), fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 }), (label, query) => {
        const match = fuzzyMatch(query, label)
        const subsequence = new RegExp([...query].join('.*')).test(label)
        expect(match !== undefined).toBe(subsequence)
        if (match) {
          expect(match.at.map((index) => label[index]).join('')).toBe(query)
          expect([...match.at].sort((a, b) => a - b)).toEqual(match.at)
        }
      }),
    )
  })
})

test('a floating box stays inside the view and flips where there is no room below', () => {
  expect(place({ left: 10, top: 550, width: 80, height: 30 }, { width: 200, height: 100 }, { width: 800, height: 600 }, 'bottom-start')).toEqual({ left: 10, top: 446 })
  expect(place({ left: 780, top: 0, width: 20, height: 20 }, { width: 200, height: 100 }, { width: 800, height: 600 }, 'bottom-start').left).toBe(592)
})

test('files are taken by ending or media type', () => {
  expect(accepts('.csv,.xlsx', { name: 'Plan.XLSX', type: '' })).toBe(true)
  expect(accepts('.csv,image/*', { name: 'a.pdf', type: 'application/pdf' })).toBe(false)
  expect(accepts('image/*', { name: 'a', type: 'image/png' })).toBe(true)
})
