import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chancesOf, componentState, reuseSaving, reuseStates, type SavingFacts, type Witness } from './index.ts'

describe('a component', () => {
  const state = (work: Parameters<typeof componentState>[0]['work'], availableOn: string, withdrawn = false) => componentState({ availableOn, work, withdrawn }, '2026-06-30')
  it('is there from its day on where no work is named', () => expect([state(null, '2026-07-01'), state(null, '2026-06-30')]).toEqual(['planned', 'available']))
  it('is as far as its work: there once that is done, late where its day has passed', () => {
    expect([state('done', '2027-01-01'), state('in_progress', '2026-07-01'), state('not_started', '2026-06-30'), state('in_progress', '2026-06-29')]).toEqual(['available', 'in_making', 'planned', 'late'])
  })
  it('is given up with its work, or by itself', () => expect([state('cancelled', '2026-01-01'), state('done', '2026-01-01', true)]).toEqual(['withdrawn', 'withdrawn']))
})

describe('saved effort', () => {
  const offer = (state: SavingFacts['state'], leastHours: number, mostHours: number, savedHours: number | null = null): SavingFacts => ({ label: state, state, leastHours, mostHours, savedHours })
  const told = (offers: readonly SavingFacts[]) => Object.values(reuseSaving(offers)).map(({ metric }) => (metric.status === 'ok' ? metric.value : metric.status === 'undefined' ? metric.reason : ''))
  it('counts what was accepted from the least to the most, and keeps apart what waits', () => {
    // 10 to 20 hours waiting, 40 to 80 and 5 to 5 accepted; 900 declined and 700 withdrawn count nowhere.
    expect(told([offer('offered', 1000, 2000), offer('accepted', 4000, 8000), offer('accepted', 500, 500), offer('declined', 90_000, 90_000), offer('withdrawn', 70_000, 70_000)])).toEqual([20, 45, 85, 'NOT_MEASURED'])
  })
  it('is what somebody confirmed, and undefined where nobody has', () => expect(told([offer('accepted', 4000, 8000, 6150), offer('accepted', 100, 200)])).toEqual([0, 41, 82, 61.5]))
  it('is the same in whatever order, and never more by an offer that was declined', () => {
    const any = fc.array(fc.record({ label: fc.string(), state: fc.constantFrom(...reuseStates), leastHours: fc.nat(9_000), mostHours: fc.nat(9_000), savedHours: fc.constantFrom(null, 100) }), { maxLength: 12 })
    fc.assert(fc.property(any, (offers) => {
      expect(told(offers.toReversed())).toEqual(told(offers))
      expect(told([...offers, offer('declined', 500, 500)])).toEqual(told(offers))
    }))
  })
})

describe('chances to go together', () => {
  const [bridge, ferry, tunnel] = [{ id: 'b', name: 'Bridge' }, { id: 'f', name: 'Ferry' }, { id: 't', name: 'Tunnel' }]
  const pool = (initiative: typeof bridge, period: string): Witness => ({ kind: 'pool', thing: { id: 'p', name: 'Divers' }, period, initiative })
  it('are where two share something, in the period in which most do; one alone shares nothing', () => {
    const found = chancesOf([pool(bridge, 'Q1'), pool(ferry, 'Q2'), pool(tunnel, 'Q2'), pool(bridge, 'Q2'), pool(bridge, 'Q3'), pool(ferry, 'Q3'), pool(tunnel, 'Q3'), { kind: 'dependency', thing: { id: 'h', name: 'Harbour' }, initiative: bridge }])
    expect(found).toEqual([{ kind: 'pool', thing: { id: 'p', name: 'Divers' }, period: 'Q2', initiatives: [bridge, ferry, tunnel] }])
  })
  it('come by how many share, and the same initiative named twice counts once', () => {
    const measure = (initiative: typeof bridge): Witness => ({ kind: 'measure', thing: { id: 'm', name: 'Days open' }, initiative })
    expect(chancesOf([measure(bridge), measure(bridge)])).toEqual([])
    expect(chancesOf([pool(bridge, 'Q1'), pool(ferry, 'Q1'), measure(bridge), measure(ferry), measure(tunnel)]).map(({ kind, period, initiatives }) => [kind, period, initiatives.length])).toEqual([['measure', null, 3], ['pool', 'Q1', 2]])
  })
})
