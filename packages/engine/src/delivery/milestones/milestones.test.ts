import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type Metric } from '../../kernel/index.ts'
import { daysLate, forecastMilestone, milestoneFaults, milestoneStanding, slipFactors, usualRuns, usualSeed, type ContributorFacts, type ForecastGround, type MilestoneFacts } from './index.ts'

const today = '2026-01-01'
const day = (days: number): string => addDays(today, days)
const ground: ForecastGround = { today, slips: [], seed: usualSeed, runs: usualRuns }
const contributor = (id: string, more: Partial<ContributorFacts> = {}): ContributorFacts => ({ id, name: id, role: 'required', standing: 'open', plannedOn: day(100), plannedBy: 'initiative', range: null, ...more })
const between = (earliest: number, likely: number, latest: number) => ({ range: { earliestOn: day(earliest), likelyOn: day(likely), latestOn: day(latest) } })
const milestone = (contributors: readonly ContributorFacts[], more: Partial<MilestoneFacts> = {}): MilestoneFacts => ({ name: 'Open', wantedOn: day(100), reachedOn: null, contributors, ...more })
const of = <T>(metric: Metric<T>): T => {
  if (metric.status !== 'ok') throw new Error(`found ${JSON.stringify(metric)}`)
  return metric.value
}
const inDays = (metric: Metric<string>): number => daysBetween(today, of(metric))

describe('a milestone', () => {
  it('is kept less often the more ways meet: two of a half .25, five of four fifths .328 (F-SCH-3)', () => {
    // Symmetric around day 100: half of the runs are over by then.
    const two = forecastMilestone(milestone([contributor('a', between(1, 100, 199)), contributor('b', between(1, 100, 199))]), ground)
    const [first] = two.contributors
    expect(of(first?.confidence as Metric<number>)).toBeCloseTo(0.5, 1)
    expect(Math.abs(of(two.confidence.metric) - 0.25)).toBeLessThan(0.015)
    // From 0 with its mode there until 200: P(by d) = 1 − (1 − d/200)², .8 at d = 200·(1 − √.2) = 110.56.
    const five = forecastMilestone(milestone(['a', 'b', 'c', 'd', 'e'].map((id) => contributor(id, between(0, 0, 200))), { wantedOn: day(110) }), ground)
    expect(Math.abs(of(five.confidence.metric) - 0.328)).toBeLessThan(0.02)
    expect(of(five.mergeDays.metric)).toBeGreaterThan(40)
  })
  it('is as late as the last of what is required; what only helps holds nothing up', () => {
    const one = forecastMilestone(milestone([contributor('a', { plannedOn: day(50) }), contributor('b', { plannedOn: day(90) }), contributor('c', { role: 'helpful', plannedOn: day(900) })]), ground)
    expect([inDays(one.p10On), inDays(one.p50On.metric), inDays(one.p90On), inDays(one.naiveOn), of(one.mergeDays.metric), of(one.confidence.metric)]).toEqual([90, 90, 90, 90, 0, 1])
    expect(one.contributors.map(({ basis, criticality }) => [basis, criticality.status === 'ok' ? criticality.value : criticality.status])).toEqual([['date', 0], ['date', 1], ['date', 'not_applicable']])
    expect(one.certain).toEqual(['a', 'b'])
    expect(one.confidence.why.note).toContain('taken as certain: a, b')
  })
  it('shares out who is last where several are', () => expect(forecastMilestone(milestone([contributor('a'), contributor('b')]), ground).contributors.map(({ criticality }) => of(criticality))).toEqual([0.5, 0.5]))
  it('has no forecast while one that is required has no end, or one that has passed; the others keep their ranges', () => {
    const lacking = forecastMilestone(milestone([contributor('a'), contributor('b', { plannedOn: null }), contributor('c', { plannedOn: day(-1) }), contributor('d', { standing: 'stopped' }), contributor('e', { standing: 'gone' }), contributor('f', between(-30, -20, -10))]), ground)
    expect(lacking.p50On.metric).toEqual({ status: 'missing', inputs: ['an end of b', 'an end of c that has not passed', 'd: it was stopped', 'e: it was removed', 'a range of f that has not passed'] })
    expect([lacking.contributors[0]?.p50On.status, lacking.contributors[0]?.criticality.status]).toEqual(['ok', 'missing'])
    expect(forecastMilestone(milestone([contributor('a', { role: 'helpful' })]), ground).confidence.metric).toEqual({ status: 'missing', inputs: ['an initiative that is required'] })
  })
  it('is over with what is over, and once it was reached nothing is forecast', () => {
    const over = forecastMilestone(milestone([contributor('a', { standing: 'done', plannedOn: day(-20) }), contributor('b', { standing: 'done', plannedOn: null })]), ground)
    expect([inDays(over.p50On.metric), of(over.confidence.metric)]).toEqual([0, 1])
    const reached = milestone([contributor('a')], { reachedOn: day(-3), wantedOn: day(-10) })
    const none = forecastMilestone(reached, ground)
    expect([milestoneStanding(reached, none), milestoneStanding({ ...reached, wantedOn: day(0) }, none), milestoneStanding(milestone([]), over)]).toEqual(['reached_late', 'reached', 'on_course'])
    expect([none.p50On.metric.status, none.confidence.metric.status, of(daysLate(reached, none))]).toEqual(['not_applicable', 'not_applicable', 7])
  })
  it('learns how planned ends have held from ten of them on: what is left is stretched by one of them', () => {
    // Half of what was planned held, half took twice as long: of 100 days that are left the end is day 100 or day 200.
    const slips = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2]
    const one = forecastMilestone(milestone([contributor('a')]), { ...ground, slips })
    expect([one.contributors[0]?.basis, inDays(one.p10On), inDays(one.p90On)]).toEqual(['record', 100, 200])
    expect(of(one.confidence.metric)).toBeCloseTo(0.5, 1)
    expect(forecastMilestone(milestone([contributor('a')]), { ...ground, slips: slips.slice(1) }).contributors[0]?.basis).toBe('date')
    // 100 days until the end as it was first published, 150 in the end; what had passed already says nothing, and nothing is shorter than nothing.
    expect(slipFactors([{ firstAsOf: day(0), firstEndOn: day(100), lastEndOn: day(150) }, { firstAsOf: day(0), firstEndOn: day(0), lastEndOn: day(9) }, { firstAsOf: day(0), firstEndOn: day(10), lastEndOn: day(-5) }])).toEqual([0, 1.5])
  })

  const ranges = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })).map((days) => [...days].sort((a, b) => a - b) as [number, number, number])
  const drawn = fc.array(ranges, { minLength: 1, maxLength: 5 }).map((all) => all.map((range, at) => contributor(String(at), between(...range))))
  const quick = { ...ground, runs: 400 }
  it('law: one more that is required never makes it sooner or surer, and the order in which they stand changes nothing', () => {
    fc.assert(fc.property(drawn, ranges, (some, more) => {
      const [before, after] = [forecastMilestone(milestone(some), quick), forecastMilestone(milestone([...some, contributor('more', between(...more))]), quick)]
      expect(of(after.p50On.metric) >= of(before.p50On.metric)).toBe(true)
      expect(of(after.confidence.metric)).toBeLessThanOrEqual(of(before.confidence.metric))
      expect(of(after.mergeDays.metric)).toBeGreaterThanOrEqual(0)
      expect(after.contributors.reduce((sum, { criticality }) => sum + of(criticality), 0)).toBeCloseTo(1, 9)
      const turned = forecastMilestone(milestone(some.toReversed()), quick)
      expect([turned.p10On, turned.p50On.metric, turned.p90On, turned.confidence.metric]).toEqual([before.p10On, before.p50On.metric, before.p90On, before.confidence.metric])
    }), { numRuns: 60 })
  })
  it('truth by another road: with independent contributors the share that keeps the day is the product of their own', () => {
    fc.assert(fc.property(drawn, (some) => {
      const { confidence, contributors } = forecastMilestone(milestone(some), ground)
      const product = contributors.reduce((all, one) => all * of(one.confidence), 1)
      // Four standard errors of a share of ten thousand runs, and no less than the shares themselves are known to.
      expect(Math.abs(of(confidence.metric) - product)).toBeLessThan(0.03)
    }), { numRuns: 20 })
  })

  it('names what contradicts itself in it', () => {
    const one = { initiativeId: 'a', name: 'Road', role: 'required' as const, range: null }
    expect(milestoneFaults({ reachedOn: null, contributors: [one] }, today)).toEqual([])
    expect(milestoneFaults({ reachedOn: day(1), contributors: [one, { ...one, ...between(2, 1, 3) }] }, today).map(({ field }) => field)).toEqual(['reachedOn', 'contributors.1.initiativeId', 'contributors.1.range'])
  })
})
