import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastLength, passwordHint, wordsKnownOf } from './password.ts'

describe('the password hint', () => {
  it('says how many characters are missing', () => {
    expect(passwordHint('elevenchars')).toMatchObject({ level: 0, words: '1 more character to reach 12.' })
  })
  it.each(['aaaaaaaaaaaaaaaaaaaa', '12345678901234', 'abcdefghijklmnop', 'passwordpassword', 'abababababababababab'])('calls %s easy to guess', (password) => {
    expect(passwordHint(password).level).toBe(1)
  })
  it('does not count the words that are known of the person', () => {
    expect(passwordHint('lindqvist-meridian', ['Anna Lindqvist', 'Meridian Group']).level).toBe(1)
    expect(wordsKnownOf('anna.lindqvist@meridian.example')).toEqual(['anna', 'lindqvist', 'meridian', 'example'])
  })
  it('calls several unrelated words strong', () => {
    expect(passwordHint('copper walrus tidal mosaic').level).toBe(3)
  })
  it('accepts exactly what is long enough, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
      expect(passwordHint(password).level > 0).toBe([...password].length >= leastLength)
    }))
  })
})
