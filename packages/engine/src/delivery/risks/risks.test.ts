import { describe, expect, it } from 'vitest'
import { emptyRisk, exposureOf, issueFaults, planRiskList, riskFaults, riskWith, threatsOn, type RecordedEstimate, type RiskFacts } from './index.ts'

const today = '2026-06-30'
const risk = (key: string, more: Partial<RiskFacts> = {}): RiskFacts => ({ ...emptyRisk('2026-01-01'), id: key, key, title: `Risk ${key}`, ...more })
const minor = (metric: ReturnType<typeof exposureOf>['low']): bigint | string => (metric.status === 'ok' ? metric.value.minor : metric.status)

describe('expected exposure', () => {
  it('sums probability times impact, threats and opportunities apart, and rounds once', () => {
    const risks = [risk('1', { probability: 0.5, impactLowMinor: 80n, impactMinor: 101n, impactHighMinor: 200n }), risk('2', { probability: 0.25, impactMinor: 101n }), risk('3', { kind: 'opportunity', probability: 0.1, impactMinor: 1000n })]
    // 50.5 + 25.25 = 75.75 rounds to 76; each by itself would be 50 (half to even) and 25.
    const threats = exposureOf(risks, 'threat', 'GBP')
    expect([minor(threats.expected.metric), minor(threats.low), minor(threats.high)]).toEqual([76n, 65n, 125n])
    expect(minor(exposureOf(risks, 'opportunity', 'GBP').expected.metric)).toBe(100n)
  })
  it('counts and names what is not estimated, and is never 0 for it', () => {
    const lacking = [risk('1', { probability: 0.5 }), risk('2', { impactMinor: 5n })]
    expect(exposureOf(lacking, 'threat', 'GBP')).toMatchObject({ estimated: 0, unestimated: 2, expected: { metric: { status: 'missing' } } })
    const some = exposureOf([...lacking, risk('3', { probability: 0.5, impactMinor: 10n })], 'threat', 'GBP')
    expect(some.expected.why.note).toContain('2 of 3 open risks are not estimated')
    expect(some.expected.why.terms?.map(({ term }) => term)).toEqual(['3 Risk 3', '1 Risk 1', '2 Risk 2'])
    // A line of many tells the greatest ones, and how many it leaves out.
    const short = exposureOf([...lacking, risk('3', { probability: 0.5, impactMinor: 10n }), risk('4', { probability: 0.5, impactMinor: 30n })], 'threat', 'GBP', 1).expected.why
    expect([short.terms?.map(({ term }) => term), short.omitted]).toEqual([['4 Risk 4', '1 Risk 1'], 2])
    expect(exposureOf([], 'threat', 'GBP').expected.metric).toEqual({ status: 'not_applicable' })
  })
  it('as of a day is of what was open then, by what was estimated then', () => {
    const at = (on: string, probability: number | null, impactMinor: bigint | null): RecordedEstimate => ({ on, occasion: 'changed', probability, impactMinor, impactLowMinor: null, impactHighMinor: null, impactDays: null })
    const risks = [{ kind: 'threat' as const, identifiedOn: '2026-01-01', overOn: '2026-03-01', estimates: [at('2026-01-01', 0.5, 100n), at('2026-02-01', 0.2, 100n)] }, { kind: 'opportunity' as const, identifiedOn: '2026-01-01', overOn: null, estimates: [at('2026-01-01', 0.5, 900n)] }]
    expect(['2025-12-31', '2026-01-31', '2026-02-01', '2026-03-01'].map((on) => threatsOn(risks, on))).toEqual([0n, 50n, 20n, 0n])
  })
})

describe('a risk', () => {
  it('that contradicts itself says where, and tells no amount', () => {
    const wrong = risk('1', { probability: 1, impactLowMinor: 9n, impactMinor: 5n, impactHighMinor: 4n, costMinor: -1n, strategy: 'exploit', doneOn: '2026-07-01', identifiedOn: '2026-07-02', state: 'closed', overOn: null })
    const faults = riskFaults(wrong, today)
    expect(faults.map(({ field }) => field)).toEqual(['probability', 'impactLowMinor', 'impactHighMinor', 'costMinor', 'strategy', 'doneOn', 'identifiedOn', 'overOn', 'overReason'])
    expect(faults[0]?.expected).toContain('what is certain is an issue')
    expect(riskFaults(risk('1'), today)).toEqual([])
    expect(riskFaults(risk('1', { overOn: '2026-02-01' }), today).map(({ field }) => field)).toEqual(['overOn'])
  })
  it('that is open again is over on no day', () => {
    const closed = risk('1', { state: 'closed', overOn: '2026-05-01', overReason: 'Built' })
    expect(riskWith(closed, { state: 'open' })).toMatchObject({ state: 'open', overOn: null, overReason: '' })
    // An empty cell says no state: it opens nothing again.
    expect(riskWith(closed, { state: null })).toMatchObject({ state: 'closed', overOn: '2026-05-01', overReason: 'Built' })
    expect(riskWith(closed, { title: 'Other  words', owner: ' ' })).toMatchObject({ title: 'Other words', owner: null, state: 'closed', overOn: '2026-05-01' })
  })
  it('an issue runs from its opening to its resolution', () => {
    const issue = { key: 'I-1', title: 'Flood', severity: 'major' as const, openedOn: '2026-02-01', containedOn: null, resolvedOn: null, owner: null, cause: null }
    expect(issueFaults(issue, today)).toEqual([])
    expect(issueFaults({ ...issue, containedOn: '2026-01-31', resolvedOn: '2026-07-01' }, today).map(({ field }) => field)).toEqual(['containedOn', 'resolvedOn'])
  })
})

describe('a register that comes as a list', () => {
  it('adds, changes and leaves by key; what is wrong is named and holds nothing up', () => {
    const standing = [risk('R-1', { probability: 0.5, owner: 'Ada' }), risk('R-2')]
    const plan = planRiskList({ standing, today }, [{ line: 2, key: 'r-1', probability: 0.25 }, { line: 3, key: 'R-2' }, { line: 4, key: 'R-3', title: 'New', impactMinor: 7n }, { line: 5, key: 'R-4' }, { line: 6, key: 'R-3', title: 'Again' }, { line: 7, key: 'R-5', title: 'Sure', probability: 1 }])
    expect(plan.adds.map(({ key, impactMinor, identifiedOn }) => [key, impactMinor, identifiedOn])).toEqual([['R-3', 7n, today]])
    expect(plan.changes.map(({ after: { key, probability, owner } }) => [key, probability, owner])).toEqual([['R-1', 0.25, 'Ada']])
    expect([plan.same, plan.issues.map(({ line }) => line)]).toEqual([1, [5, 6, 7]])
  })
})
