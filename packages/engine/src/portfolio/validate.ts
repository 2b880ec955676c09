import { ruleOf } from './constraints/registry.ts'
import type { SelectionInput, SelectionRefusal } from './input.ts'

/** The first rule of the input that is broken, in the order below; null for a sound input. */
export function refusalOf(input: SelectionInput): SelectionRefusal | null {
  return duplicate(input) ?? unknownId(input) ?? badAmount(input) ?? badLimit(input) ?? tooLarge(input)
}

function duplicate({ candidates }: SelectionInput): SelectionRefusal | null {
  const seen = new Set<string>()
  for (const { id } of candidates) {
    if (seen.has(id)) return { code: 'candidate_twice', candidateId: id }
    seen.add(id)
  }
  return null
}

function unknownId({ candidates, constraints }: SelectionInput): SelectionRefusal | null {
  const known = new Set(candidates.map((candidate) => candidate.id))
  const named = [
    ...candidates.flatMap((each) => [...(each.requires ?? []), ...(each.requiresAny ?? [])].map((id) => ({ id, namedBy: each.id }))),
    ...constraints.flatMap((constraint) => ruleOf(constraint).names(constraint).map((id) => ({ id, namedBy: constraint.kind }))),
  ]
  const stranger = named.find(({ id }) => !known.has(id))
  return stranger === undefined ? null : { code: 'candidate_unknown', candidateId: stranger.id, namedBy: stranger.namedBy }
}

function badAmount({ candidates }: SelectionInput): SelectionRefusal | null {
  for (const candidate of candidates) {
    const signed = [['value', candidate.value], ...Object.entries(candidate.byObjective ?? {}).map(([id, amount]) => [`byObjective.${id}`, amount])] as const
    const costs = [['cost', candidate.cost], ...Object.entries(candidate.costByYear ?? {}).map(([year, amount]) => [`costByYear.${year}`, amount])] as const
    for (const [field, found] of [...signed, ...costs] as readonly (readonly [string, number])[]) {
      if (!Number.isSafeInteger(found)) return { code: 'amount_not_whole', candidateId: candidate.id, field, found }
    }
    for (const [field, found] of costs as readonly (readonly [string, number])[]) {
      if (found < 0) return { code: 'amount_negative', candidateId: candidate.id, field, found }
    }
  }
  return null
}

function badLimit({ constraints }: SelectionInput): SelectionRefusal | null {
  for (const constraint of constraints) {
    for (const [name, found] of Object.entries(ruleOf(constraint).amounts(constraint))) {
      const field = `${constraint.kind}.${name}`
      if (!Number.isSafeInteger(found)) return { code: 'amount_not_whole', candidateId: null, field, found }
      if (found < 0 && constraint.kind !== 'objectiveFloor') return { code: 'amount_negative', candidateId: null, field, found }
    }
    if (constraint.kind === 'minimumShare' && constraint.leastPercent > 100) return { code: 'percent_out_of_range', found: constraint.leastPercent }
  }
  return null
}

/** Every sum the solver may form stays below 2^53, so that it is exact; shares multiply cost by up to 100. */
function tooLarge({ candidates, constraints }: SelectionInput): SelectionRefusal | null {
  const factor = constraints.some((constraint) => constraint.kind === 'minimumShare') ? 100 : 1
  const years = new Set(candidates.flatMap((each) => Object.keys(each.costByYear ?? {})))
  const objectives = new Set(candidates.flatMap((each) => Object.keys(each.byObjective ?? {})))
  const fields: readonly (readonly [string, readonly number[]])[] = [
    ['value', candidates.map((each) => each.value)],
    ['cost', candidates.map((each) => each.cost * factor)],
    ...[...years].map((year) => [`costByYear.${year}`, candidates.map((each) => each.costByYear?.[year] ?? 0)] as const),
    ...[...objectives].map((id) => [`byObjective.${id}`, candidates.map((each) => each.byObjective?.[id] ?? 0)] as const),
  ]
  const limits = constraints.flatMap((constraint) => Object.values(ruleOf(constraint).amounts(constraint)))
  const largestLimit = limits.reduce((most, limit) => Math.max(most, Math.abs(limit)), 0)
  for (const [field, amounts] of fields) {
    const sum = amounts.reduce((total, amount) => total + Math.abs(amount), 0)
    if (sum + largestLimit > Number.MAX_SAFE_INTEGER) return { code: 'amounts_too_large', field, sum, limit: Number.MAX_SAFE_INTEGER }
  }
  return null
}
