import { readFileSync } from 'node:fs'
import type { Candidate, Constraint, SelectionInput } from '@throughline/engine/portfolio'

type Entry = { readonly id: string; readonly name: string; readonly department: string; readonly value: number; readonly cost: number; readonly start: string; readonly end: string }

/** First fiscal years of the plan; a fiscal year starts in April and is named by that calendar year. */
const YEARS = Array.from({ length: 10 }, (_, k) => 2024 + k)

/** The UK portfolio of March 2024; cost spread evenly over the months from April 2024 or the later start to the end (our reading, not published). */
export function ukCandidates(): readonly Candidate[] {
  const text = readFileSync(new URL('../instances/uk-gmpp-2024.json', import.meta.url), 'utf8')
  const { candidates } = JSON.parse(text) as { readonly candidates: readonly Entry[] }
  return candidates.map(({ id, name, department, value, cost, start, end }) => ({ id, name, departmentId: department, value, cost, costByYear: spread(cost, start, end) }))
}

/** One total budget of `percent` of the cost of everything. */
export function totalOnly(candidates: readonly Candidate[], percent: number): SelectionInput {
  const all = candidates.reduce((sum, candidate) => sum + candidate.cost, 0)
  return { currency: 'GBP', candidates, constraints: [{ kind: 'totalBudget', limit: Math.floor((all / 100) * percent) }] }
}

/** The total budget, ten yearly budgets and a cap for each department with more than one project, all at `percent` of their demand (caps a quarter above). */
export function withYearsAndCaps(candidates: readonly Candidate[], percent: number): SelectionInput {
  const { constraints } = totalOnly(candidates, percent)
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
  const yearly = YEARS.map((year): Constraint => ({
    kind: 'yearlyBudget', year, limit: Math.floor((sum(candidates.map((each) => each.costByYear?.[String(year)] ?? 0)) / 100) * percent),
  }))
  const departments = [...new Set(candidates.map((each) => each.departmentId!))].sort()
  const caps = departments.flatMap((departmentId): readonly Constraint[] => {
    const own = candidates.filter((each) => each.departmentId === departmentId)
    return own.length < 2 ? [] : [{ kind: 'departmentCap', departmentId, limit: Math.floor((sum(own.map((each) => each.cost)) / 100) * Math.min(100, percent * 1.25)) }]
  })
  return { currency: 'GBP', candidates, constraints: [...constraints, ...yearly, ...caps] }
}

/** Whole pence by fiscal year; the pennies left over go to the first year, so that the years add up to the cost. */
function spread(cost: number, start: string, end: string): Readonly<Record<string, number>> {
  const from = Math.max(monthOf(start), monthOf('2024-04-01'))
  const months = Math.max(1, monthOf(end) - from)
  const byYear: Record<string, number> = {}
  for (let month = from; month < from + months; month++) {
    const year = String(Math.floor((month - 3) / 12))
    byYear[year] = (byYear[year] ?? 0) + Math.floor(cost / months)
  }
  const first = String(Math.floor((from - 3) / 12))
  byYear[first]! += cost - Math.floor(cost / months) * months
  return byYear
}

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
