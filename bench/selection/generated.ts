import { random } from '@throughline/engine/kernel'
import type { Candidate, Constraint, SelectionInput } from '@throughline/engine/portfolio'

/** A seeded portfolio in pence: cost over one to four of eight years, value loosely tied to cost, five departments, some dependencies and either-ors. */
export function generatedCase(size: number, seed: number): SelectionInput {
  const { below } = random(seed)
  const years = [...Array(8).keys()].map((k) => 2026 + k)
  const candidates = [...Array(size).keys()].map((k): Candidate => {
    const first = below(years.length)
    const span = Math.min(years.length - first, 1 + below(4))
    const perYear = (5 + below(400)) * 10_000_000 + below(10_000_000)
    const cost = perYear * span
    const costByYear = Object.fromEntries(years.slice(first, first + span).map((year) => [String(year), perYear]))
    return {
      id: `p${String(k).padStart(4, '0')}`,
      name: `Project ${k}`,
      departmentId: `D${below(5)}`,
      value: Math.floor((cost * (60 + below(180))) / 100),
      cost,
      costByYear,
      requires: k > 0 && below(100) < 12 ? [`p${String(below(k)).padStart(4, '0')}`] : [],
    }
  })
  const sum = (amount: (candidate: Candidate) => number): number => candidates.reduce((total, each) => total + amount(each), 0)
  const yearly = years.map((year): Constraint => ({ kind: 'yearlyBudget', year, limit: Math.floor(sum((each) => each.costByYear?.[String(year)] ?? 0) * 0.42) }))
  const caps = [...Array(5).keys()].map((k): Constraint => ({ kind: 'departmentCap', departmentId: `D${k}`, limit: Math.floor(sum((each) => (each.departmentId === `D${k}` ? each.cost : 0)) * 0.5) }))
  const eitherOr = [...Array(Math.floor(size / 25)).keys()].map((k): Constraint => ({ kind: 'exclusion', candidateIds: [candidates[k * 20]!.id, candidates[k * 20 + 7]!.id] }))
  return { currency: 'GBP', candidates, constraints: [{ kind: 'totalBudget', limit: Math.floor(sum((each) => each.cost) * 0.4) }, ...yearly, ...caps, ...eitherOr] }
}
