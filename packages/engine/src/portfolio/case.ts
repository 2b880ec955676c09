import type { Metric, Money } from '../kernel/index.ts'
import type { Candidate } from './candidate.ts'
import type { Constraint } from './constraints/kinds.ts'
import type { SelectionInput } from './input.ts'

/** What a selection can maximise: monetised benefits, benefits less cost, or alignment in points. */
export const valueChoices = ['benefits', 'net', 'strategic'] as const
export type ValueChoice = (typeof valueChoices)[number]

/** Alignment 1 is worth this many points, so that points are whole numbers. */
export const pointsPerAlignment = 10_000

/** What is known of an initiative when a selection is prepared. */
export type CaseFacts = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly mandatory: boolean
  readonly cost: Metric<Money>
  readonly benefits: Metric<Money>
  /** Weighted contribution to the objectives, −1 to 1. */
  readonly alignment: Metric<number>
  /** Cost by fiscal year, named by the calendar year in which it begins; sums to the cost. */
  readonly costByYear: readonly { readonly year: number; readonly amount: Money }[]
}

export type CaseTies = {
  readonly dependencies: readonly { readonly fromId: string; readonly toId: string }[]
  readonly exclusions: readonly { readonly name: string; readonly initiativeIds: readonly string[] }[]
}

/** A selection ready to be solved, and what had to be left out of it and why. */
export type SelectionCase = {
  readonly input: SelectionInput
  readonly years: readonly { readonly year: number; readonly demandMinor: number }[]
  readonly departments: readonly { readonly id: string; readonly name: string; readonly demandMinor: number }[]
  readonly totals: { readonly candidates: number; readonly costMinor: number; readonly value: number }
  readonly left: readonly { readonly id: string; readonly key: string; readonly name: string; readonly because: string }[]
  /** Statements about what the case assumes, for the reader. */
  readonly notes: readonly string[]
}

/** How many fiscal years may get a budget of their own. */
const yearsAhead = 10

/**
 * Turns initiatives into a selection. A candidate costs more than nothing and has the value that is asked for; whoever lacks either is
 * left out with the reason, never taken as zero. Mandatory work is pinned. `fromYear` is the first fiscal year that can still be planned.
 */
export function prepareCase(facts: readonly CaseFacts[], ties: CaseTies, value: ValueChoice, currency: string, fromYear: number): SelectionCase {
  const judged = facts.map((fact) => ({ fact, outcome: judge(fact, value) }))
  const chosen = judged.flatMap(({ fact, outcome }) => (typeof outcome === 'string' ? [] : [{ fact, ...outcome }]))
  const ids = new Set(chosen.map(({ fact }) => fact.id))
  const dropped = ties.dependencies.filter(({ fromId, toId }) => ids.has(fromId) && !ids.has(toId))
  const candidates = chosen.map(({ fact, cost, worth }) => candidateOf(fact, cost, worth, ties, ids, fromYear))
  const last = fromYear + yearsAhead
  const years = Array.from({ length: yearsAhead }, (_, index) => fromYear + index)
    .map((year) => ({ year, demandMinor: sum(candidates.map(({ costByYear }) => costByYear?.[year] ?? 0)) }))
    .filter(({ year, demandMinor }) => year < last && demandMinor > 0)
  return {
    input: { currency, candidates, constraints: standingConstraints(chosen.map(({ fact }) => fact), ties, ids) },
    years,
    departments: departmentsOf(chosen),
    totals: { candidates: candidates.length, costMinor: sum(candidates.map(({ cost }) => cost)), value: sum(candidates.map((candidate) => candidate.value)) },
    left: judged.flatMap(({ fact, outcome }) => (typeof outcome === 'string' ? [{ id: fact.id, key: fact.key, name: fact.name, because: outcome }] : [])),
    notes: notesOn(value, dropped.length),
  }
}

/** Cost and worth of a candidate, or why it is none. */
function judge(fact: CaseFacts, value: ValueChoice): { cost: number; worth: number } | string {
  if (fact.cost.status !== 'ok') return 'No whole-life cost is given.'
  if (fact.cost.value.minor <= 0n) return 'Its whole-life cost is not above zero.'
  const cost = Number(fact.cost.value.minor)
  if (value === 'strategic') return fact.alignment.status === 'ok' ? { cost, worth: Math.round(fact.alignment.value * pointsPerAlignment) } : 'It is linked to no objective, so it has no strategic value yet.'
  if (fact.benefits.status !== 'ok') return 'No monetised benefits are given.'
  if (fact.benefits.value.minor <= 0n) return 'Its monetised benefits are not above zero.'
  const benefits = Number(fact.benefits.value.minor)
  return { cost, worth: value === 'net' ? benefits - cost : benefits }
}

function candidateOf(fact: CaseFacts, cost: number, value: number, ties: CaseTies, ids: ReadonlySet<string>, fromYear: number): Candidate {
  const requires = ties.dependencies.filter(({ fromId, toId }) => fromId === fact.id && ids.has(toId)).map(({ toId }) => toId)
  const costByYear = Object.fromEntries(fact.costByYear.filter(({ year, amount }) => year >= fromYear && amount.minor > 0n).map(({ year, amount }) => [String(year), Number(amount.minor)]))
  return { id: fact.id, name: fact.name, ...(fact.unitId ? { departmentId: fact.unitId } : {}), value, cost, costByYear, ...(requires.length > 0 ? { requires } : {}) }
}

function standingConstraints(facts: readonly CaseFacts[], ties: CaseTies, ids: ReadonlySet<string>): readonly Constraint[] {
  const pins: Constraint[] = facts.filter(({ mandatory }) => mandatory).map(({ id }) => ({ kind: 'mustInclude', candidateId: id, because: 'Mandatory work' }))
  const groups: Constraint[] = ties.exclusions
    .map(({ initiativeIds }) => initiativeIds.filter((id) => ids.has(id)))
    .filter((group) => group.length > 1)
    .map((candidateIds) => ({ kind: 'exclusion', candidateIds }))
  return [...pins, ...groups]
}

function departmentsOf(chosen: readonly { fact: CaseFacts; cost: number }[]): SelectionCase['departments'] {
  const departments = new Map<string, { name: string; demandMinor: number }>()
  for (const { fact, cost } of chosen)
    if (fact.unitId) departments.set(fact.unitId, { name: fact.unitName ?? '', demandMinor: (departments.get(fact.unitId)?.demandMinor ?? 0) + cost })
  return [...departments].map(([id, department]) => ({ id, ...department })).sort((a, b) => b.demandMinor - a.demandMinor || (a.name < b.name ? -1 : 1))
}

function notesOn(value: ValueChoice, dropped: number): readonly string[] {
  const worth = {
    benefits: 'Value is the whole-life monetised benefits as given.',
    net: 'Value is whole-life monetised benefits less whole-life cost, undiscounted.',
    strategic: `Value is alignment in points: ${pointsPerAlignment} points for an initiative that serves every objective fully.`,
  }[value]
  return [
    worth,
    'Cost is the whole-life cost. It includes what has been spent already, which publications do not give; so a running initiative is weighed with its past cost.',
    'Cost by year is derived: the whole-life cost spread over the days between start and end.',
    ...(dropped > 0 ? [`${dropped} dependencies on initiatives that are no candidates are left out of the case.`] : []),
  ]
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
