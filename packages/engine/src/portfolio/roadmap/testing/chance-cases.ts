import { random } from '../../../kernel/index.ts'
import type { RoadmapCandidate, RoadmapCase, WorthOverTime } from '../case.ts'
import { roadmapConstraintKinds } from '../constraints/registry.ts'
import type { RoadmapConstraint, RoadmapConstraintKind } from '../constraints/kinds.ts'

/** A small case by chance, with budgets and a pool always and two other demands of kinds that go round with the seed. */
export function chanceCase(seed: number, count = 5): RoadmapCase {
  const { below } = random(seed)
  const periods = ['Q1', 'Q2', 'Q3', 'Q4']
  const amounts = (length: number, most: number): number[] => Array.from({ length }, () => below(most))
  const worth = (): WorthOverTime => {
    const kind = below(3)
    if (kind === 0) return { kind: 'once', amount: below(60) - 5 }
    return kind === 1 ? { kind: 'byStart', amounts: amounts(4, 60) } : { kind: 'stream', amounts: amounts(3, 25) }
  }
  const candidates = Array.from({ length: count }, (_, i): RoadmapCandidate => {
    const variants = Array.from({ length: 1 + below(2) }, (_each, v) => {
      const duration = 1 + below(2)
      return {
        id: `v${v}`, name: `variant ${v}`, duration,
        costs: [{ potId: 'capital', amounts: amounts(duration, 9) }, { potId: 'operating', amounts: amounts(duration, 5) }],
        demand: [{ poolId: 'people', amounts: amounts(duration, 6) }],
        value: { growth: worth(), safety: worth() },
      }
    })
    return {
      id: `c${i}`, name: `candidate ${i}`, variants, tags: { category: `k${below(2)}` },
      ...(below(6) === 0 ? { running: { exitCosts: [{ potId: 'capital', amounts: [below(4)] }], exitLoss: below(5) } } : {}),
      ...(below(9) === 0 ? { mandatory: true } : {}),
    }
  })
  const id = (): string => `c${below(count)}`
  const kinds = roadmapConstraintKinds.filter((kind) => kind !== 'potBudget' && kind !== 'poolCapacity')
  const more = [kinds[seed % kinds.length]!, kinds[Math.floor(seed / 3) % kinds.length]!].map((kind) => chanceDemand(kind, id, below))
  const carries = below(3)
  return {
    periods, candidates,
    pots: [{ id: 'capital', name: 'Capital' }, { id: 'operating', name: 'Operating' }],
    pools: [{ id: 'people', name: 'People' }],
    constraints: [
      { kind: 'potBudget', potIds: ['capital'], byPeriod: amounts(4, 10), ...(carries === 0 ? {} : { carryOver: { most: carries === 1 ? null : below(5) } }) },
      { kind: 'poolCapacity', poolIds: ['people'], byPeriod: amounts(4, 9), ...(below(2) === 0 ? {} : { overload: { most: below(4), price: below(6) } }) },
      ...more,
    ],
    objective: chanceObjective(below),
    discountPerPeriod: 0.05,
    ...(below(3) === 0 ? { stability: { record: [{ candidateId: 'c0', variantId: 'v0', start: 0 }], penaltyPerMove: below(8) } } : {}),
  }
}

function chanceObjective(below: (bound: number) => number): RoadmapCase['objective'] {
  const kind = below(3)
  if (kind === 0) return { kind: 'weighted', weights: { growth: 3, safety: 2 }, discounted: below(2) === 0 }
  return kind === 1 ? { kind: 'netPresentValue', objectiveIds: ['growth', 'safety'] } : { kind: 'benefitIn', objectiveIds: ['growth'], periods: [1, 2, 3] }
}

function chanceDemand(kind: RoadmapConstraintKind, id: () => string, below: (bound: number) => number): RoadmapConstraint {
  const of = below(2) === 0 ? ({ kind: 'tag', dimension: 'category', tag: 'k0' } as const) : ({ kind: 'objective', objectiveId: 'growth' } as const)
  switch (kind) {
    case 'potBudget':
    case 'potTotal':
      return { kind: 'potTotal', potIds: ['capital', 'operating'], limit: 10 + below(20) }
    case 'poolCapacity':
    case 'parallel':
      return { kind: 'parallel', most: 1 + below(3) }
    case 'must':
    case 'mustNot':
      return { kind, candidateId: id() }
    case 'startWithin':
      return { kind, candidateId: id(), from: below(2), to: 2 }
    case 'finishToStart':
      return { kind, candidateId: 'c1', after: below(2) === 0 ? 'c2' : 'c3', lag: below(3) - 1 }
    case 'requiresAll':
      return { kind, candidateId: 'c1', requires: ['c0', 'c3'] }
    case 'requiresAny':
      return { kind, candidateId: id(), requiresAny: [id(), id()] }
    case 'excludes':
      return { kind, candidateIds: ['c0', 'c1', 'c3'] }
    case 'atMost':
      return { kind, candidateIds: ['c0', 'c1', 'c2', 'c3'], most: below(3) }
    case 'atLeast':
      return { kind, candidateIds: ['c0', 'c1', 'c2', 'c3'], least: 1 + below(2) }
    case 'shareCeiling':
      return { kind, of, mostPercent: 40 + below(30), tolerancePercent: below(6) }
    case 'shareFloor':
      return { kind, of, leastPercent: 30 + below(30), tolerancePercent: below(6) }
    case 'valueFloor':
      return { kind, objectiveId: 'growth', least: below(40) }
    case 'mostMoves':
      return { kind, record: [{ candidateId: 'c0', variantId: 'v0', start: 0 }, { candidateId: 'c2', variantId: 'v0', start: 1 }], most: below(4) }
  }
}
