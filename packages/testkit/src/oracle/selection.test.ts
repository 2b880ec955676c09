import { describe, expect, it } from 'vitest'
import { checkCertificate, selectPortfolio } from '@throughline/engine/portfolio'
import { highsOracle } from './highs.ts'
import { totalOnly, ukCandidates, withYearsAndCaps } from '../../../../bench/selection/case.ts'
import { askHighs } from '../../../../bench/selection/oracle.ts'

const percents = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
const candidates = ukCandidates()

describe('the UK portfolio of March 2024', () => {
  it('has 90 candidates, GBP 246bn of cost and GBP 625bn of benefits', () => {
    const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
    expect([candidates.length, sum(candidates.map((each) => each.cost)) / 1e11, sum(candidates.map((each) => each.value)) / 1e11].map(Math.round)).toEqual([90, 246, 625])
    for (const each of candidates) expect(sum(Object.values(each.costByYear!))).toBe(each.cost)
  })

  it.each([
    ['a total budget', totalOnly],
    ['total, yearly budgets and department caps', withYearsAndCaps],
  ])('is solved to the same penny as by HiGHS at ten budgets: %s', async (_, caseAt) => {
    const oracle = await highsOracle()
    for (const percent of percents) {
      const input = caseAt(candidates, percent)
      const result = selectPortfolio(input, { explain: 'quick', proof: true })
      if (!result.ok) throw new Error(result.refusal.code)
      const theirs = askHighs(oracle, input)
      expect(theirs.faults).toEqual([])
      expect([percent, result.value.value, result.value.proved]).toEqual([percent, theirs.value, true])
      expect(checkCertificate(input, result.value)).toEqual({ planKeepsEverything: true, boundHolds: true, optimal: true })
    }
  })
})
