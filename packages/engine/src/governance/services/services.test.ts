import { describe, expect, it } from 'vitest'
import { ukFiscalCalendar } from '../../kernel/index.ts'
import { classTotals, performerHindrance, serviceMix, type MixAsked, type ServiceFacts, type WorkedHours } from './index.ts'

const service = (of: ServiceFacts['class'], more: Partial<ServiceFacts> = {}): ServiceFacts => ({ class: of, published: true, retired: false, open: 0, ...more })

describe('classes of services', () => {
  it('are counted each by itself; what was retired counts by its open requests alone', () => {
    expect(classTotals([service('mandated_assurance', { open: 2 }), service('mandated_assurance', { published: false }), service('non_mandated'), service('non_mandated', { retired: true, open: 1 })])).toEqual([
      { class: 'mandated_compliance', published: 0, drafts: 0, open: 0 }, { class: 'mandated_assurance', published: 1, drafts: 1, open: 2 }, { class: 'non_mandated', published: 1, drafts: 0, open: 1 },
    ])
  })
})

describe('independence of who assures', () => {
  // Ann reports to Bea, Bea to Cy, Cy to Dee, Eve to Dee; Kit reports to Ann, Lou to Kit, Max to Lou. Ann works on the initiative.
  const managers = new Map([['ann', 'bea'], ['bea', 'cy'], ['cy', 'dee'], ['eve', 'dee'], ['kit', 'ann'], ['lou', 'kit'], ['max', 'lou']])
  const assured = (performer: string, of: ServiceFacts['class'] = 'mandated_assurance') => performerHindrance({ class: of, performer, team: ['ann'], managers })
  it('shuts out the team and its line of reporting, however far up, and says by which way', () => {
    expect([assured('ann'), assured('bea'), assured('dee')]).toEqual([['ann'], ['ann', 'bea'], ['ann', 'bea', 'cy', 'dee']])
  })
  it('shuts out who reports to the team within two levels', () => {
    expect([assured('kit'), assured('lou'), assured('max')]).toEqual([['kit', 'ann'], ['lou', 'kit', 'ann'], undefined])
  })
  it('lets in whoever stands elsewhere, and anybody for what is no assurance', () => {
    expect([assured('eve'), assured('ann', 'non_mandated'), assured('ann', 'mandated_compliance')]).toEqual([undefined, undefined, undefined])
  })
  it('ends on lines that run in a circle', () => {
    expect(performerHindrance({ class: 'mandated_assurance', performer: 'zed', team: ['ann'], left: ['zed'], managers })).toEqual(['zed'])
    expect(performerHindrance({ class: 'non_mandated', performer: 'zed', team: ['ann'], left: ['zed'], managers })).toBeUndefined()
    expect(performerHindrance({ class: 'mandated_assurance', performer: 'eve', team: ['a'], managers: new Map([['a', 'b'], ['b', 'a'], ['eve', 'fay'], ['fay', 'eve']]) })).toBeUndefined()
  })
})

describe('the mix of services', () => {
  const hours = (on: string, of: WorkedHours['class'], whole: number, costMinor: bigint | null = null): WorkedHours => ({ on, class: of, hours: BigInt(whole * 100), costMinor })
  const mix = (work: readonly WorkedHours[], more: Partial<MixAsked> = {}) => serviceMix({ work, targets: [], calendar: ukFiscalCalendar, grain: 'quarter', currency: 'EUR', ...more })
  const value = (metric: { readonly status: string; readonly value?: unknown; readonly reason?: unknown }) => (metric.status === 'ok' ? metric.value : metric.reason)

  it('has shares that sum to exactly 100 %, with what belongs to no service beside both sides', () => {
    // Thirds of 100 %: 33.4, 33.3 and 33.3, the tenth left over to the first of equal fractions.
    const [one] = mix([hours('2026-04-01', 'mandated_compliance', 1), hours('2026-05-01', 'non_mandated', 1), hours('2026-06-30', null, 1)]).periods
    expect(one?.label).toBe('Q1 2026-27')
    expect(one?.classes.map(({ class: of, hours: worked, share }) => [of, worked, value(share.metric)])).toEqual([['mandated_compliance', 100n, 0.334], ['mandated_assurance', 0n, 0], ['non_mandated', 100n, 0.333], ['unclassified', 100n, 0.333]])
    expect([one?.mandated, one?.nonMandated, one?.unclassified].map((share) => share && value(share.metric))).toEqual([0.334, 0.333, 0.333])
  })
  it('runs over quarters in which nothing was worked, which have no share, and keeps to the last twelve', () => {
    const found = mix([hours('2020-01-01', null, 5), hours('2026-04-01', 'non_mandated', 1), hours('2026-12-31', 'mandated_assurance', 3)])
    expect([found.periods.length, found.earlier, found.periods.at(-1)?.label]).toEqual([12, 1, 'Q3 2026-27'])
    expect(found.periods.slice(-3).map(({ mandated }) => value(mandated.metric))).toEqual([0, 'NO_ACTUALS', 1])
    expect(mix([])).toEqual({ periods: [], earlier: 0, shift: null })
  })
  it('is held against the target that began last before the period, of one day the one set last, whenever an earlier one was set right', () => {
    const work = ['2026-04-01', '2026-07-01', '2026-10-01'].flatMap((on) => [hours(on, 'non_mandated', 1), hours(on, 'mandated_compliance', 3)])
    const targets = [{ fromOn: '2026-07-01', share: 0.3 }, { fromOn: '2026-10-01', share: 0.5 }, { fromOn: '2026-10-01', share: 0.2 }, { fromOn: '2026-07-01', share: 0.4 }]
    expect(mix(work, { targets }).periods.map(({ target, gap }) => [value(target), value(gap.metric)])).toEqual([['NO_TARGET', 'NO_TARGET'], [0.4, -15], [0.2, 5]])
  })
  it('says how many hours would have to shift, from where, and that compliance shifts nowhere', () => {
    const gates = { id: 'g', name: 'Gates' }
    const [audits, named] = [{ id: 'a', name: 'Audits' }, (on: string, service: { readonly id: string; readonly name: string }, whole: number): WorkedHours => ({ ...hours(on, 'mandated_assurance', whole), service })]
    const work = [hours('2026-04-01', 'mandated_compliance', 4), named('2026-04-02', gates, 1), named('2026-04-03', audits, 2), hours('2026-04-04', null, 1), hours('2026-04-05', 'non_mandated', 2)]
    const at = (share: number) => mix(work, { targets: [{ fromOn: '2026-04-01', share }] }).shift
    // Of 10 hours 2 are non-mandated: 50 % asks for 3 more, and 4 of compliance leave 60 % at most.
    const half = at(0.5)
    expect([half?.need, half?.floor, half?.ceiling].map((one) => one && value(one.metric))).toEqual([3, 0.4, 0.6])
    expect([half?.options.map(({ from, hours: own, covers }) => [from.kind === 'service' ? from.name : from.kind, own, Math.round(covers * 100)]), half?.short]).toEqual([[['no_service', 100n, 33], ['Audits', 200n, 67], ['Gates', 100n, 33]], 0n])
    expect([at(0.7)?.short, at(0.2)?.options, value(at(0.2)?.need.metric ?? { status: '' })]).toEqual([100n, [], 0])
    expect(value(mix(work).shift?.need.metric ?? { status: '' })).toBe('NO_TARGET')
  })
  it('sums what was given of costs, and says of how many hours nothing was', () => {
    const [one] = mix([hours('2026-04-01', 'mandated_compliance', 2, 300n), hours('2026-04-02', 'non_mandated', 1, 100n), hours('2026-04-03', 'non_mandated', 4), hours('2026-04-03', null, 1)]).periods
    expect(one?.uncosted).toBe(500n)
    expect(one?.classes.map(({ cost, costShare }) => [cost.metric.status === 'ok' ? cost.metric.value.minor : value(cost.metric), value(costShare.metric)])).toEqual([[300n, 0.75], ['NO_ACTUALS', 0], [100n, 0.25], ['NO_ACTUALS', 0]])
  })
})
