import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepChosen, selectPortfolio, type Constraint } from './index.ts'
import { asked, option, threeOptions } from './testing/given.ts'

describe('a chosen set', () => {
  it('has its value and cost where it keeps everything', () => {
    expect(keepChosen(asked(threeOptions, { kind: 'totalBudget', limit: 10 }), ['B', 'C'])).toEqual({ ok: true, value: { value: 90, cost: 10 } })
  })

  it('names what it breaks, with the amount used against the limit', () => {
    expect(keepChosen(asked(threeOptions, { kind: 'totalBudget', limit: 10 }), ['A', 'B'])).toMatchObject({ ok: false, refusal: { constraint: { kind: 'totalBudget' }, measured: { used: 11, limit: 10 } } })
    expect(keepChosen(asked(threeOptions, { kind: 'mustInclude', candidateId: 'C' }), ['A'])).toMatchObject({ ok: false, refusal: { constraint: { kind: 'mustInclude', candidateId: 'C' }, measured: null } })
    expect(keepChosen(asked([option('A', 1, 1, { requires: ['B'] }), option('B', 1, 1)]), ['A'])).toMatchObject({ ok: false, refusal: { constraint: { kind: 'dependency' }, measured: null } })
  })

  it('is kept exactly where the search finds a plan with every candidate pinned to it', () => {
    const ids = ['a', 'b', 'c', 'd']
    const candidates = ids.map((id, k) => option(id, 10 - k, 3 + k, { departmentId: k % 2 ? 'N' : 'S', ...(id === 'd' ? { requiresAny: ['a', 'b'] } : {}) }))
    const constraints = fc.array(
      fc.oneof<fc.Arbitrary<Constraint>[]>(
        fc.record({ kind: fc.constant('totalBudget' as const), limit: fc.nat(20) }),
        fc.record({ kind: fc.constant('minimumShare' as const), departmentId: fc.constantFrom('N', 'S'), leastPercent: fc.nat(100) }),
        fc.record({ kind: fc.constant('atLeastK' as const), candidateIds: fc.subarray(ids, { minLength: 1 }), least: fc.nat(3) }),
        fc.record({ kind: fc.constant('exclusion' as const), candidateIds: fc.subarray(ids, { minLength: 2 }) }),
        fc.record({ kind: fc.constantFrom('mustInclude' as const, 'mustExclude' as const), candidateId: fc.constantFrom(...ids) }),
      ),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(constraints, fc.subarray(ids), (given, chosen) => {
        const pins = ids.map((candidateId): Constraint => ({ kind: chosen.includes(candidateId) ? 'mustInclude' : 'mustExclude', candidateId }))
        expect(keepChosen(asked(candidates, ...given), chosen).ok).toBe(selectPortfolio(asked(candidates, ...given, ...pins), { explain: 'quick' }).ok)
      }),
    )
  })
})
