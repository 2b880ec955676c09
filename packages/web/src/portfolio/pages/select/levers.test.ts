import type { Constraint } from '@throughline/engine/portfolio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { constraintsOf, firstLevers, keyOf, leversFrom, pinnedCost, pricedAtOnce, without, withPin, type Levers } from './levers.ts'

const standing: readonly Constraint[] = [{ kind: 'mustInclude', candidateId: 'a', because: 'Mandatory work' }, { kind: 'exclusion', candidateIds: ['b', 'c'] }]
const candidates = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, name: id.toUpperCase(), value: 10, cost: 2 ** index, ...(id === 'a' ? { requires: ['c'] } : {}) }))
const theCase = { input: { currency: 'GBP', candidates, constraints: standing } }

const anyLevers: fc.Arbitrary<Levers> = fc.record({
  totalBudget: fc.option(fc.nat(1000)),
  years: fc.dictionary(fc.constantFrom('2025', '2026', '2027'), fc.nat(1000)),
  departments: fc.dictionary(fc.constantFrom('d1', 'd2'), fc.nat(1000)),
  pins: fc.uniqueArray(fc.record({ kind: fc.constantFrom('mustInclude' as const, 'mustExclude' as const), candidateId: fc.constantFrom('b', 'c', 'd') }), { selector: (pin) => pin.candidateId }),
  extras: fc.constantFrom([], [{ kind: 'minimumShare' as const, departmentId: 'd1', leastPercent: 20 }]),
  setAside: fc.subarray(standing.map(keyOf)),
})
const keys = (constraints: readonly Constraint[]): readonly string[] => constraints.map(keyOf).sort()

describe('levers', () => {
  it('survive being saved as constraints and opened again', () => {
    fc.assert(fc.property(anyLevers, (levers) => {
      const asked = constraintsOf(levers, standing)
      expect(keys(constraintsOf(leversFrom(asked, theCase), standing))).toEqual(keys(asked))
    }))
  })

  it('taking any demand away leaves exactly the others', () => {
    fc.assert(fc.property(anyLevers, fc.nat(), (levers, at) => {
      const asked = constraintsOf(levers, standing)
      const gone = asked[at % Math.max(1, asked.length)]
      fc.pre(gone !== undefined)
      expect(keys(constraintsOf(without(levers, gone as Constraint), standing))).toEqual(keys(asked.filter((each) => each !== gone)))
    }))
  })

  it('lets a pin of one’s own replace a standing one, with the reason', () => {
    const levers = withPin(firstLevers(100), 'a', 'out', ' Stopped by the board ')
    expect(constraintsOf(levers, standing)).toEqual([{ kind: 'totalBudget', limit: 50 }, { kind: 'mustExclude', candidateId: 'a', because: 'Stopped by the board' }, standing[1]])
    expect(constraintsOf(withPin(levers, 'a', null), standing)).toContainEqual(standing[0])
  })

  it('counts what pins cost with all they need: a for 1 and c for 4', () => expect(pinnedCost(theCase.input)).toBe(5))

  it('prices few pins as the levers move, and many only when asked', () => {
    const of = (candidates: number, pins: number) => pricedAtOnce({ currency: 'EUR', candidates: Array.from({ length: candidates }, (_, k) => ({ id: String(k), name: '', value: 1, cost: 1 })), constraints: Array.from({ length: pins }, (_, k) => ({ kind: 'mustInclude' as const, candidateId: String(k) })) })
    expect([of(150, 100), of(5_000, 4), of(5_000, 5), of(5_000, 0)]).toEqual([true, true, false, true])
  })
  it('drops pins on initiatives that are no candidates any more', () => expect(leversFrom([{ kind: 'mustInclude', candidateId: 'gone' }], theCase).pins).toEqual([]))
})
