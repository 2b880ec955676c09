import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { random } from '../../kernel/index.ts'
import { mapIssues, testLink, trace, type CausalLink } from './index.ts'

const link = (id: string, from: string, to: string, polarity: 1 | -1 = 1, lag = 0): CausalLink => ({ id, from, to, polarity, lag })
const series = (values: readonly number[]) => new Map(values.map((value, at) => [at, value]))
/** A walk of chance, and another that repeats its steps two periods later with a little noise. */
const chance = random(7)
const steps = Array.from({ length: 30 }, () => chance.next() - 0.5)
const walk = (each: readonly number[]) => series(each.reduce<number[]>((sums, step) => [...sums, (sums.at(-1) ?? 0) + step], []))
const cause = walk(steps)
const effect = walk(steps.map((_, at) => (steps[at - 2] ?? 0) + 0.1 * (chance.next() - 0.5)))

describe('a causal link against data', () => {
  test('an effect after two periods supports the link at lag 2 and not at lag 0', () => {
    expect(testLink(link('l', 'a', 'b', 1, 2), cause, effect).state).toBe('supported')
    expect(testLink(link('l', 'a', 'b', 1, 0), cause, effect).state).not.toBe('supported')
    expect(testLink(link('l', 'a', 'b', -1, 2), cause, effect).state).toBe('contradicted')
  })

  test('two trends alone support nothing: their changes do not move together', () => {
    const [a, b] = [Array.from({ length: 30 }, (_, at) => at + chance.next()), Array.from({ length: 30 }, (_, at) => at + chance.next())]
    expect(testLink(link('l', 'a', 'b'), series(a), series(b)).state).toBe('hypothesised')
  })

  test('too little data leaves a link untested, with the reason', () => {
    const short = series([1, 2, 4, 3, 5, 6, 2, 8])
    expect(testLink(link('l', 'a', 'b'), short, short)).toMatchObject({ state: 'untested', pairs: 7, because: '7 pairs of changes; at least 8 are needed, so 1 more period in a row in which both are measured.' })
    expect(testLink(link('l', 'a', 'b'), undefined, cause)).toMatchObject({ state: 'untested', because: 'The cause has no measure.' })
    expect(testLink(link('l', 'a', 'b'), series(Array.from({ length: 12 }, () => 5)), cause).state).toBe('untested')
  })

  test('a missing period is not bridged', () => {
    const gap = new Map([...cause].filter(([at]) => at % 2 === 0))
    expect(testLink(link('l', 'a', 'b'), gap, cause)).toMatchObject({ state: 'untested', pairs: 0 })
  })
})

describe('the soundness of a map', () => {
  const bands: Readonly<Record<string, number>> = { money: 0, people: 1, ways: 2, skills: 3 }
  const band = (id: string): number => bands[id] ?? 0

  test('only cycles that fight themselves are contrary', () => {
    const good = [link('1', 'skills', 'ways'), link('2', 'ways', 'skills')]
    expect(mapIssues(good, () => 0)).toEqual([])
    expect(mapIssues([link('1', 'skills', 'ways'), link('2', 'ways', 'people'), link('3', 'people', 'skills', -1)], () => 0)).toEqual([{ code: 'contrary_cycle', linkIds: ['3', '1', '2'] }])
    expect(mapIssues([link('1', 'ways', 'ways')], band)).toEqual([{ code: 'link_to_itself', linkIds: ['1'] }])
  })

  test('a link from money to skills goes against the layers', () => {
    expect(mapIssues([link('1', 'skills', 'ways'), link('2', 'money', 'skills')], band)).toEqual([{ code: 'against_the_layers', linkIds: ['2'] }])
  })

  test('what drives an objective and what it drives', () => {
    const found = trace([link('1', 'skills', 'ways'), link('2', 'ways', 'people'), link('3', 'people', 'money'), link('4', 'other', 'money')], 'ways')
    expect({ up: [...found.upstream], down: [...found.downstream], links: [...found.linkIds].sort() }).toEqual({ up: ['skills'], down: ['people', 'money'], links: ['1', '2', '3'] })
  })

  test('law: a cycle is contrary by the product of its signs', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom<1 | -1>(1, -1), { minLength: 2, maxLength: 6 }), (signs) => {
      const links = signs.map((sign, at) => link(`${at}`, `o${at}`, `o${(at + 1) % signs.length}`, sign))
      expect(mapIssues(links, () => 0).length).toBe(signs.reduce<number>((product, sign) => product * sign, 1) < 0 ? 1 : 0)
    }), { numRuns: 40 })
  })
})
