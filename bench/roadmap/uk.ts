import { ukCandidates } from '../selection/case.ts'
import type { GeneratedRoadmap } from './generator.ts'

const FIRST_YEAR = 2024
/** A start may be put off by so many years, at the discount rate of the Green Book. */
const MOST_DELAY = 3
const KEPT_PER_YEAR = 1 / 1.035

/**
 * The UK portfolio of March 2024 as a roadmap: cost by fiscal year (spread evenly, our reading), start as planned or up to three years later,
 * and in each year of the plan a budget of `percent` of what everything together would cost then. Money in thousands of pounds, value in
 * millions; what a delay takes from the value is the social discount rate of 3.5 % (HM Treasury, Green Book 2022).
 */
export function ukRoadmap(percent: number): GeneratedRoadmap {
  const candidates = ukCandidates().map(({ costByYear = {}, value, ...rest }) => {
    const years = Object.keys(costByYear).map(Number)
    const [from, to] = [Math.min(...years), Math.max(...years)]
    const byYear = Array.from({ length: to - from + 1 }, (_, k) => Math.round((costByYear[String(from + k)] ?? 0) / 100_000))
    return { ...rest, value, byYear, from: from - FIRST_YEAR }
  })
  const T = Math.max(...candidates.map(({ from, byYear }) => from + byYear.length)) + MOST_DELAY
  const demand = Array.from({ length: T }, (_, t) => candidates.reduce((sum, { from, byYear }) => sum + (byYear[t - from] ?? 0), 0))
  const P = candidates.map(({ from, byYear, value }, i) => ({
    i, d: byYear.length, es: from, ls: from + MOST_DELAY, capex: byYear, opex: byYear.map(() => 0), fte: [], cost: byYear.reduce((sum, each) => sum + each, 0), cat: 0, h: 0,
    v: Array.from({ length: MOST_DELAY + 1 }, (_, delay) => Math.round((value / 1e8) * KEPT_PER_YEAR ** delay * 100) / 100),
    pred: [], mand: false,
  }))
  // After the last year of the plan the budget stays at that of its last year, so that a delay is not barred by an empty year.
  const capex = demand.map((_, t) => Math.floor((Math.max(...demand.slice(t)) * percent) / 100))
  return { n: P.length, T, pools: 0, P, capex, opex: demand.map(() => 0), cap: [], excl: [], shares: [], seed: 0 }
}
