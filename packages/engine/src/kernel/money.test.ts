import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMoney, allocateMoney, minorDigits, money, negateMoney, nominal, sameUnit, scaleMoney, subtractMoney, sumMoney, unitKey, type Money } from './money.ts'

const pounds = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((minor) => money(minor, 'GBP'))
const zero = money(0n, 'GBP')
const real2023 = { kind: 'real', baseYear: 2023, index: 'GDP deflator' } as const

describe('money', () => {
  it('adds within a unit only', () => {
    const cash = money(100n, 'GBP', nominal, 'cash_releasing')
    const others = [money(1n, 'EUR', nominal, 'cash_releasing'), money(1n, 'GBP', real2023, 'cash_releasing'), money(1n, 'GBP', nominal, 'non_cash_releasing')]
    for (const other of others) {
      expect(sameUnit(cash, other)).toBe(false)
      expect(() => addMoney(cash, other)).toThrow(unitKey(other))
    }
    expect(addMoney(cash, cash).minor).toBe(200n)
  })

  it('keeps the base year and the index of real money apart', () => {
    expect(sameUnit(money(1n, 'GBP', real2023), money(1n, 'GBP', { ...real2023, baseYear: 2024 }))).toBe(false)
    expect(sameUnit(money(1n, 'GBP', real2023), money(1n, 'GBP', { ...real2023, index: 'CPI' }))).toBe(false)
    expect(unitKey(money(1n, 'GBP', real2023))).toBe('GBP real 2023 GDP deflator na')
  })

  it('is a group under addition', () => {
    fc.assert(
      fc.property(pounds, pounds, pounds, (a, b, c) => {
        expect(addMoney(a, b)).toEqual(addMoney(b, a))
        expect(addMoney(addMoney(a, b), c)).toEqual(addMoney(a, addMoney(b, c)))
        expect(addMoney(a, zero)).toEqual(a)
        expect(addMoney(a, negateMoney(a))).toEqual(zero)
        expect(addMoney(subtractMoney(a, b), b)).toEqual(a)
      }),
    )
  })

  it('sums to the same whatever the order', () => {
    fc.assert(fc.property(fc.array(pounds), (list) => void expect(sumMoney([...list].reverse(), zero)).toEqual(sumMoney(list, zero))))
    expect(sumMoney([], zero)).toEqual(zero)
  })

  it('splits and puts together again without loss', () => {
    const weights = fc.array(fc.bigInt({ min: 1n, max: 1000n }), { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(pounds, weights, (whole, by) => void expect(sumMoney(allocateMoney(whole, by), zero)).toEqual(whole)))
  })

  it('scales half to even', () => {
    expect(scaleMoney(money(5n, 'GBP'), 1n, 2n).minor).toBe(2n)
    expect(scaleMoney(money(7n, 'GBP'), 1n, 2n).minor).toBe(4n)
    // 85 % of £1,180,000 is £1,003,000
    expect(scaleMoney(money(118_000_000n, 'GBP'), 85n, 100n).minor).toBe(100_300_000n)
    expect(() => scaleMoney(zero, 1n, 0n)).toThrow('denominator other than zero')
  })

  it('knows the currencies whose minor unit is not a hundredth', () => {
    expect(['GBP', 'JPY', 'KWD', 'EUR'].map(minorDigits)).toEqual([2, 0, 3, 2])
  })

  it('does not change what it is given', () => {
    const amount: Money = Object.freeze(money(100n, 'GBP'))
    expect(negateMoney(amount).minor).toBe(-100n)
    expect(amount.minor).toBe(100n)
  })
})
