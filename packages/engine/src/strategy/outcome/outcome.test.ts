import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { known, missing } from '../../kernel/index.ts'
import { alignmentOutcome, approvalOf, claimStanding, tercilesOf, type ClosedFacts, type RecordedState, type Verdict } from './index.ts'

const state = (name: RecordedState['state'], at: string, from = at.slice(0, 10)): RecordedState => ({ state: name, at, from })

describe('when an initiative was approved', () => {
  const [case_, approved, active, closed] = [state('case', '2024-01-05T09:00:00.000Z'), state('approved', '2024-03-01T10:30:00.000Z'), state('active', '2024-04-01T08:00:00.000Z'), state('closed', '2025-09-01T08:00:00.000Z')]
  it('is when it went from a case to what goes ahead, also after a pause', () => {
    expect(approvalOf([case_, approved, active, closed])).toEqual({ kind: 'known', at: '2024-03-01T10:30:00.000Z', on: '2024-03-01' })
    expect(approvalOf([case_, state('on_hold', '2024-02-01T08:00:00.000Z'), active, closed])).toMatchObject({ at: '2024-04-01T08:00:00.000Z' })
  })
  it('is the last time, where it went back to a case', () => expect(approvalOf([case_, approved, { ...case_, at: '2024-05-01T08:00:00.000Z' }, { ...active, at: '2024-06-01T08:00:00.000Z', from: '2024-06-01' }, closed])).toMatchObject({ on: '2024-06-01' }))
  it('is looked up at the end of its day where it was recorded later', () => expect(approvalOf([case_, state('approved', '2024-04-20T10:00:00.000Z', '2024-03-01')])).toEqual({ kind: 'known', at: '2024-03-01T23:59:59.999Z', on: '2024-03-01' }))
  it('is not known of what was on its way when it was first recorded, and was not of what never went ahead', () => {
    expect(approvalOf([active, closed])).toEqual({ kind: 'before_records' })
    expect(approvalOf([case_, state('stopped', '2024-02-01T08:00:00.000Z')])).toEqual({ kind: 'none' })
  })
})

describe('terciles', () => {
  it('are by score, and equal scores stay together', () => {
    expect(tercilesOf([0.9, 0.1, 0.2, 0.2])).toEqual(['top', 'bottom', 'middle', 'middle'])
    // Places 2 and 3 of 6 straddle the border evenly: the middle.
    expect(tercilesOf([1, 2, 2, 3, 4, 5])).toEqual(['bottom', 'middle', 'middle', 'middle', 'top', 'top'])
    expect(tercilesOf([0.5, 0.5, 0.5])).toEqual(['middle', 'middle', 'middle'])
    expect(tercilesOf([0.1 + 0.2, 0.3])).toEqual(['middle', 'middle'])
    expect(tercilesOf([])).toEqual([])
  })
  it('law: they part the list in the order of scores, thirds of it where no two are equal, whatever its order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 90 }), fc.boolean(), (drawn, distinct) => {
      const scores = (distinct ? [...new Set(drawn)] : drawn).map((score) => score / 1000)
      const places = tercilesOf(scores)
      const rank = { bottom: 0, middle: 1, top: 2 } as const
      scores.forEach((a, at) => scores.forEach((b, other) => {
        const [p, q] = [rank[places[at] ?? 'middle'], rank[places[other] ?? 'middle']]
        expect(a < b ? p <= q : a > b ? p >= q : p === q).toBe(true)
      }))
      if (distinct) for (const one of ['bottom', 'top'] as const) expect(Math.abs(places.filter((place) => place === one).length - scores.length / 3)).toBeLessThan(1)
      expect(tercilesOf(scores.toReversed())).toEqual(places.toReversed())
    }))
  })
})

/** Thirty of which each third has its own share that met: `met` of ten in the bottom, middle and top. */
const thirty = (...met: readonly [number, number, number]): readonly ClosedFacts[] =>
  met.flatMap((many, third) => Array.from({ length: 10 }, (_, at): ClosedFacts => ({ id: `${third}-${at}`, score: known(third * 0.3 + at * 0.001), intent: at < many ? 'met' : 'not_met', goal: at < 5 ? 'partly' : 'not_judged' })))

describe('alignment and outcome', () => {
  it('is for it where the whole interval lies above 0', () => {
    // Newcombe: 9 of 10 less 3 of 10 is 0.6, from 0.1705 to 0.8090.
    const { rows: [intent, goal], ranges } = alignmentOutcome(thirty(3, 6, 9))
    expect(intent).toMatchObject({ evidence: 'for', difference: { metric: { value: expect.closeTo(0.6, 12) } }, interval: { value: { low: expect.closeTo(0.1705, 4), high: expect.closeTo(0.809, 4) } }, all: { met: 18, judged: 30 } })
    expect(intent?.terciles.top).toMatchObject({ met: 9, notMet: 1, judged: 10, proportion: { metric: { value: 0.9 } } })
    // Five of each third were judged of their goals, and met them partly.
    expect(goal).toMatchObject({ evidence: 'insufficient', difference: { metric: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' } }, all: { met: 0, partly: 15, judged: 15, proportion: { metric: { value: 0 } } } })
    expect(goal?.terciles.top).toMatchObject({ partly: 5, judged: 5, proportion: { metric: { status: 'undefined' } }, interval: { status: 'undefined' } })
    expect(ranges.middle).toEqual({ initiatives: 10, from: 0.3, to: expect.closeTo(0.309, 12) })
  })
  it('is against it below 0, and undecided about 0', () => {
    expect(alignmentOutcome(thirty(9, 6, 3)).rows[0]?.evidence).toBe('against')
    expect(alignmentOutcome(thirty(5, 6, 6)).rows[0]?.evidence).toBe('undecided')
  })
  it('leaves out what has no score and what nobody judged', () => {
    const more: readonly ClosedFacts[] = [{ id: 'x', score: missing('contribution'), intent: 'met', goal: 'met' }, { id: 'y', score: known(0.9), intent: 'not_judged', goal: 'not_judged' }]
    expect(alignmentOutcome([...thirty(3, 6, 9), ...more])).toEqual(alignmentOutcome(thirty(3, 6, 9)))
  })
  it('71 of 100 of all is 61.5 to 79.0 %, and a claim is within that, above or below', () => {
    const hundred = Array.from({ length: 100 }, (_, at): ClosedFacts => ({ id: String(at), score: known(at / 100), intent: at < 71 ? 'met' : 'partly', goal: 'not_judged' }))
    const interval = alignmentOutcome(hundred).rows[0]?.all.interval ?? missing('interval')
    expect(interval).toEqual({ status: 'ok', value: { low: expect.closeTo(0.6146, 4), high: expect.closeTo(0.7899, 4) } })
    expect([0.71, 0.8, 0.6].map((claim) => claimStanding(claim, interval))).toEqual([known('within'), known('above'), known('below')])
    expect(claimStanding(0.71, missing('interval'))).toEqual(missing('interval'))
  })
  it('law: it is the same in whatever order they stand, and the terciles make up all', () => {
    const verdict = fc.constantFrom<Verdict>('met', 'partly', 'not_met', 'not_judged')
    const closed = fc.array(fc.record({ score: fc.integer({ min: -100, max: 100 }).map((score) => known(score / 100)), intent: verdict, goal: verdict }), { maxLength: 80 }).map((all) => all.map((one, at): ClosedFacts => ({ ...one, id: String(at) })))
    fc.assert(fc.property(closed.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))), ([all, shuffled]) => {
      const outcome = alignmentOutcome(all)
      expect(alignmentOutcome(shuffled)).toEqual(outcome)
      for (const { terciles: { bottom, middle, top }, all: every } of outcome.rows) expect([bottom.judged + middle.judged + top.judged, bottom.met + middle.met + top.met]).toEqual([every.judged, every.met])
    }))
  })
})
