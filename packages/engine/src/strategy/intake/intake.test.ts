import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charactersIn, placeNow, placesOf, plainText, readingStanding, readingText, settledPoints, sourceCoverage, standsIn, stretches, unclearPoints, type CitedReading, type ReviewFacts } from './index.ts'

const text = 'Roads are safe. Trains run\non time. Roads are safe.'

describe('a passage', () => {
  test('stands in a text word for word where it says, or not', () => {
    expect(standsIn(text, { from: 0, to: 15, quote: 'Roads are safe.' })).toBe(true)
    expect(standsIn(text, { from: 1, to: 16, quote: 'Roads are safe.' })).toBe(false)
    expect(standsIn(text, { from: 0, to: 15, quote: 'Roads are safer' })).toBe(false)
    expect(standsIn(text, { from: 45, to: 60, quote: text.slice(45, 60) })).toBe(false)
    expect(standsIn(text, { from: 15, to: 16, quote: ' ' })).toBe(false)
  })
  test('is found by its words, whatever white space parts them, at every place', () => {
    expect(placesOf(text, 'Roads are safe.')).toEqual([{ from: 0, to: 15 }, { from: 36, to: 51 }])
    expect(placesOf(text, ' Trains run on  time. ')).toEqual([{ from: 16, to: 35 }])
    expect(placesOf(text, 'roads')).toEqual([])
    expect(placesOf(text, ' ')).toEqual([])
    expect(placesOf('a a a', 'a', 2)).toHaveLength(2)
  })
  test('is found again where something before it is longer by now, at the nearest place', () => {
    // From 30 it is 30 characters to the first and 6 to the second.
    expect(placeNow(text, { from: 30, to: 45, quote: 'Roads are safe.' })).toEqual({ from: 36, to: 51 })
    expect(placeNow(text, { from: 0, to: 5, quote: 'Rails' })).toBeUndefined()
  })
  test('counts places alike whatever ends the lines', () => expect(plainText('a\r\nb\rc\n')).toBe('a\nb\nc\n'))
  test('law: what was quoted from a text is found again whatever is put before it', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.string(), fc.nat(), fc.nat(), (words, before, a, b) => {
      const from = a % words.length
      const to = from + 1 + (b % (words.length - from))
      const quote = words.slice(from, to)
      fc.pre(quote.trim() !== '')
      const found = placeNow(before + words, { from, to, quote })
      expect((before + words).slice(found?.from, found?.to).split(/\s+/).join(' ').trim()).toBe(quote.split(/\s+/).join(' ').trim())
    }))
  })
})

describe('a text with its passages', () => {
  test('is cut where they begin and end', () => {
    const [a, b] = [{ from: 2, to: 6 }, { from: 4, to: 8 }]
    expect(stretches(10, [a, b])).toEqual([{ from: 0, to: 2, marks: [] }, { from: 2, to: 4, marks: [a] }, { from: 4, to: 6, marks: [a, b] }, { from: 6, to: 8, marks: [b] }, { from: 8, to: 10, marks: [] }])
    expect(stretches(10, [{ from: 0, to: 10 }])).toHaveLength(1)
  })
  test('is covered by what is cited at least once', () => {
    // 2 to 6 and 4 to 8 are six characters together; what lies beyond the end counts for nothing.
    expect(charactersIn([{ from: 4, to: 8 }, { from: 2, to: 6 }, { from: 9, to: 30 }], 10)).toBe(7)
    expect(sourceCoverage([{ title: 'Plan', characters: 10, cited: [{ from: 0, to: 5 }] }, { title: 'Speech', characters: 30, cited: [] }])).toMatchObject({ metric: { value: 0.125 }, why: { formula: 'source-coverage', terms: [{ figure: { value: { value: 5 } } }, { figure: { value: { value: 40 } } }, { term: 'Plan' }, { term: 'Speech' }] } })
    expect(sourceCoverage([]).metric).toEqual({ status: 'undefined', reason: 'DIV_BY_ZERO' })
  })
  test('law: stretches make the whole text, and as many of their characters are marked as are covered', () => {
    const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })).map(([from, length]) => ({ from, to: Math.min(60, from + length) }))
    fc.assert(fc.property(fc.array(span, { maxLength: 8 }), (marks) => {
      const cut = stretches(60, marks)
      expect(cut.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(60)
      expect(cut.filter((one) => one.marks.length > 0).reduce((sum, { from, to }) => sum + to - from, 0)).toBe(charactersIn(marks, 60))
    }))
  })
})

describe('how a reading stands', () => {
  const reading = (statement: string, passages: readonly string[] = ['p'], description = ''): CitedReading => ({ statement, description, passages })
  const review = (day: number, verdict: ReviewFacts['verdict'], of: CitedReading): ReviewFacts => ({ ...of, id: String(day), verdict, at: `2026-01-0${day}T00:00:00.000Z` })
  const safe = reading('Safe roads')

  test('uncited, cited, and what was said last of the very reading', () => {
    expect(readingStanding(reading('Safe roads', []), [])).toEqual({ standing: 'uncited', review: null, changes: [] })
    expect(readingStanding(safe, [])).toEqual({ standing: 'cited', review: null, changes: [] })
    const [yes, no] = [review(1, 'confirmed', safe), review(2, 'questioned', safe)]
    expect(readingStanding(reading(' Safe  roads '), [yes])).toEqual({ standing: 'confirmed', review: yes, changes: [] })
    expect(readingStanding(safe, [yes, no])).toMatchObject({ standing: 'questioned', review: no })
    expect(readingStanding(reading('Safe roads', []), [review(1, 'questioned', reading('Safe roads', []))]).standing).toBe('questioned')
  })
  test('a confirmation lapses with other words or passages, and holds again where they come back', () => {
    const yes = review(1, 'confirmed', safe)
    expect(readingStanding(reading('Safer roads'), [yes])).toEqual({ standing: 'changed', review: yes, changes: ['words'] })
    expect(readingStanding(reading('Safe roads', ['p'], 'And bridges'), [yes])).toMatchObject({ standing: 'changed', changes: ['words'] })
    expect(readingStanding(reading('Safe roads', ['p', 'q']), [yes])).toMatchObject({ standing: 'changed', changes: ['passages'] })
    expect(readingStanding(reading('Safe roads', []), [yes])).toMatchObject({ standing: 'uncited', changes: ['passages'] })
    expect(readingStanding(safe, [yes, review(2, 'questioned', reading('Safer roads'))])).toMatchObject({ standing: 'confirmed', review: yes })
  })
  test('what is unclear was questioned and not confirmed since', () => {
    const [one, two, three] = [review(1, 'questioned', safe), review(2, 'confirmed', safe), review(3, 'questioned', reading('Safer roads'))]
    expect(unclearPoints([three, two, one])).toEqual([three])
    expect(unclearPoints([three, one])).toEqual([one, three])
    expect(unclearPoints([two])).toEqual([])
    // What was confirmed since is clear, and stays to be read.
    expect([settledPoints([three, two, one]), settledPoints([three, one]), settledPoints([two])]).toEqual([[one], [], []])
  })
  test('is another in one line wherever it says or cites anything else', () => {
    expect(readingText(reading('Safe  roads', ['q', 'p']))).toBe(readingText(reading('Safe roads', ['p', 'q'])))
    expect(new Set([readingText(safe), readingText(reading('Safer roads')), readingText(reading('Safe roads', [])), readingText(reading('Safe roads', ['p'], 'x'))]).size).toBe(4)
  })
})
