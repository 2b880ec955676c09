import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoadmapCandidate, RoadmapCase } from '../roadmap/case.ts'
import { recalibrateRoadmap } from './roadmap.ts'

const effort = { seed: 1, effort: 500 }
/** Worth more the sooner it starts: 3 in the first period, 2 in the second, 1 in the third. */
const work = (id: string, serves: Readonly<Record<string, number>>, more: Partial<RoadmapCandidate> = {}): RoadmapCandidate => ({
  id, name: id.toUpperCase(), ...more,
  variants: [{ id: 'v', name: 'V', duration: 1, costs: [{ potId: 'money', amounts: [10] }], demand: [], value: Object.fromEntries(Object.entries(serves).map(([key, worth]) => [key, { kind: 'byStart' as const, amounts: [3 * worth, 2 * worth, worth] }])) }],
})
const caseOf = (weights: Readonly<Record<string, number>>, candidates: readonly RoadmapCandidate[], budget: readonly number[] = [10, 10, 10]): RoadmapCase => ({
  periods: ['2027', '2028', '2029'], candidates, pots: [{ id: 'money', name: 'Money' }], pools: [], constraints: [{ kind: 'potBudget', potIds: ['money'], byPeriod: [...budget] }], objective: { kind: 'weighted', weights },
})
const three = [work('a', { growth: 10 }), work('b', { nature: 10 }), work('c', { growth: 5 })]
const answered = (before: RoadmapCase, after: RoadmapCase) => {
  const found = recalibrateRoadmap(before, after, effort)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

describe('the roadmap of the next version', () => {
  it('starts earlier what counts more, and later what counts less', () => {
    // Growth 3, nature 1: a 30, c 15, b 10, one a year. Turned round b comes first: 30 × 3 before a 10 × 2 and c 5.
    const found = answered(caseOf({ growth: 3, nature: 1 }, three), caseOf({ growth: 1, nature: 3 }, three))
    expect(found.shifts.map(({ candidateId, what, from, to, endsIn }) => [candidateId, what, from, to, endsIn]).sort()).toEqual([['a', 'later', 0, 1, 1], ['b', 'earlier', 2, 0, 0], ['c', 'later', 1, 2, 2]])
    expect(found.before).toMatchObject({ value: 130, bound: 130, proved: true, goAhead: 3 })
    // 3 × 30 + 2 × 10 + 5, less one for each of the three that move.
    expect(found.after).toMatchObject({ value: 112, proved: true })
    expect(found.objectives).toEqual([{ id: 'growth', before: 40, after: 25 }, { id: 'nature', before: 10, after: 30 }])
  })

  it('tells an exit from what is only given up, and what comes in its place', () => {
    const running = work('a', { growth: 10 }, { running: { exitCosts: [] } })
    const [before, after] = [caseOf({ growth: 9, nature: 1 }, [running, work('b', { nature: 10 })], [10, 0, 0]), caseOf({ growth: 1, nature: 9 }, [running, work('b', { nature: 10 })], [10, 0, 0])]
    expect(answered(before, after).shifts.map(({ candidateId, what }) => [candidateId, what]).sort()).toEqual([['a', 'exit'], ['b', 'comes']])
    expect(answered(after, before).shifts.map(({ candidateId, what }) => [candidateId, what]).sort()).toEqual([['a', 'comes'], ['b', 'goes']])
  })

  it('law: the same strategy moves nothing, and the bound of what is found holds', () => {
    const weight = fc.integer({ min: 0, max: 9 })
    fc.assert(fc.property(weight, weight, weight, weight, (growth, nature, more, less) => {
      const given = caseOf({ growth, nature }, three, [20, 10, 0])
      expect(answered(given, given).shifts).toEqual([])
      const next = caseOf({ growth: more, nature: less }, three, [20, 10, 0])
      const { after, shifts } = answered(given, next)
      expect(after.bound).toBeGreaterThanOrEqual(after.value)
      if (growth === more && nature === less) expect(shifts).toEqual([])
    }), { numRuns: 60 })
  })

  it('says what cannot be solved', () => {
    const nothing: RoadmapCase = { ...caseOf({ growth: 1 }, three), constraints: [{ kind: 'must', candidateId: 'a' }, { kind: 'mustNot', candidateId: 'a' }] }
    expect(recalibrateRoadmap(caseOf({ growth: 1 }, three), nothing, effort)).toMatchObject({ ok: false })
  })
})
