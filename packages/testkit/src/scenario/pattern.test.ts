import { describe, expect, it } from 'vitest'
import { readAmount, sentenceReader } from './pattern.ts'

describe('a sentence', () => {
  it('gives its blanks in order, each as what it means', () => {
    expect(sentenceReader('{person} gives {amount} to {names} on {date} as {code}, {count} times {number}')('the editor of another organisation gives 1.5 m to "A", "B and C" and "D" on 2026-01-31 as `x_y`, 3 times -0.5')).toEqual([
      'the editor of another organisation', 150_000_000n, ['A', 'B and C', 'D'], '2026-01-31', 'x_y', 3, -0.5,
    ])
  })
  it('is read as a whole, and its own marks stand for themselves', () => {
    const read = sentenceReader('is it {text} (or not)?')
    expect(read('is it "A" (or not)?')).toEqual(['A'])
    expect([read('is it "A" (or not)? Yes'), read('so is it "A" (or not)?'), read('is it "A" or not'), read('is it A (or not)?')]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('an amount in euros', () => {
  it.each([['0', 0n], ['12.34', 1_234n], ['-2 k', -200_000n], ['1.000001 m', 100_000_100n], ['2 bn', 200_000_000_000n]])('%s is %d cents', (text, cents) => expect(readAmount(text)).toBe(cents))
  it.each(['', 'much', '1,5', '0.001', '5 M', '1 k m'])('is not "%s"', (text) => expect(() => readAmount(text)).toThrow('expected an amount in euros'))
})
