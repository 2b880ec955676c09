import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionsIn } from './mentions.ts'

const ada = { id: 'a', name: 'Ada' }
const adaLovelace = { id: 'l', name: 'Ada Lovelace' }
const zoë = { id: 'z', name: 'Zoë كريم' }
const others = [ada, adaLovelace, zoë]

describe('mentions', () => {
  it('are members by name, the longest that fits, in any case', () => {
    expect(mentionsIn('Ask @ada lovelace, then @Ada.', others)).toEqual([{ id: 'l', name: 'ada lovelace' }, { id: 'a', name: 'Ada' }])
    expect(mentionsIn('(@Zoë كريم) 👋', others)).toEqual([zoë])
  })
  it('are no part of a word, of an address or of a longer name', () => {
    expect(mentionsIn('mail ada@ada.example, @Adam, @@Ada, x.@Ada', others)).toEqual([])
    expect(mentionsIn('@nobody @ @', others)).toEqual([])
  })
  it('name each person once, and the one who is meant where two have the name', () => {
    const second = { id: 'b', name: 'Ada' }
    expect(mentionsIn('@Ada @Ada', [ada])).toEqual([ada])
    expect(mentionsIn('@Ada', [ada, second], ['b'])).toEqual([second])
    expect(mentionsIn('@Ada', [ada, second], ['x'])).toEqual([ada, second])
  })
  it('find whoever is written between spaces, whatever the rest', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => mentionsIn(`${before} @Zoë كريم ${after}`, others).some(({ id }) => id === 'z')))
  })
})
