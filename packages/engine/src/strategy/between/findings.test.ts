import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonLinks, leastLikeness, type LinkableObjective } from './findings.ts'
import { likeness, wordsOf } from './likeness.ts'

const objective = (id: string, statement: string, more: Partial<LinkableObjective> = {}): LinkableObjective => ({ id, statement, measures: [], initiatives: [], ...more })

describe('what two units have in common', () => {
  it('is a measure of one definition, an initiative that serves both, or words, in this order', () => {
    const waiting = { name: 'Waiting time', identity: 'days until seen' }
    const tram = { id: 'tram', name: 'Tram' }
    const a = [objective('a1', 'Patients are seen sooner', { measures: [waiting] }), objective('a2', 'Clinics within reach', { initiatives: [tram] }), objective('a3', 'Nurses who stay')]
    const b = [objective('b1', 'Short queues', { measures: [{ ...waiting, name: 'Days in the queue' }] }), objective('b2', 'Towns that are joined', { initiatives: [tram] }), objective('b3', 'Nurses stay longer'), objective('b4', 'Clean air')]
    expect(commonLinks(a, b).map(({ from, to, reasons }) => [from, to, reasons.map(({ kind, names }) => `${kind} ${names.join(', ')}`)])).toEqual([
      ['a1', 'b1', ['measure Waiting time']], ['a2', 'b2', ['initiative Tram']], ['a3', 'b3', ['words nurs, stay']],
    ])
  })

  it('is nothing where nothing is', () => expect(commonLinks([objective('a', 'Clean air')], [objective('b', 'Short queues')])).toEqual([]))

  // Pairs of a labelled set: whether a person says that they belong together. Of what is suggested at least four in five do.
  it('suggests by words what people say belongs together, four times in five', () => {
    const pairs: readonly (readonly [string, string, boolean])[] = [
      ['Fewer people offend again', 'People who leave prison do not offend again', true], ['Homes leave gas and oil', 'Heat in homes without gas', true], ['Transport emits less', 'Emissions of transport fall', true], ['Prisons have 20,000 places more', 'Places in prisons are safe', true],
      ['One login for government', 'Citizens use one login for health', true], ['Old technology is left behind', 'Old technology of hospitals is replaced', true], ['Children start school ready to learn', 'Schools are sound', false], ['The nuclear legacy is made safe', 'Borders are safe', false],
      ['Travelling is safe, reliable and simple', 'Services are simple', false], ['Justice is swift and within reach', 'Gigabit broadband within reach', false], ['The forces fight with modern means', 'Crime is fought with modern means', false], ['Carbon dioxide is captured and stored', 'Data are stored once', false],
      ['The deterrent is renewed', 'Railways run on time', false], ['Fewer cases wait in court', 'Cases wait less in court', true], ['More nurses', 'Nurses are trained and stay', true], ['Barracks and land', 'Ships and aircraft', false],
    ]
    const others = pairs.flatMap(([one, other], at) => [objective(`x${at}`, one), objective(`y${at}`, other)])
    const texts = others.map(({ statement }) => wordsOf(statement))
    const weightOf = (word: string): number => Math.log(1 + texts.length / texts.filter((text) => text.has(word)).length)
    const suggested = pairs.filter(([one, other]) => likeness(wordsOf(one), wordsOf(other), weightOf).value >= leastLikeness)
    const right = suggested.filter(([, , together]) => together).length
    expect(suggested.length).toBeGreaterThanOrEqual(6)
    expect(right / suggested.length).toBeGreaterThanOrEqual(0.8)
  })
})

describe('laws', () => {
  const statement = fc.array(fc.constantFrom('clean', 'air', 'nurses', 'stay', 'trains', 'reach', 'towns', 'the'), { maxLength: 5 }).map((words) => words.join(' '))
  const side = (prefix: string) => fc.array(fc.record({ statement, measures: fc.subarray(['m1', 'm2']), initiatives: fc.subarray(['i1', 'i2', 'i3']) }), { maxLength: 4 })
    .map((all) => all.map((one, at): LinkableObjective => ({ id: `${prefix}${at}`, statement: one.statement, measures: one.measures.map((identity) => ({ identity, name: identity })), initiatives: one.initiatives.map((id) => ({ id, name: id })) })))
  const told = (links: ReturnType<typeof commonLinks>) => links.map(({ from, to, reasons }) => `${[from, to].sort().join(' ')} ${reasons.map(({ kind, names }) => `${kind} ${[...names].join()}`).join('; ')}`).sort()

  it('what one unit has in common with another, the other has with it, in whatever order they are told', () => {
    fc.assert(fc.property(side('a'), side('b'), (a, b) => {
      expect(told(commonLinks(b, a))).toEqual(told(commonLinks(a, b)))
      expect(commonLinks(a.toReversed(), b.toReversed())).toEqual(commonLinks(a, b))
    }))
  })

  it('likeness is 1 of a text with itself, between 0 and 1, and 0 where no word is shared', () => {
    fc.assert(fc.property(statement, statement, (one, other) => {
      const [a, b] = [wordsOf(one), wordsOf(other)]
      const { value, words } = likeness(a, b, () => 1)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
      expect(value === 0).toBe(words.length === 0)
      if (a.size > 0) expect(likeness(a, a, () => 1).value).toBeCloseTo(1, 12)
    }))
  })
})
