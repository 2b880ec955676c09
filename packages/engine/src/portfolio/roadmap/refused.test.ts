import { expect, it } from 'vitest'
import { solveRoadmap } from './index.ts'
import type { RoadmapCandidate, RoadmapCase } from './index.ts'
import { chanceCase } from './testing/chance-cases.ts'

const sound: RoadmapCase = { ...chanceCase(1), constraints: [] }
const first = sound.candidates[0]!
const refusalOf = (change: Partial<RoadmapCase>) => {
  const answer = solveRoadmap({ ...sound, ...change }, { seed: 1, effort: 10 })
  return answer.ok ? null : answer.refusal
}
const withFirst = (change: Partial<RoadmapCandidate>): Partial<RoadmapCase> => ({ candidates: [{ ...first, ...change }, ...sound.candidates.slice(1)] })
const variant = first.variants[0]!

it.each([
  ['no candidates', { candidates: [] }, { code: 'no_candidates' }],
  ['no periods', { periods: [] }, { code: 'no_periods' }],
  ['an id twice', { candidates: [first, first] }, { code: 'id_twice', what: 'candidate', id: 'c0' }],
  ['no variant', withFirst({ variants: [] }), { code: 'no_variant', candidateId: 'c0' }],
  ['a cost that is no number', withFirst({ variants: [{ ...variant, costs: [{ potId: 'capital', amounts: [Number.NaN] }] }] }), { code: 'amount_not_whole', place: `c0.${variant.id}.costs.capital` }],
  ['a negative cost', withFirst({ variants: [{ ...variant, costs: [{ potId: 'capital', amounts: [-1] }] }] }), { code: 'amount_negative', found: -1 }],
  ['a sum beyond exact numbers', withFirst({ variants: [{ ...variant, costs: [{ potId: 'capital', amounts: [2 ** 50] }] }] }), { code: 'amounts_too_large', place: 'money' }],
  ['an unknown pot', withFirst({ variants: [{ ...variant, costs: [{ potId: 'moon', amounts: [1] }] }] }), { code: 'id_unknown', what: 'pot', id: 'moon' }],
  ['a start beyond the horizon', withFirst({ starts: [9] }), { code: 'outside_range', found: 9 }],
  ['a circle', { constraints: [{ kind: 'requiresAll', candidateId: 'c0', requires: ['c1'] }, { kind: 'finishToStart', candidateId: 'c1', after: 'c0', lag: 0 }] }, { code: 'dependency_cycle', candidateIds: ['c0', 'c1'] }],
  ['pins that contradict', { constraints: [{ kind: 'must', candidateId: 'c0' }, { kind: 'mustNot', candidateId: 'c0' }] }, { code: 'pins_contradict', candidateId: 'c0' }],
  ['a budget of the wrong length', { constraints: [{ kind: 'potBudget', potIds: ['capital'], byPeriod: [1] }] }, { code: 'wrong_length', found: 1, expected: 4 }],
  ['a stranger to a pot', { constraints: [{ kind: 'potBudget', potIds: ['capital', 'operating'], byPeriod: [9, 9, 9, 9], eligible: { dimension: 'category', tags: [] } }] }, { code: 'not_eligible' }],
] as const)('%s is refused by name', (_, change, refusal) => {
  expect(refusalOf(change as Partial<RoadmapCase>)).toMatchObject(refusal)
})

it('given a million candidates, then they are refused by number, because no answer would come while anybody waits', () => {
  const candidates = Array.from({ length: 1_000_000 }, () => first)
  expect(refusalOf({ candidates })).toEqual({ code: 'case_too_large', what: 'candidates', found: 1_000_000, limit: 100_000 })
})

it('given no limits at all, then everything of value goes ahead, because nothing holds it back', () => {
  const once = { growth: { kind: 'once', amount: 7 } } as const
  const candidates = ['a', 'b'].map((id) => ({ ...first, id, running: undefined, variants: [{ ...variant, value: once }] }))
  expect(solveRoadmap({ ...sound, candidates, objective: { kind: 'weighted', weights: { growth: 1 } }, stability: undefined }, { seed: 1, effort: 50 })).toMatchObject({ ok: true, value: { value: 14, proved: true } })
})

it('given a case at odds with a plan of record, then a penalty keeps it where the gain is smaller', () => {
  const worth = (early: number, late: number) => ({ growth: { kind: 'byStart', amounts: [early, late, 0, 0] } }) as const
  const candidates = [{ ...first, id: 'a', running: undefined, mandatory: false, variants: [{ ...variant, id: 'v', value: worth(10, 8) }] }]
  const given: RoadmapCase = { ...sound, candidates, objective: { kind: 'weighted', weights: { growth: 1 } }, stability: { record: [{ candidateId: 'a', variantId: 'v', start: 1 }], penaltyPerMove: 3 } }
  expect(solveRoadmap(given, { seed: 1, effort: 50 })).toMatchObject({ ok: true, value: { plan: [{ start: 1 }], value: 8, penalties: 0 } })
  expect(solveRoadmap({ ...given, stability: { ...given.stability!, penaltyPerMove: 1 } }, { seed: 1, effort: 50 })).toMatchObject({ ok: true, value: { plan: [{ start: 0 }], value: 9, penalties: 1 } })
})
