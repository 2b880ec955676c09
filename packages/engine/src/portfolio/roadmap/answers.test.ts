import { expect, it } from 'vitest'
import { checkRoadmap, leastDisturbance, letIn, movesToTry, priceRoadmapPins, readPlan, roadmapBottlenecks, roadmapBoundCurve, roadmapConflict, roadmapFrontier, roadmapRelaxations, roadmapSteadiness, roadmapVerdicts, roadmapWhatIf, roomFor, solveRoadmap, withMostMoves } from './index.ts'
import type { RoadmapAnswer, RoadmapCandidate, RoadmapCase, RoadmapConstraint } from './index.ts'
import { chanceCase } from './testing/chance-cases.ts'

const effort = { seed: 1, effort: 500 }
const small = (id: string, worth: number, cost: number): RoadmapCandidate => ({
  id, name: id.toUpperCase(), starts: [0],
  variants: [{ id: 'v', name: 'V', duration: 1, costs: [{ potId: 'money', amounts: [cost] }], demand: [], value: { growth: { kind: 'once', amount: worth } } }],
})
const budget = (limit: number): RoadmapConstraint => ({ kind: 'potBudget', potIds: ['money'], byPeriod: [limit, 0] })
const caseOf = (candidates: readonly RoadmapCandidate[], ...constraints: readonly RoadmapConstraint[]): RoadmapCase => ({
  periods: ['2027', '2028'], candidates, constraints, pots: [{ id: 'money', name: 'Money' }], pools: [], objective: { kind: 'weighted', weights: { growth: 1 } },
})
function solved(given: RoadmapCase): RoadmapAnswer {
  const answer = solveRoadmap(given, effort)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
// Budget 10: by ratio A alone (60); the best is B and C (90).
const three = caseOf([small('a', 60, 6), small('b', 45, 5), small('c', 45, 5)], budget(10))

it('given a budget of 10, then b and c for 90, and a budget of 11 lets a in beside one of them, because 60 + 45 is more', () => {
  const answer = solved(three)
  expect(answer).toMatchObject({ value: 90, proved: true, plan: [{ candidateId: 'b' }, { candidateId: 'c' }] })
  const changed = roadmapWhatIf(answer, { ...three, constraints: [budget(11)] }, effort)
  expect(changed).toMatchObject({ ok: true, value: { valueChange: 15 } })
  expect(changed.ok && changed.value.moves.length).toBe(2)
})

it('given a that is out, then what it takes is said and holds: 6 more money, or one of the others for 45 - 60 with 5 left over', () => {
  const answer = solved(three)
  const verdict = roadmapVerdicts(three, answer)[0]!
  expect(verdict).toMatchObject({ candidateId: 'a', verdict: 'out', gives: 60 })
  expect(letIn(three, answer, 'a', effort)).toEqual({ kind: 'at_a_price', valueLost: 30, atLeast: 30, leaves: ['b', 'c'] })
  const room = roomFor(three, answer, 'a')!
  expect(room.limits).toMatchObject([{ more: 6, limit: { period: 0 } }])
  expect(readPlan(room.case, [...answer.plan, room.choice], { kind: 'weighted', weights: { growth: 1 } })).toMatchObject({ faults: [], value: 150 })
})

it('given a pinned in, then the pin costs 30, because b and c would be 90', () => {
  const pinned: RoadmapCase = { ...three, constraints: [budget(10), { kind: 'must', candidateId: 'a' }] }
  expect(priceRoadmapPins(pinned, solved(pinned), effort)).toMatchObject([{ price: 30, atMost: 30 }])
})

it('given a bottleneck of 10, then one more unit is worth 15, found by solving again', () => {
  expect(roadmapBottlenecks(three, solved(three), { ...effort, count: 1 })).toMatchObject([{ step: 1, gain: 15, atMost: 15, limit: { period: 0, used: 10, limit: 10 } }])
})

it('given more and more money, then value never falls and no bound lies below it', () => {
  const given = chanceCase(8, 4)
  const answer = solved(given)
  const points = roadmapFrontier(given, answer, 'money', [50, 100, 150, 200], effort)
  const values = points.map((point) => point.value ?? -Infinity)
  expect(values).toEqual([...values].sort((a, b) => a - b))
  for (const point of points) expect(point.bound).toBeGreaterThanOrEqual(point.value ?? -Infinity)
  for (const { percent, bound } of roadmapBoundCurve(given, answer, 'money', [50, 100, 150, 200])) expect(bound).toBeGreaterThanOrEqual(points.find((point) => point.percent === percent)?.value ?? -Infinity)
})

it('given demands that cannot be kept together, then the conflict is those two and no third, and raising the budget is enough', () => {
  const given: RoadmapCase = { ...three, constraints: [{ kind: 'atMost', candidateIds: ['b'], most: 1 }, { kind: 'must', candidateId: 'a' }, budget(5)] }
  const conflict = roadmapConflict(given, effort)!
  expect(conflict.members.map((each) => each.kind).sort()).toEqual(['must', 'potBudget'])
  expect(conflict.irreducible).toBe(true)
  const [cheapest] = roadmapRelaxations(given, conflict, effort)
  expect(cheapest).toMatchObject({ gives: [{ constraint: { kind: 'potBudget' }, percent: 1 }], value: 60 })
})

it('given values that may be off by a tenth, then b and c are core and a never in, because 90 against 60 stands', () => {
  const { candidates } = roadmapSteadiness(three, solved(three), { valuePercent: 10, weightPercent: 0, capacityPercent: 0 }, 10, effort)
  expect(candidates.map((each) => each.standing)).toEqual(['never', 'core', 'core'])
})

it('given a plan of record of a alone, then no move is worth 60, and three moves bring 90', () => {
  const record = [{ candidateId: 'a', variantId: 'v', start: 0 }]
  const points = leastDisturbance(three, record, solved(three), movesToTry(4), effort)
  expect(points.map(({ most, moves, value, bound }) => [most, moves, value, bound])).toEqual([[0, 0, 60, 60], [1, 0, 60, 60], [2, 0, 60, 60], [3, 3, 90, 90], [4, 3, 90, 90]])
  const held = solved(withMostMoves(three, record, 2))
  expect(held).toMatchObject({ value: 60, plan: record, limits: expect.arrayContaining([expect.objectContaining({ used: 0, limit: 2, words: 'At most 2 moves from the plan of record' })]) })
  // a record that does not fit: one of the two has to go, so no plan is without a move
  const both = ['a', 'b'].map((candidateId) => ({ candidateId, variantId: 'v', start: 0 }))
  expect(leastDisturbance(three, both, solved(three), [0, 1], effort).map(({ value, plan }) => [value, plan?.length])).toEqual([[null, undefined], [60, 1]])
})

it.each([2, 9, 17, 23])('case %i: a pin never helps, the order of the input changes nothing, and what is of no use changes nothing', (seed) => {
  const given = chanceCase(seed, 4)
  const answer = solveRoadmap(given, effort)
  const turned = solveRoadmap({ ...given, candidates: given.candidates.toReversed(), constraints: given.constraints.toReversed() }, effort)
  expect(turned.ok ? turned.value.plan : turned.refusal.code).toEqual(answer.ok ? answer.value.plan : answer.refusal.code)
  if (!answer.ok) return
  const pinned = solveRoadmap({ ...given, constraints: [...given.constraints, { kind: 'mustNot', candidateId: 'c2' }] }, effort)
  if (pinned.ok) expect(pinned.value.value).toBeLessThanOrEqual(answer.value.value)
  const useless: RoadmapCandidate = { id: 'z', name: 'Z', variants: [{ id: 'v', name: 'V', duration: 1, costs: [{ potId: 'capital', amounts: [99] }], demand: [], value: {} }] }
  const withUseless = solveRoadmap({ ...given, candidates: [...given.candidates, useless] }, effort)
  expect(withUseless.ok && withUseless.value.value).toBe(answer.value.value)
  const forged = { ...answer.value, certificate: { ...answer.value.certificate, prices: [] } }
  const checked = checkRoadmap(given, forged)
  expect(checked.ok && checked.value.bound! >= BigInt(answer.value.value)).toBe(true)
})

it('given the second objective within 10 % of the first, then safety is taken at the cost of some growth, because 60 is no less than 54', () => {
  const both = (id: string, growth: number, safety: number): RoadmapCandidate => {
    const plain = small(id, growth, 5)
    return { ...plain, variants: [{ ...plain.variants[0]!, value: { growth: { kind: 'once', amount: growth }, safety: { kind: 'once', amount: safety } } }] }
  }
  const weights = (id: string) => ({ kind: 'weighted', weights: { [id]: 1 } }) as const
  const given: RoadmapCase = { ...caseOf([both('a', 60, 1), both('b', 55, 9)], budget(5)), objective: { kind: 'lexicographic', first: weights('growth'), second: weights('safety'), withinPercent: 10 } }
  const answer = solved(given)
  expect(answer).toMatchObject({ value: 9, plan: [{ candidateId: 'b' }], first: { value: 60, least: 54 } })
  expect(checkRoadmap(given, answer)).toMatchObject({ ok: true, value: { keepsEverything: true, value: 9 } })
})
