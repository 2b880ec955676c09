import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRisk, type IssueFacts, type RecordedEstimate, type RiskEstimate } from '../../delivery/index.ts'
import { addDays } from '../../kernel/index.ts'
import { calibrationOf, countFindings, drawingOf, foresightOf, opinionOf, registerFindings, usualRules as rules, type AssuredRisk, type RegisterFacts, type RegisterRule } from './index.ts'

const today = '2026-06-30'
const daysAgo = (days: number): string => addDays(today, -days)
const words = ['flooded basement', 'missing signature', 'broken crane', 'late permit', 'weak concrete', 'lost drawings', 'angry neighbours', 'expensive steel', 'sick welders', 'stolen cables', 'frozen ground', 'bankrupt supplier']
const estimate = (risk: RiskEstimate, on: string, occasion: RecordedEstimate['occasion'] = 'reviewed'): RecordedEstimate => ({ on, occasion, probability: risk.probability, impactMinor: risk.impactMinor, impactLowMinor: risk.impactLowMinor, impactHighMinor: risk.impactHighMinor, impactDays: risk.impactDays })

/** A risk that is kept as agreed: owned, answered, reviewed a week ago, estimated, and unlike any other. */
function sound(at: number, more: Partial<AssuredRisk> = {}): AssuredRisk {
  const probability = 0.1 + at / 100
  const risk = { ...emptyRisk(daysAgo(300)), id: `r${at}`, key: `R-${at}`, title: words[at % words.length] ?? '', owner: 'Ada', probability, impactMinor: 1000n, strategy: 'reduce' as const, dueOn: addDays(today, 30), residualProbability: probability / 2, ...more }
  return { ...risk, estimates: more.estimates ?? [estimate(risk, risk.identifiedOn, 'registered'), estimate(risk, daysAgo(7))] }
}
const issue = (at: number, cause: IssueFacts['cause']): IssueFacts => ({ id: `i${at}`, key: `I-${at}`, title: 'Something', severity: 'major', openedOn: daysAgo(20), containedOn: null, resolvedOn: null, owner: 'Ada', cause })
const register = (risks: readonly AssuredRisk[], more: Partial<RegisterFacts> = {}): RegisterFacts => ({ today, currency: 'GBP', tier: 'full', risks, issues: [], contingency: null, drawdowns: [], ...more })
const rulesIn = (facts: RegisterFacts) => registerFindings(facts, rules).map(({ rule, where }) => `${rule} ${where.id ?? 'register'}`)
const opinion = (facts: RegisterFacts) => opinionOf(facts, rules, registerFindings(facts, rules)).metric

/** Ways to spoil one risk, each with what the tests must say of it. */
const defects: readonly (readonly [RegisterRule, (at: number) => Partial<AssuredRisk>])[] = [
  ['unowned', () => ({ owner: null })],
  ['unanswered', () => ({ strategy: null, dueOn: null })],
  ['response_overdue', () => ({ dueOn: daysAgo(1) })],
  ['response_undated', () => ({ dueOn: null })],
  ['never_reviewed', (at) => ({ estimates: [estimate(sound(at), daysAgo(300), 'registered')] })],
  ['review_overdue', (at) => ({ estimates: [estimate(sound(at), daysAgo(300), 'registered'), estimate(sound(at), daysAgo(91))] })],
  ['unestimated', () => ({ impactMinor: null })],
  ['stale', (at) => ({ proximityOn: daysAgo(1), estimates: [300, 28, 14, 7].map((days, turn) => estimate(sound(at), daysAgo(days), turn === 0 ? 'registered' : 'reviewed')) })],
]

describe('the tests of a risk process', () => {
  it('are silent where a register is kept as agreed, and find each seeded defect where it is and nothing else', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.nat(defects.length - 1), { nil: undefined }), { minLength: 1, maxLength: words.length }), (seeded) => {
      const risks = seeded.map((defect, at) => sound(at, defect === undefined ? {} : defects[defect]?.[1](at)))
      const expected = seeded.flatMap((defect, at) => (defect === undefined ? [] : [`${defects[defect]?.[0] ?? ''} r${at}`]))
      expect([...rulesIn(register(risks))].sort()).toEqual(expected.sort())
    }))
  })
  it('hold near risks to a shorter interval and weigh what they lack more', () => {
    const near = { proximityOn: addDays(today, 10), dueOn: null, strategy: null } as const
    const reviewed = [estimate(sound(0), daysAgo(300), 'registered'), estimate(sound(0), daysAgo(31))]
    expect(registerFindings(register([sound(0, { ...near, estimates: reviewed })]), rules).map(({ rule, severity }) => [rule, severity])).toEqual([['unanswered', 'high'], ['review_overdue', 'medium']])
    expect(rulesIn(register([sound(0, { estimates: reviewed })]))).toEqual([])
    expect(rulesIn(register([sound(0, { estimates: [estimate(sound(0), daysAgo(300), 'registered'), estimate(sound(0), daysAgo(170))] })], { tier: 'low' }))).toEqual([])
  })
  it('do not call an estimate stale that a review changed', () => {
    const changed = [300, 28, 14, 7].map((days, turn) => ({ ...estimate(sound(0), daysAgo(days), turn === 0 ? 'registered' : 'reviewed'), probability: turn < 2 ? 0.5 : 0.1 }))
    expect(rulesIn(register([sound(0, { proximityOn: daysAgo(1), estimates: changed })]))).toEqual([])
  })
  it('ask nothing of what is over', () => {
    expect(rulesIn(register([sound(0, { state: 'closed', overOn: daysAgo(2), overReason: 'Built', owner: null, strategy: null })]))).toEqual([])
  })
  it('find risks that read the same, once each', () => {
    expect(rulesIn(register([sound(0), sound(1), sound(2, { title: 'Flooded basements' }), sound(3, { title: 'Flooded basement', kind: 'opportunity', strategy: 'enhance' })]))).toEqual(['duplicate r2'])
  })
})

describe('issues', () => {
  it('were foreseen by a risk of an earlier day; of what nobody said nothing is told', () => {
    const risks = [sound(0), sound(1, { identifiedOn: daysAgo(20) })]
    const issues = [issue(0, { kind: 'risk', riskId: 'r0' }), issue(1, { kind: 'risk', riskId: 'r1' }), issue(2, { kind: 'none' }), issue(3, null)]
    expect(rulesIn(register(risks, { issues }))).toEqual(['issue_unforeseen i1', 'issue_unforeseen i2', 'issue_cause_unsaid i3'])
    expect(foresightOf([{ risks, issues }])).toMatchObject({ foreseen: 1, said: 3, unsaid: 1, share: { metric: { status: 'ok', value: 1 / 3 } } })
    expect(foresightOf([]).share.metric).toEqual({ status: 'undefined', reason: 'INSUFFICIENT_POINTS' })
    expect(rulesIn(register(risks, { issues: Array.from({ length: 5 }, (_, at) => issue(at, at < 2 ? { kind: 'risk', riskId: 'r0' } : { kind: 'none' })) }))).toContain('mostly_unforeseen register')
  })
})

describe('contingency', () => {
  // 0.5 × 1000 = 500 when it was agreed; one of two such threats is over now, so that the exposure fell by half.
  const half = { probability: 0.5, impactMinor: 1000n } as const
  const risks = [sound(0, half), sound(1, { ...half, state: 'occurred', overOn: daysAgo(5) })]
  const contingency = { agreedMinor: 100n, agreedOn: daysAgo(100) }
  const draw = (id: string, amountMinor: bigint, cause: boolean, reverses: string | null = null) => ({ id, on: daysAgo(4), amountMinor, for: cause ? ({ kind: 'risk', id: 'r1' } as const) : null, words: '', reverses })
  it('is not drawn faster than the exposure falls, nor beyond what was agreed, nor for nothing', () => {
    expect(rulesIn(register(risks, { contingency, drawdowns: [draw('a', 50n, true)] }))).toEqual([])
    expect(rulesIn(register(risks, { contingency, drawdowns: [draw('a', 51n, true)] }))).toEqual(['contingency_ahead register'])
    expect(rulesIn(register(risks, { contingency, drawdowns: [draw('a', 101n, false)] }))).toEqual(['contingency_exceeded register', 'contingency_ahead register', 'drawdown_uncaused a'])
  })
  it('that was agreed anew is followed from that day on: what was drawn before is in neither part of the share', () => {
    // Half was drawn while the exposure fell by half; then another 100 was agreed on, 50 of which are left. 10 of those 50 are ahead of an exposure that stands.
    const anew = { agreedMinor: 100n, agreedOn: daysAgo(3) }
    const later = { ...draw('b', 10n, true), on: daysAgo(2) }
    expect(rulesIn(register(risks, { contingency: anew, drawdowns: [draw('a', 50n, true)] }))).toEqual([])
    expect(rulesIn(register(risks, { contingency: anew, drawdowns: [draw('a', 50n, true), later] }))).toEqual(['contingency_ahead register'])
    expect(drawingOf(register(risks, { contingency: anew, drawdowns: [draw('a', 50n, true), later] }))).toMatchObject({ drawn: 10n, available: 50n, drawnShare: { value: 0.2 } })
    expect(rulesIn(register(risks, { contingency: { ...anew, agreedMinor: 40n }, drawdowns: [draw('a', 50n, true), later] }))).toEqual(['contingency_exceeded register'])
  })
  it('is held against what was estimated on both days: an estimate that comes later is no more exposure, one that is taken back no less', () => {
    const at = (risk: AssuredRisk, ...estimates: readonly (readonly [days: number, probability: number | null])[]): AssuredRisk => ({ ...risk, estimates: estimates.map(([days, probability]) => ({ ...estimate(risk, daysAgo(days)), probability })) })
    const late = at(sound(2, half), [300, null], [7, 0.5])
    const taken = at(sound(2, half), [300, 0.5], [7, null])
    expect(rulesIn(register([...risks, late], { contingency, drawdowns: [draw('a', 50n, true)] }))).toEqual([])
    // Taken as 0, the exposure would have fallen by two thirds, and 60 of 100 would not be ahead of it.
    expect(rulesIn(register([...risks, taken], { contingency, drawdowns: [draw('a', 60n, true)] }))).toContain('contingency_ahead register')
    expect(drawingOf(register([...risks, taken], { contingency, drawdowns: [] }))).toMatchObject({ exposureThen: 1000n, exposureNow: 500n, unestimated: 1 })
  })
  it('that was taken back counts no more', () => {
    expect(rulesIn(register(risks, { contingency, drawdowns: [draw('a', 101n, false), draw('b', -101n, false, 'a')] }))).toEqual([])
  })
})

describe('optimism', () => {
  const many = (more: (at: number) => Partial<AssuredRisk>) => register(Array.from({ length: 6 }, (_, at) => sound(at, more(at))))
  it('shows in estimates that are all the same', () => {
    expect(rulesIn(many(() => ({ residualProbability: 0.01 })))).toEqual(['residual_alike register'])
    expect(rulesIn(many(() => ({ probability: 0.3 })))).toEqual(['probability_alike register'])
    expect(rulesIn(register([0, 1, 2].map((at) => sound(at, { probability: 0.3 }))))).toEqual([])
  })
  it('is told by what came, from enough risks on', () => {
    const over = (count: number, occurred: number, probability: number) => Array.from({ length: count }, (_, at) => sound(at, { id: `o${at}`, probability, state: at < occurred ? 'occurred' : 'closed', overOn: daysAgo(1), overReason: 'Over' }))
    expect(calibrationOf(over(9, 9, 0.1), 'threat', rules)).toMatchObject({ over: 9, verdict: null, share: { metric: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' } } })
    // 8 of 10: Wilson gives 0.4902 to 0.9433.
    expect(calibrationOf(over(10, 8, 0.1), 'threat', rules)).toMatchObject({ occurred: 8, verdict: 'understated', share: { metric: { status: 'ok', value: 0.8 } } })
    expect(calibrationOf(over(10, 8, 0.6), 'threat', rules).verdict).toBe('in_line')
    expect(calibrationOf(over(10, 0, 0.9), 'threat', rules).verdict).toBe('overstated')
    // What was stated on the day itself may know how it ended.
    const hindsight = over(10, 8, 0.1).map((risk) => ({ ...risk, estimates: [...risk.estimates, { ...estimate(risk, daysAgo(1), 'changed'), probability: 0.99 }] }))
    expect(calibrationOf(hindsight, 'threat', rules).stated).toBeCloseTo(0.1)
    expect(rulesIn(register(over(10, 8, 0.1)))).toEqual(['realised_otherwise register'])
    expect(rulesIn(register(over(10, 0, 0.9)))).toEqual([])
  })
})

describe('the opinion', () => {
  it('comes from the gravest finding and from nothing else', () => {
    const three = [sound(0), sound(1), sound(2)]
    expect(opinion(register([]))).toEqual({ status: 'missing', inputs: ['risks'] })
    expect(opinion(register(three))).toEqual({ status: 'ok', value: 'substantial' })
    expect(opinion(register([...three, sound(3, { dueOn: null })]))).toEqual({ status: 'ok', value: 'substantial' })
    expect(opinion(register([...three, sound(3, { impactMinor: null })]))).toEqual({ status: 'ok', value: 'reasonable' })
    expect(opinion(register([...three, sound(3, { owner: null })]))).toEqual({ status: 'ok', value: 'limited' })
    expect(opinion(register([sound(0), ...[1, 2].map((at) => sound(at, { owner: null }))]))).toEqual({ status: 'ok', value: 'none' })
  })
  it('of a process that is not at work says how many risks lack what', () => {
    const facts = register([sound(0), ...[1, 2].map((at) => sound(at, { owner: null, strategy: null, dueOn: null }))])
    expect(opinionOf(facts, rules, registerFindings(facts, rules)).why.terms?.slice(0, 2)).toMatchObject([{ term: 'Open risks without an owner', figure: { value: { text: '2 of 3' } } }, { term: 'Open risks without a response', figure: { value: { text: '2 of 3' } } }])
  })
  it('does not move with the exposure', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (impactMinor) => {
      expect(opinion(register([sound(0, { impactMinor }), sound(1)]))).toEqual({ status: 'ok', value: 'substantial' })
    }))
  })
  it('counts its findings by severity', () => {
    expect(countFindings(registerFindings(register([sound(0, { owner: null, impactMinor: null }), sound(1), sound(2)]), rules))).toEqual({ high: 1, medium: 1, low: 0 })
  })
})
