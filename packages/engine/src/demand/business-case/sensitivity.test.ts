import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flatFactors, presentValue } from '../appraisal/index.ts'
import { sensitivityOf, tryScenarios, worthOf, type Assumption, type CaseContent, type CaseOption } from './index.ts'
import { flowsOf, yearsOf, type Otherwise } from './flows.ts'
import { caseOf, greenBook, lineOf, nothing, optionOf } from './testing.ts'

const plain = optionOf('Plain', 'do_something', [lineOf('Build', 'capital_cost', 100), lineOf('Save', 'cashable', 0, 30, 30, 30, 30, 30)])
const byKey = (content: CaseContent, option: CaseOption): ReadonlyMap<string, Assumption> => new Map(sensitivityOf(option, content).map((one) => [one.key, one]))

it('tells of each line at a fifth less and more what the option is worth, and at which amount it is worth nothing', () => {
  const found = byKey(caseOf([nothing, plain]), plain)
  expect(found.get('Build')).toMatchObject({ base: 100, low: 80, high: 120, said: false, atLow: expect.closeTo(55.4516, 3) as number, atHigh: expect.closeTo(15.4516, 3) as number })
  expect(found.get('Build')?.switching.metric).toEqual({ status: 'ok', value: expect.closeTo(135.451571264, 8) as number })
  // 150 of benefits are worth 135.45: 100 of them pay for it.
  expect(found.get('Save')?.switching.metric).toEqual({ status: 'ok', value: expect.closeTo(15000 / 135.451571264, 8) as number })
  expect(found.get('rate')?.switching.metric).toEqual({ status: 'ok', value: expect.closeTo(15.238, 3) as number })
})
it('says why there is none: no amount brings it to 0, or several rates do', () => {
  const sunk = optionOf('Sunk', 'do_something', [lineOf('Build', 'capital_cost', 100), lineOf('Extra', 'revenue_cost', 10)])
  expect(byKey(caseOf([nothing, sunk]), sunk).get('Extra')?.switching.metric).toEqual({ status: 'undefined', reason: 'NOT_REACHED' })
  const twice = optionOf('Twice', 'do_something', [lineOf('Out', 'revenue_cost', 1000, 0, 1540), lineOf('In', 'cashable', 0, 2500)])
  const rate = byKey(caseOf([nothing, twice]), twice).get('rate')
  expect([rate?.switching.metric, rate?.switchesAt.map((value) => value.toFixed(4))]).toEqual([{ status: 'undefined', reason: 'MULTIPLE_ROOTS' }, ['10.0000', '40.0000']])
  expect(sensitivityOf(plain, caseOf([plain]))).toEqual([])
})

/** What is assumed at the switching value, for the kinds that a value depends on by amounts. */
const at = ({ kind, key, base }: Assumption, value: number): Otherwise => (kind === 'uplift' ? { upliftPercent: value } : kind === 'realised' ? { realised: value / 100 } : kind === 'delay' ? { delayYears: value } : { parts: new Map([[key, value / base]]) })
const amounts = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 8 })

it('at every switching value the net present value against doing nothing is 0 to the minor unit', () => {
  fc.assert(fc.property(amounts(0, 90_000_000), amounts(0, 9_000_000), amounts(0, 60_000_000), amounts(-3_000_000, 0), amounts(0, 5_000_000), fc.boolean(), fc.boolean(), (capital, running, gains, losses, decay, mid, biased) => {
    const option = optionOf('Option', 'do_something', [lineOf('Capital', 'capital_cost', ...capital), lineOf('Running', 'revenue_cost', ...running), lineOf('Gains', 'non_cashable', 0, ...gains), lineOf('Losses', 'disbenefit', ...losses)], {
      bias: biased ? { category: 'equipment', mitigation: 0.3, evidence: 'Pilot' } : null, realised: { name: 'All', rates: [0.4, 0.55, 0.6, 0.7, 0.8, 0.85, 0.9, 1, 1.05, 1.2], parent: null, chance: 0.5, source: '' },
      risks: [{ id: 'risk', name: 'Rock', chance: 30, low: 1000, likely: 5000, high: 90_000, year: 2027, response: '', owner: '' }],
    })
    const without = optionOf('Nothing', 'do_nothing', [lineOf('Decay', 'revenue_cost', ...decay)])
    const content = caseOf([without, option], { basis: { ...greenBook, timing: mid ? 'mid' : 'end' } })
    const net = yearsOf(flowsOf(option, content.basis)).net.map((one, place) => one - (yearsOf(flowsOf(without, content.basis)).net[place] ?? 0))
    for (const one of sensitivityOf(option, content)) for (const value of one.switchesAt) {
      const factors = flatFactors(value / 100, Math.max(net.length, decay.length), mid ? 'mid' : 'end')
      const all = Array.from({ length: factors.length }, (_, place) => net[place] ?? -(yearsOf(flowsOf(without, content.basis)).net[place] ?? 0))
      const worth = one.kind === 'rate' ? presentValue(all, factors) : worthOf(option, content, at(one, value))
      // A rate near −100 % has factors without bounds: there the value is 0 to what a number of that size can tell.
      expect(Math.abs(worth), `${one.name} at ${value}`).toBeLessThan(0.5 + (one.kind === 'rate' ? 1e-9 * Math.max(...factors) * all.reduce((sum, each) => sum + Math.abs(each), 0) : 0))
    }
  }), { numRuns: 60 })
})

it('scenarios move several things at once, and say which option is then the best', () => {
  const outcomes = tryScenarios(caseOf([nothing, plain], { scenarios: [{ id: 's', name: 'Dear', capital: 50, revenue: 0, benefits: 0, ratePoints: 0, delayYears: 0 }, { id: 't', name: 'Rich', capital: 0, revenue: 0, benefits: 10, ratePoints: 0, delayYears: 0 }] }))
  expect(outcomes.map(({ worth, bestId }) => [worth[0]?.worth.toFixed(2), bestId])).toEqual([['-14.55', 'Nothing'], ['49.00', 'Plain']])
})
it('an option of which nobody has said what it costs is no better than one that does nothing at a cost', () => {
  const [decay, empty] = [optionOf('Decay', 'do_nothing', [lineOf('Repairs', 'revenue_cost', 0, 50)]), optionOf('Empty', 'do_minimum', [])]
  const content = caseOf([decay, empty], { scenarios: [{ id: 's', name: 'Later', capital: 0, revenue: 0, benefits: 0, ratePoints: 0, delayYears: 1 }] })
  expect([tryScenarios(content).map(({ worth, bestId }) => [worth, bestId]), sensitivityOf(empty, content)]).toEqual([[[[], 'Decay']], []])
})
it('a delay costs, the more the later', () => {
  const content = caseOf([nothing, plain])
  expect([0, 1, 2].map((delayYears) => worthOf(plain, content, { delayYears }).toFixed(2))).toEqual(['35.45', '32.56', '29.79'])
})
