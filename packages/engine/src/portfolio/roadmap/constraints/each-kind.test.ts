import { expect, it } from 'vitest'
import { solveRoadmap } from '../solve-roadmap.ts'
import type { RoadmapCandidate, RoadmapCase } from '../case.ts'
import { frameOf } from '../frame.ts'
import type { RoadmapConstraint, RoadmapConstraintKind } from './kinds.ts'
import { roadmapConstraintKinds, ruleFor } from './registry.ts'

/** Worth so much when it starts at once, and one less for each period later; each takes one period and one of the people. */
const one = (id: string, worth: number, cost: number, theme: string, safety: number): RoadmapCandidate => ({
  id, name: id.toUpperCase(), tags: { theme },
  variants: [{ id: 'v', name: 'V', duration: 1, costs: [{ potId: 'money', amounts: [cost] }], demand: [{ poolId: 'people', amounts: [1] }], value: { growth: { kind: 'byStart', amounts: [worth, worth - 1, worth - 2] }, safety: { kind: 'once', amount: safety } } }],
})
/** A for 60 and B for 50 and C for 40, costing 6, 5 and 4. Unbound, all three begin at once for 150. */
const three: RoadmapCase = {
  periods: ['2027', '2028', '2029'], candidates: [one('a', 60, 6, 'rail', 0), one('b', 50, 5, 'road', 0), one('c', 40, 4, 'road', 1)],
  pots: [{ id: 'money', name: 'Money' }], pools: [{ id: 'people', name: 'People' }], constraints: [], objective: { kind: 'weighted', weights: { growth: 1 } },
}
const money = (limit: number): RoadmapConstraint => ({ kind: 'potTotal', potIds: ['money'], limit })

type Told = { readonly ask: RoadmapConstraint; readonly beside?: readonly RoadmapConstraint[]; readonly plan: string | null; readonly worth: number }

/** What each kind asks, and what is then best: who begins in which period. The compiler asks for every kind there is. */
const told: Readonly<Record<RoadmapConstraintKind, readonly Told[]>> = {
  potBudget: [
    // 10 at once for A and C, 5 a year later for B
    { ask: { kind: 'potBudget', potIds: ['money'], byPeriod: [10, 5, 0] }, plan: 'a0 b1 c0', worth: 149 },
    // 5 for B in one year and 5 for C in the other, whichever comes first; where 1 may be kept, C at once and A for 6
    { ask: { kind: 'potBudget', potIds: ['money'], byPeriod: [5, 5, 0] }, plan: null, worth: 89 },
    { ask: { kind: 'potBudget', potIds: ['money'], byPeriod: [5, 5, 0], carryOver: { most: 1 } }, plan: 'a1 c0', worth: 99 },
    { ask: { kind: 'potBudget', potIds: ['money'], byPeriod: [5, 5, 0], carryOver: { most: null } }, plan: 'a1 c0', worth: 99 },
  ],
  potTotal: [{ ask: money(10), plan: 'a0 c0', worth: 100 }],
  poolCapacity: [
    { ask: { kind: 'poolCapacity', poolIds: ['people'], byPeriod: [2, 0, 0] }, plan: 'a0 b0', worth: 110 },
    // the third in overtime for 5
    { ask: { kind: 'poolCapacity', poolIds: ['people'], byPeriod: [2, 0, 0], overload: { most: 1, price: 5 } }, plan: 'a0 b0 c0', worth: 145 },
  ],
  must: [{ ask: { kind: 'must', candidateId: 'b' }, beside: [money(10)], plan: 'b0 c0', worth: 90 }],
  mustNot: [{ ask: { kind: 'mustNot', candidateId: 'a' }, plan: 'b0 c0', worth: 90 }],
  startWithin: [{ ask: { kind: 'startWithin', candidateId: 'a', from: 1, to: 2 }, plan: 'a1 b0 c0', worth: 149 }],
  // B is done at the end of 2027, so with a year between them A begins in 2029
  finishToStart: [{ ask: { kind: 'finishToStart', candidateId: 'a', after: 'b', lag: 1 }, plan: 'a2 b0 c0', worth: 148 }],
  requiresAll: [{ ask: { kind: 'requiresAll', candidateId: 'a', requires: ['b', 'c'] }, beside: [money(10)], plan: 'b0 c0', worth: 90 }],
  requiresAny: [
    { ask: { kind: 'requiresAny', candidateId: 'a', requiresAny: ['b'] }, beside: [money(10)], plan: 'b0 c0', worth: 90 },
    { ask: { kind: 'requiresAny', candidateId: 'a', requiresAny: ['b', 'c'] }, beside: [money(10)], plan: 'a0 c0', worth: 100 },
  ],
  excludes: [{ ask: { kind: 'excludes', candidateIds: ['a', 'b', 'c'] }, plan: 'a0', worth: 60 }],
  atMost: [{ ask: { kind: 'atMost', candidateIds: ['a', 'b', 'c'], most: 2 }, plan: 'a0 b0', worth: 110 }],
  atLeast: [{ ask: { kind: 'atLeast', candidateIds: ['b'], least: 1 }, beside: [money(10)], plan: 'b0 c0', worth: 90 }],
  // roads would be 9 of 15; beside A they are 5 of 11 with B
  shareCeiling: [
    { ask: { kind: 'shareCeiling', of: { kind: 'tag', dimension: 'theme', tag: 'road' }, mostPercent: 50 }, plan: 'a0 b0', worth: 110 },
    { ask: { kind: 'shareCeiling', of: { kind: 'tag', dimension: 'theme', tag: 'road' }, mostPercent: 50, tolerancePercent: 10 }, plan: 'a0 b0 c0', worth: 150 },
  ],
  shareFloor: [
    { ask: { kind: 'shareFloor', of: { kind: 'tag', dimension: 'theme', tag: 'road' }, leastPercent: 65 }, plan: 'b0 c0', worth: 90 },
    { ask: { kind: 'shareFloor', of: { kind: 'tag', dimension: 'theme', tag: 'road' }, leastPercent: 65, tolerancePercent: 5 }, plan: 'a0 b0 c0', worth: 150 },
  ],
  // A or B waits a year, whichever: both lose one by it
  parallel: [{ ask: { kind: 'parallel', candidateIds: ['a', 'b'], most: 1 }, plan: null, worth: 149 }],
  // C alone gives anything to safety
  valueFloor: [{ ask: { kind: 'valueFloor', objectiveId: 'safety', least: 1 }, beside: [money(5)], plan: 'c0', worth: 40 }],
  mostMoves: [{ ask: { kind: 'mostMoves', record: [], most: 1 }, plan: 'a0', worth: 60 }],
}
/** The first demand of each kind in words. */
const said: Readonly<Record<RoadmapConstraintKind, string>> = {
  potBudget: 'The budget of Money holds in each period',
  potTotal: 'Money together give at most 10 over all periods',
  poolCapacity: 'The capacity of People holds in each period',
  must: 'B goes ahead',
  mustNot: 'A does not go ahead',
  startWithin: 'A starts between 2028 and 2029',
  finishToStart: 'A starts after B has ended, 1 period later or more',
  requiresAll: 'A needs B and C',
  requiresAny: 'A needs at least one of B',
  excludes: 'At most one of A, B and C',
  atMost: 'At most 2 of A, B and C',
  atLeast: 'At least 1 of B',
  shareCeiling: 'theme road takes at most 50% of all cost',
  shareFloor: 'theme road takes at least 65% of all cost',
  parallel: 'At most 1 of A and B are under way at one time',
  valueFloor: 'safety gets at least 1',
  mostMoves: 'At most 1 move from the plan of record',
}

it.each(roadmapConstraintKinds.flatMap((kind) => told[kind].map((each) => [kind, each] as const)))('%s: the best that keeps it is the one that can be found in the head, and is proved', (_, { ask, beside = [], plan, worth }) => {
  const answer = solveRoadmap({ ...three, constraints: [ask, ...beside] }, { seed: 1, effort: 400 })
  if (!answer.ok) throw new Error(answer.refusal.code)
  expect(answer.value).toMatchObject({ value: worth, proved: true })
  if (plan !== null) expect([...answer.value.plan].map(({ candidateId, start }) => `${candidateId}${start}`).sort().join(' ')).toBe(plan)
})

it.each(roadmapConstraintKinds)('%s is told in words of its own, with the names and amounts that it is about', (kind) => {
  const { ask } = told[kind][0]!
  expect(ruleFor(ask).words(ask, frameOf(three))).toBe(said[kind])
})
