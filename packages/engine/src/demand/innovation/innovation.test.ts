import { describe, expect, it } from 'vitest'
import { innovationAccount, isProved, unprovedBefore, unprovedForCase, type CountedExperiment, type StagedExperiment } from './index.ts'

const value = (metric: { readonly status: string; readonly value?: unknown; readonly reason?: unknown }) => (metric.status === 'ok' ? metric.value : metric.reason)
const staged = (stage: StagedExperiment['stage'], result: StagedExperiment['result']): StagedExperiment => ({ stage, result })

describe('stages of a bet', () => {
  it('are proved by an experiment that confirmed its hypothesis, and by nothing else', () => {
    expect((['confirmed', 'refuted', 'inconclusive', 'stopped', null] as const).map((result) => isProved('problem', [staged('problem', result)]))).toEqual([true, false, false, false, false])
  })
  it('follow one another, and a case asks for problem and solution', () => {
    expect([unprovedBefore('problem', []), unprovedBefore('solution', []), unprovedBefore('scale', [staged('problem', 'confirmed')])]).toEqual([undefined, 'problem', 'solution'])
    expect([unprovedForCase([staged('solution', 'confirmed')]), unprovedForCase([staged('problem', 'confirmed'), staged('solution', 'confirmed')])]).toEqual(['problem', undefined])
  })
})

describe('innovation accounting', () => {
  const experiment = (result: CountedExperiment['result'], costMinor: bigint | null, capMinor = 1000n): CountedExperiment => ({ result, capMinor, costMinor })
  it('counts what taught nothing into the cost of what did', () => {
    // 300 + 200 + 400 + 100 = 1000 for two learnings: 500 each. Two of four taught something. One of three that were tried out and decided was declined.
    const found = innovationAccount({ experiments: [experiment('confirmed', 300n), experiment('refuted', 200n), experiment('inconclusive', 400n), experiment('stopped', 100n), experiment(null, null, 700n)], tried: ['declined', 'to_case', 'to_case', 'incubating', 'duplicate'], currency: 'EUR' })
    expect([found.costPerLearning, found.spent, found.atStake].map(({ metric }) => metric.status === 'ok' && metric.value.minor)).toEqual([500n, 1000n, 700n])
    expect([value(found.learningRate.metric), value(found.killRate.metric)]).toEqual([0.5, 1 / 3])
  })
  it('has no cost of a learning where nothing was learned, and no rate of nothing', () => {
    const found = innovationAccount({ experiments: [experiment('stopped', 100n)], tried: ['incubating'], currency: 'EUR' })
    expect([value(found.costPerLearning.metric), value(found.learningRate.metric), value(found.killRate.metric)]).toEqual(['DIV_BY_ZERO', 0, 'INSUFFICIENT_POINTS'])
  })
})
