import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalCalculation, definitionText, type Calculated } from './index.ts'

const share: Calculated = { calculation: 'Calls answered ÷ calls', unit: 'percent', direction: 'higher', aggregation: 'ratio' }

describe('the identity of a definition', () => {
  test('is the same however it is written, and another where something else is counted', () => {
    expect(canonicalCalculation('Calls  answered ÷ Calls.')).toBe('calls answered÷calls')
    expect(canonicalCalculation('calls answered / CALLS')).toBe('calls answered÷calls')
    expect(canonicalCalculation('calls ÷ calls answered')).toBe('calls÷calls answered')
    expect(canonicalCalculation('on-time trips ÷ trips')).toBe('on time trips÷trips')
    expect(canonicalCalculation('(wages + rent) ÷ homes × 1000')).toBe(canonicalCalculation('1000 × (Rent + Wages) ÷ homes'))
    expect(canonicalCalculation('a ÷ (b × c)')).toBe(canonicalCalculation('a ÷ c ÷ b'))
    expect(canonicalCalculation('income − cost')).not.toBe(canonicalCalculation('cost − income'))
  })

  test('holds what makes figures comparable, and nothing else', () => {
    expect(definitionText(share)).toBe('calls answered÷calls\npercent\nhigher\nratio')
    for (const other of [{ unit: 'ratio' }, { direction: 'lower' }, { aggregation: 'stock' }] as const) expect(definitionText({ ...share, ...other })).not.toBe(definitionText(share))
    expect(definitionText({ ...share, calculation: ' – ' })).toBeUndefined()
  })

  test('what is no expression is words', () => {
    expect(canonicalCalculation('share of trips (by train')).toBe('share of trips by train')
    expect(canonicalCalculation('days (of work) lost')).toBe('days of work lost')
    expect(canonicalCalculation('÷ calls')).toBe('calls')
  })
})

describe('laws', () => {
  const name = fc.constantFrom('calls', 'calls answered', 'homes', 'staff', 'hours')
  const names = fc.array(name, { minLength: 1, maxLength: 5 })
  const loud = (text: string, seed: number) => [...text].map((letter, at) => ((seed >> at % 16) % 2 === 1 ? letter.toUpperCase() : letter === ' ' ? '  ' : letter)).join('')

  test('spaces and capitals change nothing', () => {
    fc.assert(fc.property(names, fc.constantFrom(' + ', ' − ', ' × ', ' ÷ '), fc.nat(), (all, sign, seed) => {
      expect(canonicalCalculation(`  ${loud(all.join(sign), seed)} `)).toBe(canonicalCalculation(all.join(sign)))
    }))
  })

  test('the order of names that are added or multiplied changes nothing', () => {
    fc.assert(fc.property(names, fc.constantFrom(' + ', ' × '), fc.nat(), (all, sign, turn) => {
      const at = turn % all.length
      expect(canonicalCalculation([...all.slice(at), ...all.slice(0, at)].toReversed().join(sign))).toBe(canonicalCalculation(all.join(sign)))
    }))
  })

  test('a form is its own form', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(canonicalCalculation(canonicalCalculation(text))).toBe(canonicalCalculation(text))
    }))
  })
})
