import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { known, missing, numberFigure, undefinedBecause, type Metric } from '../../kernel/index.ts'
import { unitsById, wholeWeights } from '../../strategy/index.ts'
import { atGate, backTest, criteriaInUse, criteriaIssues, criteriaOverlaps, criteriaScore, nextGate, notReady, outcomeOf, passedGates, rankIntervals, rangeText, valueOf, weighCriteria, mostHeldTogether, weightSensitivity, type Criterion, type CriterionReading, type DecidedFacts, type Gate, type Scale, type Weighing } from './index.ts'

const points = (...pairs: readonly (readonly [number, number])[]): Scale => ({ kind: 'points', unit: '', points: pairs.map(([at, value]) => ({ at, value })) })
const levels: Scale = { kind: 'levels', levels: [{ name: 'Low', value: 0 }, { name: 'Fair', value: 60 }, { name: 'High', value: 100 }] }
const criterion = (id: string, more: Partial<Criterion> = {}): Criterion => ({ id, name: id, about: '', source: { kind: 'judged', measureId: null }, scale: points([0, 0], [10, 100]), objectiveKeys: [], ...more })
const read = (metric: Metric<number | string>): CriterionReading => ({ metric, why: { term: 'Read', figure: metric.status === 'ok' ? known(numberFigure(1)) : metric } })
const reads = (given: Readonly<Record<string, Metric<number | string>>>) => new Map(Object.entries(given).map(([id, metric]) => [id, read(metric)]))
const around = { fields: [], measureIds: new Set<string>(), objectiveKeys: new Set<string>() }

describe('a value function', () => {
  it('goes straight from point to point, either way, and takes the nearer end beyond them', () => {
    expect([0, 3, 8, -1, 11].map((raw) => valueOf(points([0, 0], [4, 80], [10, 100]), raw))).toEqual([{ value: 0, beyond: false }, { value: 60, beyond: false }, { value: expect.closeTo(93.3333, 4), beyond: false }, { value: 0, beyond: true }, { value: 100, beyond: true }])
    // Less is better: 100 at 0 falls to 0 at 10.
    expect(valueOf(points([0, 100], [10, 0]), 2)).toEqual({ value: 80, beyond: false })
  })
  it('gives a level the value that was said for it, and nothing to what is no level', () => {
    expect([valueOf(levels, 'fair'), valueOf(levels, 'Middling'), valueOf(levels, 2), valueOf(points([0, 0], [1, 100]), 'Fair')]).toEqual([{ value: 60, beyond: false }, undefined, undefined, undefined])
  })
})

describe('what a model may say', () => {
  const found = (...criteria: readonly Criterion[]) => criteriaIssues({ criteria, gates: [] }, around).map(({ where, expected }) => `${where}: ${expected}`)
  it('a sound one has no issue', () => expect(found(criterion('Reach'), criterion('Risk', { scale: levels }))).toEqual([]))
  it('names what is wrong, where, with what was expected', () => {
    expect(found(criterion('a', { scale: points([0, 0]) }), criterion('b', { scale: points([0, 10], [1, 100]) }), criterion('c', { scale: points([1, 0], [1, 100]) }), criterion('d', { scale: points([0, 0], [1, 100], [2, 50]) }))).toEqual([
      'a, scale: two points or more', 'b, scale: values from 0 (worst) to 100 (best), both of them given', 'c, scale: numbers that rise', 'd, scale: values that only rise or only fall',
    ])
    expect(found(criterion('a'), criterion('A'))).toEqual(['criteria: each name once'])
    expect(found(criterion('a', { source: { kind: 'figure', figure: 'cost' }, scale: levels }), criterion('b', { source: { kind: 'field', fieldId: 'f' } }), criterion('c', { objectiveKeys: ['k'] }))).toEqual(['a, source: points', 'b, source: a field of the organisation', 'c, objectives: objectives of the strategy in force'])
    const field = { id: 'f', name: 'Size', kind: 'choice', choices: ['Low', 'High', 'Huge'] }
    expect(criteriaIssues({ criteria: [criterion('a', { source: { kind: 'field', fieldId: 'f' }, scale: levels })], gates: [] }, { ...around, fields: [field] })).toMatchObject([{ found: 'Fair', expected: 'one of Low, High, Huge' }])
  })
  it('a gate asks something of criteria that are there', () => {
    const gate = (more: Partial<Gate>): Gate => ({ id: 'g', name: 'G', before: 'approved', hurdles: [], leastScore: null, ...more })
    const asked = (more: Partial<Gate>) => criteriaIssues({ criteria: [criterion('a'), criterion('b', { scale: levels })], gates: [gate(more)] }, around).map(({ expected }) => expected)
    expect([asked({}), asked({ leastScore: 40 }), asked({ hurdles: [{ criterionId: 'a', least: 3, most: 2, levels: [] }] }), asked({ hurdles: [{ criterionId: 'b', least: null, most: null, levels: ['Huge'] }] }), asked({ hurdles: [{ criterionId: 'z', least: 1, most: null, levels: [] }] })]).toEqual([
      ['a hurdle or a least score'], [], ['a least that is not above the most'], ['some of Low, Fair, High'], ['a criterion of this model'],
    ])
  })
})

describe('weights', () => {
  const [a, b] = [criterion('a'), criterion('b')]
  const weighing = (more: Partial<Weighing>): Weighing => ({ method: 'swing', table: 'saaty_1980', values: [{ id: 'a', value: 100 }, { id: 'b', value: 60 }], pairs: [], scales: { a: rangeText(a), b: rangeText(b) }, ...more })
  it('sum to exactly 1, and a model that is weighed is ready', () => {
    const found = weighCriteria([a, b], weighing({}))
    expect(found?.weights).toEqual([{ id: 'a', units: 62_500_000 }, { id: 'b', units: 37_500_000 }])
    expect(notReady([a, b], found)).toEqual([])
  })
  it('belong to a range: another one makes them stale', () => {
    const wider = { ...b, scale: points([0, 0], [20, 100]) }
    const found = weighCriteria([a, wider], weighing({}))
    expect([found?.stale, notReady([a, wider], found)]).toEqual([['b'], ['stale_weights']])
    // Ten thousands are no ten millions, and what is worth so much in cost is not worth it in benefits.
    const [unit, source] = [{ ...b, scale: { ...points([0, 0], [10, 100]), unit: 'm' } as Scale }, { ...b, source: { kind: 'figure', figure: 'benefits' } as const }]
    expect([unit, source].map((other) => weighCriteria([a, other], weighing({}))?.stale)).toEqual([['b'], ['b']])
  })
  it('are none where a criterion came since, and comparisons that contradict each other are not ready', () => {
    const three = [a, b, criterion('c')]
    const pairs = [{ a: 'a', b: 'b', ratio: 3 }, { a: 'b', b: 'c', ratio: 3 }, { a: 'c', b: 'a', ratio: 5 }]
    const circle = weighCriteria(three, weighing({ method: 'pairwise', pairs }))
    // λ 4.838, so that CI is 0.919 and CR 1.58 by Saaty's 0.58.
    expect([circle?.consistency?.metric, notReady(three, circle)]).toEqual([{ status: 'ok', value: expect.closeTo(1.58, 2) }, ['inconsistent']])
    expect([weighCriteria(three, weighing({}))?.refusal, notReady(three, weighCriteria(three, weighing({}))), notReady([], undefined)]).toEqual([{ code: 'judgement_incomplete', missing: ['c'] }, ['unweighed'], ['no_criteria']])
  })
})

describe('a score', () => {
  const criteria = [criterion('a'), criterion('b', { scale: levels })]
  const weights = wholeWeights([{ id: 'a', share: 3 }, { id: 'b', share: 1 }])
  it('is the sum of weights times values: 0.75 × 40 + 0.25 × 60 = 45', () => {
    const { total, low, high } = criteriaScore(criteria, weights, reads({ a: known(4), b: known('Fair') }))
    expect([total.metric, low, high]).toEqual([known(45), 45, 45])
    expect(total.why.terms?.map(({ term }) => term)).toEqual(['a', 'b'])
  })
  it('that misses something is an interval, and never counts it as 0', () => {
    const { total, low, high } = criteriaScore(criteria, weights, reads({ a: known(4) }))
    expect([total.metric, low, high]).toEqual([missing('b'), 30, 55])
    expect(criteriaScore(criteria, weights, reads({ a: undefinedBecause('WITHHELD'), b: known('High') }))).toMatchObject({ total: { metric: { reason: 'WITHHELD' } }, low: 25, high: 100 })
  })
  it('does not ask for what weighs nothing', () => expect(criteriaScore(criteria, [{ id: 'a', units: 100_000_000 }, { id: 'b', units: 0 }], reads({ a: known(4) })).total.metric).toEqual(known(40)))
  it('leads to ranks: equal ones share, unsure ones span', () => {
    const ranks = rankIntervals([{ id: 'a', low: 80, high: 80 }, { id: 'b', low: 80, high: 80 }, { id: 'c', low: 30, high: 90 }, { id: 'd', low: 20, high: 20 }])
    expect(Object.fromEntries(ranks)).toEqual({ a: { best: 1, worst: 2 }, b: { best: 1, worst: 2 }, c: { best: 1, worst: 3 }, d: { best: 4, worst: 4 } })
  })
  test('law: who is as good everywhere and better somewhere is never behind', () => {
    const value = fc.integer({ min: 0, max: 9 })
    fc.assert(fc.property(value, value, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (x, y, v, w) => {
      const shares = wholeWeights([{ id: 'a', share: v }, { id: 'b', share: w }])
      const at = (a: number, b: number) => criteriaScore([criterion('a'), criterion('b')], shares, reads({ a: known(a), b: known(b) })).low
      expect(at(x + 1, y)).toBeGreaterThan(at(x, y))
    }))
  })
})

describe('sensitivity', () => {
  const scored = (id: string, a: number, b: number) => ({ id, values: new Map([['a', a], ['b', b]]) })
  it('tells exactly between which weights the first stays first', () => {
    // p = 100w, q = 60(1 − w): equal at w = 0.375.
    const found = weightSensitivity([{ id: 'a', units: 50_000_000 }, { id: 'b', units: 50_000_000 }], [scored('p', 100, 0), scored('q', 0, 60)])
    expect(found.map(({ criterionId, stays }) => [criterionId, stays])).toEqual([['a', { low: 0.375, high: 1, below: 'q', above: null }], ['b', { low: 0, high: 0.625, below: null, above: 'q' }]])
    expect(found[0]?.agreement.metric).toEqual(known(1))
  })
  it('has nothing to tell of one initiative, or where one criterion has all the weight', () => {
    expect(weightSensitivity([{ id: 'a', units: 100_000_000 }], [scored('p', 1, 1)])).toEqual([])
    expect(weightSensitivity([{ id: 'a', units: 100_000_000 }], [scored('p', 1, 1), scored('q', 2, 2)])).toEqual([])
  })
  test('law: at the bounds of its weight nobody is ahead of the first', () => {
    const value = fc.integer({ min: 0, max: 100 })
    fc.assert(fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 6 }), fc.integer({ min: 5, max: 95 }), (all, percent) => {
      const weights = [{ id: 'a', units: percent * 1_000_000 }, { id: 'b', units: (100 - percent) * 1_000_000 }]
      const things = all.map(([a, b], at) => scored(`i${at}`, a, b))
      const total = (w: number) => things.map(({ id, values }) => ({ id, total: w * (values.get('a') ?? 0) + (1 - w) * (values.get('b') ?? 0) })).sort((x, y) => y.total - x.total || (x.id < y.id ? -1 : 1))
      const first = total(percent / 100)[0]?.id
      const stays = weightSensitivity(weights, things)[0]?.stays
      for (const w of [stays?.low ?? 0, stays?.high ?? 1]) expect((total(w)[0]?.total ?? 0) - (total(w).find(({ id }) => id === first)?.total ?? 0)).toBeLessThan(1e-6)
    }))
  })
})

describe('criteria that count the same twice', () => {
  const figure = (name: 'cost' | 'benefits' | 'ratio' | 'alignment', more: Partial<Criterion> = {}) => criterion(name, { source: { kind: 'figure', figure: name }, ...more })
  const kinds = (criteria: readonly Criterion[], values: readonly ReadonlyMap<string, number>[] = []) => criteriaOverlaps(criteria, values).map(({ kind, a, b }) => [kind, a, b])
  it('by what they read', () => {
    expect(kinds([figure('cost'), figure('ratio'), figure('alignment')])).toEqual([['shared_data', 'cost', 'ratio']])
    expect(kinds([figure('cost'), { ...figure('cost'), id: 'again' }])).toEqual([['same_data', 'cost', 'again']])
    expect(kinds([criterion('a', { source: { kind: 'judged', measureId: 'm' } }), criterion('b', { source: { kind: 'judged', measureId: 'm' } }), criterion('c', { source: { kind: 'judged', measureId: 'n' } })])).toEqual([['same_measure', 'a', 'b']])
  })
  it('by the objective that they stand for: alignment counts every one', () => expect(kinds([figure('alignment'), criterion('a', { objectiveKeys: ['k'] }), criterion('b', { objectiveKeys: ['k'] })])).toEqual([['same_objective', 'alignment', 'a'], ['same_objective', 'alignment', 'b'], ['same_objective', 'a', 'b']]))
  it('by values that rise and fall alike, of ten initiatives or more', () => {
    const values = Array.from({ length: 10 }, (_, at) => new Map([['a', at], ['b', at * at]]))
    expect([kinds([criterion('a'), criterion('b')], values), kinds([criterion('a'), criterion('b')], values.slice(1))]).toEqual([[['move_together', 'a', 'b']], []])
    // Of many, evenly spread ones.
    expect(criteriaOverlaps([criterion('a'), criterion('b')], Array.from({ length: 2 * mostHeldTogether + 1 }, (_, at) => new Map([['a', at], ['b', at]])))).toMatchObject([{ correlation: 1, pairs: 667 }])
  })
})

describe('a back-test', () => {
  const facts = (id: string, outcome: DecidedFacts['outcome'], score?: number): DecidedFacts => ({ decisionId: 'd', initiativeId: id, outcome, score: score === undefined ? missing('a') : known(score) })
  it('says how far the model orders as was decided, with ties and what was not scored', () => {
    // Taken 90, 70, 40; put off 40, 30: pairs apart 6, alike 5, tied 1; τ-b = 5/√(9·6) with 10 pairs of which one ties in score and four in outcome.
    const found = backTest([facts('a', 'taken', 90), facts('b', 'taken', 70), facts('c', 'taken', 40), facts('d', 'put_off', 40), facts('e', 'put_off', 30), facts('f', 'ended')])
    expect(found).toMatchObject({ counted: 5, unscored: 1, alike: 5, against: 0, tiedScores: 1, tiedOutcomes: 4, surprises: [], agreement: { metric: { status: 'ok', value: expect.closeTo(5 / Math.sqrt(54), 9) as number } } })
  })
  it('names where the model says the other thing', () => expect(backTest([facts('a', 'taken', 10), facts('b', 'ended', 80)]).surprises).toMatchObject([{ higher: { initiativeId: 'a' }, lower: { initiativeId: 'b' }, apart: 70 }]))
  it('takes of a decision on a state what it was: a rejection puts off what it would have taken up, and going on is no choice', () => {
    const of = (from: 'case' | 'approved' | 'active', to: 'approved' | 'active' | 'on_hold' | 'stopped' | 'closing', rejected = false) => outcomeOf({ from, to, rejected })
    expect([of('case', 'approved'), of('case', 'approved', true), of('approved', 'on_hold'), of('active', 'stopped'), of('approved', 'active'), of('active', 'closing'), of('active', 'stopped', true)]).toEqual(['taken', 'put_off', 'put_off', 'ended', undefined, undefined, undefined])
  })
  it('is withheld where a score is, and not called too few', () => expect(backTest([{ ...facts('a', 'taken'), score: undefinedBecause('WITHHELD') }]).agreement.metric).toEqual(undefinedBecause('WITHHELD')))
  it('is undefined of too few, and where all were decided alike', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((id, at) => facts(id, 'taken', at))
    expect([backTest(all.slice(1)).agreement.metric, backTest(all).agreement.metric]).toEqual([undefinedBecause('INSUFFICIENT_POINTS'), undefinedBecause('DIV_BY_ZERO')])
  })
})

describe('gates', () => {
  const criteria = [criterion('a'), criterion('b', { scale: levels })]
  const score = (given: Parameters<typeof reads>[0]) => criteriaScore(criteria, wholeWeights([{ id: 'a', share: 1 }, { id: 'b', share: 1 }]), reads(given))
  const gate: Gate = { id: 'g', name: 'Approval', before: 'approved', hurdles: [{ criterionId: 'a', least: 4, most: null, levels: [] }, { criterionId: 'b', least: null, most: null, levels: ['Fair', 'High'] }], leastScore: 50 }
  it('are met at the bound, not met by name, and unknown where what is missing would tell', () => {
    expect(atGate(gate, criteria, score({ a: known(4), b: known('Fair') }))).toMatchObject({ standing: 'met' })
    expect(atGate(gate, criteria, score({ a: known(3), b: known('Low') }))).toMatchObject({ standing: 'not_met', failed: ['a', 'b', 'Score'] })
    expect(atGate(gate, criteria, score({ a: known(4) }))).toMatchObject({ standing: 'unknown', unknown: ['b', 'Score'] })
  })
  it('stand on the way of an initiative', () => {
    expect([nextGate([gate], 'idea')?.id, nextGate([gate], 'active'), nextGate([gate], 'on_hold'), passedGates([gate], 'active').length, passedGates([gate], 'case').length]).toEqual(['g', undefined, undefined, 1, 0])
  })
  it('and what a model contributes is counted, undefined where there is nothing to count', () => {
    const tested = backTest([])
    const found = criteriaInUse({ competing: 4, full: 3, passed: ['met', 'unknown'], tested, withheld: false })
    expect([found.scored.metric, found.sound.metric, found.followed.metric]).toEqual([known(0.75), known(0.5), undefinedBecause('DIV_BY_ZERO')])
    // Who may not see amounts is not told that nothing is scored and nothing meets its gate.
    const hidden = criteriaInUse({ competing: 4, full: 0, passed: ['unknown'], tested, withheld: true })
    expect([hidden.scored, hidden.sound, hidden.followed].map(({ metric }) => metric)).toEqual([1, 2, 3].map(() => undefinedBecause('WITHHELD')))
  })
})

test('law: weights of whatever was judged sum to exactly 1', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 }), (given) => {
    const criteria = given.map((_, at) => criterion(`c${at}`))
    const found = weighCriteria(criteria, { method: 'direct', table: 'saaty_1980', values: given.map((value, at) => ({ id: `c${at}`, value: value + 1 })), pairs: [], scales: {} })
    expect([...unitsById(found?.weights ?? []).values()].reduce((sum, each) => sum + each, 0)).toBe(100_000_000)
  }))
})
