import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrameworkElement } from '../framework/index.ts'
import { conformanceOf, countOutcomes, judgeElements, outcomes, reachedState, sampleOf, type ConformanceFacts } from './index.ts'

const element = (key: string, more: Partial<FrameworkElement> = {}): FrameworkElement => ({ key, kind: 'gate', name: key, says: '', link: '', lifecycle: 'Predictive', neededFrom: 'approved', serviceId: null, ...more })
const facts = (more: Partial<ConformanceFacts> = {}): ConformanceFacts => ({ elements: [element('G1'), element('G2', { neededFrom: 'closing' }), element('S9', { kind: 'stage', lifecycle: 'Agile' }), element('T1', { kind: 'template', lifecycle: '', neededFrom: null })], lifecycle: 'Predictive', state: 'active', shown: [], deviations: [], ...more })
const told = (given: ConformanceFacts, on = '2026-06-30') => judgeElements(given, on).map(({ element: { key }, outcome }) => `${key} ${outcome}`)

describe('an element of an initiative', () => {
  it('is missing once its state has come and nothing shows it, and is no concern of another lifecycle model', () => expect(told(facts())).toEqual(['G1 missing', 'G2 not_due', 'T1 advice']))
  it('is kept from the day on that shows it', () => {
    const shown = facts({ shown: [{ key: 'G1', on: '2026-06-10' }] })
    expect([told(shown, '2026-06-09')[0], told(shown, '2026-06-10')[0]]).toEqual(['G1 missing', 'G1 kept'])
  })
  it('deviates as long as it was approved for', () => {
    const excused = facts({ deviations: [{ key: 'G1', approvedOn: '2026-06-10', until: '2026-06-20' }] })
    expect(['2026-06-09', '2026-06-10', '2026-06-20', '2026-06-21'].map((on) => told(excused, on)[0])).toEqual(['G1 missing', 'G1 deviation', 'G1 deviation', 'G1 missing'])
  })
  it('is out of order where a later step was shown before its gate; earlier steps and the same day are not', () => {
    const steps = [element('S1', { kind: 'stage' }), element('G1'), element('S2', { kind: 'stage' })]
    const shown = (gate: string) => facts({ elements: steps, shown: [{ key: 'S1', on: '2026-01-01' }, { key: 'G1', on: gate }, { key: 'S2', on: '2026-03-01' }] })
    expect(told(shown('2026-03-02'))).toEqual(['S1 kept', 'G1 out_of_order', 'S2 kept'])
    expect(told(shown('2026-03-01'))).toEqual(['S1 kept', 'G1 kept', 'S2 kept'])
    expect(judgeElements(shown('2026-03-02'), '2026-06-30')[1]?.overtakenBy).toBe('S2')
  })
  it('stays as far as it was while the initiative is on hold', () => {
    // Approved and put off: what is needed from active on is not due.
    const from = (recorded: Parameters<typeof reachedState>[0]) => told(facts({ elements: [element('G1'), element('G2', { neededFrom: 'active' })], state: reachedState(recorded) ?? 'idea' }))
    expect([from(['case', 'approved', 'on_hold']), from(['active', 'on_hold', 'on_hold']), from(['on_hold'])]).toEqual([['G1 missing', 'G2 not_due'], ['G1 missing', 'G2 missing'], ['G1 missing', 'G2 missing']])
    expect(reachedState([])).toBeUndefined()
  })
  it('falls due no more once the initiative was stopped', () => expect(told(facts({ state: 'stopped' }))).toEqual(['G1 not_due', 'G2 not_due', 'T1 advice']))
  it('is judged alike in whatever order its facts come, and later facts change no earlier day', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((no) => `2026-05-0${no}`)
    const shown = fc.array(fc.record({ key: fc.constantFrom('G1', 'G2', 'T1'), on: day }), { maxLength: 6 })
    fc.assert(fc.property(shown, day, (given, on) => {
      expect(told(facts({ shown: given }), on)).toEqual(told(facts({ shown: given.toReversed() }), on))
      expect(told(facts({ shown: given }), on)).toEqual(told(facts({ shown: given.filter((one) => one.on <= on) }), on))
    }))
  })
})

describe('conformance', () => {
  const counts = (more: Partial<ReturnType<typeof countOutcomes>>) => ({ ...countOutcomes([]), ...more })
  it('counts justified deviations apart', () => {
    // Three of four that count were kept; two deviations change nothing of it.
    expect(conformanceOf(counts({ kept: 3, missing: 1, deviation: 2 })).share.metric).toEqual({ status: 'ok', value: 0.75 })
    expect(conformanceOf(counts({ kept: 3, missing: 1 })).share.metric).toEqual({ status: 'ok', value: 0.75 })
  })
  it('is no figure where nothing is due', () => expect(conformanceOf(counts({ deviation: 2, advice: 4 })).share.metric).toEqual({ status: 'undefined', reason: 'NOT_DUE' }))
  it('counts every element once', () => fc.assert(fc.property(fc.array(fc.constantFrom(...outcomes)), (all) => {
    expect(Object.values(countOutcomes(all.map((outcome) => ({ outcome })))).reduce((sum, one) => sum + one, 0)).toBe(all.length)
  })))
})

describe('a sample', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  it('is the share of them, rounded up', () => expect([0, 0.2, 0.21, 0.6, 1].map((share) => sampleOf(ids, share, 1).length)).toEqual([0, 1, 2, 3, 5]))
  it('is the same of the same seed, whatever the order, and draws nobody twice', () => fc.assert(fc.property(fc.integer({ min: 0 }), (seed) => {
    const drawn = sampleOf(ids, 0.5, seed)
    expect(drawn).toEqual(sampleOf(ids.toReversed(), 0.5, seed))
    expect(new Set(drawn).size).toBe(3)
  })))
})
