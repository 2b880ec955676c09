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
  ['a need that is infinite', withFirst({ variants: [{ ...variant, demand: [{ poolId: 'people', amounts: [Number.POSITIVE_INFINITY] }] }] }), { code: 'amount_not_whole', found: Number.POSITIVE_INFINITY }],
  ['a value that is no number', withFirst({ variants: [{ ...variant, value: { growth: { kind: 'once', amount: Number.NaN } } }] }), { code: 'amount_not_whole', place: `c0.${variant.id}.value.growth` }],
  ['a negative need', withFirst({ variants: [{ ...variant, demand: [{ poolId: 'people', amounts: [-3] }] }] }), { code: 'amount_negative', found: -3 }],
  ['a negative budget', { constraints: [{ kind: 'potBudget', potIds: ['capital'], byPeriod: [-5, 1, 1, 1] }] }, { code: 'amount_negative', place: 'potBudget.byPeriod', found: -5 }],
  ['a capacity that is no number', { constraints: [{ kind: 'poolCapacity', poolIds: ['people'], byPeriod: [Number.NaN, 1, 1, 1] }] }, { code: 'amount_not_whole', place: 'poolCapacity.byPeriod' }],
  ['a price of overtime that is negative', { constraints: [{ kind: 'poolCapacity', poolIds: ['people'], byPeriod: [1, 1, 1, 1], overload: { most: 1, price: -1 } }] }, { code: 'amount_negative', place: 'poolCapacity.overload.price' }],
  ['a share beyond the whole', { constraints: [{ kind: 'shareFloor', of: { kind: 'tag', dimension: 'category', tag: 'k0' }, leastPercent: 101 }] }, { code: 'outside_range', found: 101, to: 100 }],
  ['a window that ends before it begins', { constraints: [{ kind: 'startWithin', candidateId: 'c0', from: 2, to: 1 }] }, { code: 'outside_range', place: 'startWithin.to', found: 1, from: 2 }],
  ['two windows that do not meet, of what must go ahead', { constraints: [{ kind: 'must', candidateId: 'c1' }, { kind: 'startWithin', candidateId: 'c1', from: 0, to: 0 }, { kind: 'startWithin', candidateId: 'c1', from: 2, to: 2 }] }, { code: 'pins_contradict', candidateId: 'c1' }],
  ['a rate that is no number', { discountPerPeriod: Number.NaN }, { code: 'outside_range', place: 'discountPerPeriod' }],
  ['a weight that is negative', { objective: { kind: 'weighted', weights: { growth: -1 } } }, { code: 'amount_negative', place: 'objective.weights' }],
  ['a confidence beyond certainty', { objective: { kind: 'robust', of: { kind: 'weighted', weights: { growth: 1 } }, confidencePercent: 101, worlds: 10, valuePercent: 1, weightPercent: 0, seed: 1 } }, { code: 'outside_range', place: 'objective.confidencePercent' }],
  ['worlds without end', { objective: { kind: 'robust', of: { kind: 'weighted', weights: { growth: 1 } }, confidencePercent: 80, worlds: 1_000_000, valuePercent: 1, weightPercent: 0, seed: 1 } }, { code: 'outside_range', place: 'objective.worlds' }],
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

it('given what hurts, then a negative value is no refusal: it stays out, because nothing is better', () => {
  const candidates = [{ ...first, id: 'a', running: undefined, mandatory: false, variants: [{ ...variant, value: { growth: { kind: 'once', amount: -7 } } as const }] }]
  expect(solveRoadmap({ ...sound, candidates, objective: { kind: 'weighted', weights: { growth: 1 } }, stability: undefined }, { seed: 1, effort: 50 })).toMatchObject({ ok: true, value: { plan: [], value: 0, proved: true } })
})

it('given a pool without capacity, then only who needs none of it goes ahead; a pool that nobody limits holds nobody back', () => {
  const needing = (id: string, need: number): RoadmapCandidate => ({ id, name: id, starts: [0], variants: [{ id: 'v', name: 'v', duration: 1, costs: [], demand: [{ poolId: 'people', amounts: [need] }], value: { growth: { kind: 'once', amount: 5 } } }] })
  const given: RoadmapCase = { ...sound, candidates: [needing('busy', 1), needing('idle', 0)], objective: { kind: 'weighted', weights: { growth: 1 } }, stability: undefined, constraints: [{ kind: 'poolCapacity', poolIds: ['people'], byPeriod: [0, 0, 0, 0] }] }
  expect(solveRoadmap(given, { seed: 1, effort: 50 })).toMatchObject({ ok: true, value: { plan: [{ candidateId: 'idle' }], value: 5, proved: true } })
  expect(solveRoadmap({ ...given, constraints: [] }, { seed: 1, effort: 50 })).toMatchObject({ ok: true, value: { value: 10, proved: true } })
})

it('given amounts from one to a million millions, then the smallest still decides, because every sum is exact', () => {
  // Ten million millions and one may be spent: the two large ones fit to the unit beside the small one, and one unit less leaves the small one out.
  const one = (id: string, cost: number, worth: number): RoadmapCandidate => ({ id, name: id, starts: [0], variants: [{ id: 'v', name: 'v', duration: 1, costs: [{ potId: 'capital', amounts: [cost] }], demand: [], value: { growth: { kind: 'once', amount: worth } } }] })
  const given = (limit: number): RoadmapCase => ({ ...sound, candidates: [one('large', 6e12, 9e12), one('other', 4e12, 7e12), one('small', 1, 1)], objective: { kind: 'weighted', weights: { growth: 1 } }, stability: undefined, constraints: [{ kind: 'potBudget', potIds: ['capital'], byPeriod: [limit, 0, 0, 0] }] })
  expect(solveRoadmap(given(1e13 + 1), { seed: 1, effort: 400 })).toMatchObject({ ok: true, value: { value: 1.6e13 + 1, proved: true } })
  expect(solveRoadmap(given(1e13), { seed: 1, effort: 400 })).toMatchObject({ ok: true, value: { value: 1.6e13, proved: true } })
})
