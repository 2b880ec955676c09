import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainPlanPart, fitsKind, planCoverage, planKinds, planTotals, unsoundPeriod, type PlanClaim, type PlanLine } from './index.ts'

const year = { from: '2027-01-01', to: '2028-01-01' }
const claim = (benefit: string, amount: bigint, more: Partial<PlanClaim> = {}): PlanClaim => ({ benefitId: benefit, benefit, counted: true, unit: 'GBP.cash', from: '2027-01-01', to: '2027-04-01', amount, ...more })
const line = (more: Partial<PlanLine> = {}): PlanLine => ({ id: 'l', name: 'Call centre', kind: 'cost', unit: 'GBP.cash', amounts: [{ ...year, baseline: 1000n, planned: 800n }], claims: [], ...more })
const figures = (one: PlanLine) => {
  const [part] = planCoverage(one).parts
  return part && [part.standing, ...[part.ambition, part.claimed, part.covered, part.uncovered, part.over, part.coverage].map((metric) => (metric.status === 'ok' ? metric.value : metric.status === 'undefined' ? metric.reason : metric.status))]
}

describe('coverage of the business plan', () => {
  // The plan takes 200 out of 1000 of cost; 120 and 30 are promised: 150 covered, 50 without a vehicle, three quarters.
  it('compares what is claimed with what the plan moves', () => {
    expect(figures(line({ claims: [claim('Portal', 120n), claim('Forms', 30n, { from: '2027-10-01', to: '2028-01-01' })] }))).toEqual(['partly_covered', 200n, 150n, 150n, 50n, 0n, 0.75])
    expect(figures(line({ claims: [claim('Portal', 200n)] }))).toEqual(['covered', 200n, 200n, 200n, 0n, 0n, 1])
    expect(figures(line())).toEqual(['uncovered', 200n, 0n, 0n, 200n, 0n, 0])
  })
  it('flags what is more than the plan moves, and never calls it more than whole', () => expect(figures(line({ claims: [claim('Portal', 260n)] }))).toEqual(['over_covered', 200n, 260n, 200n, 0n, 60n, 1]))
  it('takes revenue as it rises, people as they are fewer', () => {
    expect(figures(line({ kind: 'revenue', amounts: [{ ...year, baseline: 500n, planned: 620n }], claims: [claim('Shop', 20n)] }))?.slice(1, 3)).toEqual([120n, 20n])
    expect(figures(line({ kind: 'headcount', unit: 'people', amounts: [{ ...year, baseline: 40n, planned: 34n }], claims: [claim('Portal', 6n, { unit: 'people' })] }))).toEqual(['covered', 6n, 6n, 6n, 0n, 0n, 1])
  })
  it('has no ambition where the plan gets worse: a claim there is over, and there is no coverage', () => {
    const grows = [{ ...year, baseline: 800n, planned: 1000n }]
    expect(figures(line({ amounts: grows }))).toEqual(['no_ambition', 0n, 0n, 0n, 0n, 0n, 'NO_AMBITION'])
    expect(figures(line({ amounts: grows, claims: [claim('Portal', 5n)] }))).toEqual(['over_covered', 0n, 5n, 0n, 0n, 5n, 'NO_AMBITION'])
  })
  it('knows nothing without a baseline but what is claimed', () => expect(figures(line({ amounts: [{ ...year, baseline: null, planned: 800n }], claims: [claim('Portal', 5n)] }))).toEqual(['unknown', 'NO_BASELINE', 5n, 'NO_BASELINE', 'NO_BASELINE', 'NO_BASELINE', 'NO_BASELINE']))
  it('a disbenefit leaves more to deliver', () => expect(figures(line({ claims: [claim('Noise', -10n)] }))).toEqual(['uncovered', 200n, -10n, -10n, 210n, 0n, -0.05]))

  it('adds up no other unit, no other period and no step on the way, and says so', () => {
    const odd = [claim('Hours', 7n, { unit: 'hour' }), claim('Soft', 8n, { unit: 'GBP.noncash' }), claim('Late', 9n, { from: '2027-12-01', to: '2028-02-01' }), claim('Step', 10n, { counted: false })]
    const found = planCoverage(line({ claims: [...odd, claim('Portal', 1n)] }))
    expect(found.apart.map(({ benefit, because }) => [benefit, because])).toEqual([['Hours', 'other_unit'], ['Soft', 'other_unit'], ['Late', 'other_period'], ['Step', 'step_on_the_way']])
    expect(found.parts[0]?.claimed).toEqual({ status: 'ok', value: 1n })
  })
  it('counts nothing as covered that an initiative was to deliver which was removed', () => {
    const found = planCoverage(line({ claims: [claim('Portal', 120n), claim('Forms', 30n, { undelivered: true })] }))
    expect([found.parts[0]?.covered, found.apart.map(({ benefit, because }) => [benefit, because])]).toEqual([{ status: 'ok', value: 120n }, [['Forms', 'initiative_removed']]])
  })
  it('explains coverage down to the benefits and the baseline', () => {
    const post = line({ claims: [claim('Portal', 120n), claim('Portal', 30n, { from: '2027-04-01', to: '2027-07-01' })] })
    const why = planCoverage(post).parts.map((part) => explainPlanPart(post, part, 'realised').coverage)[0]
    expect(why?.terms?.[0]?.terms?.[1]).toMatchObject({ term: expect.stringContaining('Realised on Call centre') as unknown, terms: [{ term: 'Portal', figure: { value: { money: { minor: 150n } } } }] })
    expect(why?.terms?.[1]?.terms?.map(({ term }) => term)).toEqual(['Baseline', 'Planned'])
  })

  it('sums a kind without letting one line cover another, and leaves out what has no baseline', () => {
    const lines = [line({ claims: [claim('Portal', 260n)] }), line({ name: 'Post' }), line({ name: 'Rent', amounts: [{ ...year, baseline: null, planned: 1n }], claims: [claim('Move', 3n)] }), line({ name: 'Sales', kind: 'revenue' })].map(planCoverage)
    const [cost, revenue] = planTotals(lines, 'promised')
    expect([cost?.ambition, cost?.claimed, cost?.covered, cost?.uncovered, cost?.over].map((one) => (one?.metric.status === 'ok' ? one.metric.value : one?.metric))).toEqual([400n, 260n, 200n, 200n, 60n])
    expect([cost?.coverage.metric, cost?.lines, cost?.over_covered, cost?.unknown, cost?.covered.why.terms?.map(({ term }) => term)]).toEqual([{ status: 'ok', value: 0.5 }, 3, 1, 1, ['Call centre']])
    expect([revenue?.kind, revenue?.coverage.metric]).toEqual(['revenue', { status: 'undefined', reason: 'NO_AMBITION' }])
    expect(planTotals([planCoverage(line({ amounts: [{ ...year, baseline: null, planned: 1n }] }))], 'promised')[0]?.coverage.metric).toEqual({ status: 'undefined', reason: 'NO_BASELINE' })
  })

  it('lists the largest lines of a total and counts the others', () => {
    const lines = Array.from({ length: 60 }, (_, at) => planCoverage(line({ name: `Line ${at}`, claims: [claim('Portal', BigInt(at + 1))] })))
    expect(planTotals(lines, 'promised')[0]?.claimed.why).toMatchObject({ omitted: 10, terms: expect.arrayContaining([expect.objectContaining({ term: 'Line 59' })]) as unknown })
  })

  it('periods of a line neither turn round nor share days; people are no money', () => {
    expect(unsoundPeriod([year, { from: '2028-01-01', to: '2029-01-01' }])).toBeUndefined()
    expect(unsoundPeriod([year, { from: '2027-12-31', to: '2029-01-01' }])?.to).toBe('2029-01-01')
    expect(unsoundPeriod([{ from: '2027-01-01', to: '2027-01-01' }])).toBeDefined()
    expect([fitsKind('headcount', 'people'), fitsKind('headcount', 'GBP.cash'), fitsKind('cost', 'GBP.cash'), fitsKind('revenue', 'hour')]).toEqual([true, false, true, false])
  })

  const amount = fc.bigInt({ min: -1000n, max: 1000n })
  const drawn = fc.record({ kind: fc.constantFrom(...planKinds), baseline: amount, planned: amount, claimed: fc.array(amount, { maxLength: 5 }) })
  it('law: covered + uncovered = ambition and covered + over = claimed, in each line and in all', () => {
    fc.assert(fc.property(fc.array(drawn, { minLength: 1, maxLength: 6 }), (all) => {
      const lines = all.map(({ kind, baseline, planned, claimed }) => planCoverage(line({ kind, amounts: [{ ...year, baseline, planned }], claims: claimed.map((one, at) => claim(`b${at}`, one)) })))
      const totals = planTotals(lines, 'promised').map(({ ambition, claimed, covered, uncovered, over }) => [ambition, claimed, covered, uncovered, over].map(({ metric }) => metric))
      for (const sums of [...lines.flatMap(({ parts }) => parts).map(({ ambition, claimed, covered, uncovered, over }) => [ambition, claimed, covered, uncovered, over]), ...totals]) {
        const [whole, said, part, open, more] = sums.map((metric) => (metric.status === 'ok' ? metric.value : 0n)) as [bigint, bigint, bigint, bigint, bigint]
        expect([part + open, part + more, open >= 0n, more >= 0n]).toEqual([whole, said, true, true])
      }
    }))
  })
})
