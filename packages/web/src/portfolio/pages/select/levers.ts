import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Candidate, Constraint, MustExclude, MustInclude, SelectionInput } from '@throughline/engine/portfolio'

/** Demands a planner adds by hand beyond budgets, caps and pins. */
export type Extra = Extract<Constraint, { kind: 'minimumShare' | 'maximumChange' | 'atMostK' | 'atLeastK' | 'objectiveFloor' | 'dependencyAny' }>
export type Pin = MustInclude | MustExclude

/** Where the levers stand. Amounts in whole minor units; null or left out: no limit. */
export type Levers = {
  readonly totalBudget: number | null
  readonly years: Readonly<Record<string, number>>
  readonly departments: Readonly<Record<string, number>>
  readonly pins: readonly Pin[]
  readonly extras: readonly Extra[]
  /** Standing demands of the case (mandatory work, exclusions) that are set aside here, by `keyOf`. */
  readonly setAside: readonly string[]
}

/** Half of what everything costs: tight enough to choose, and easy to see that it is only a beginning. */
export const firstLevers = (totalMinor: number): Levers => ({ totalBudget: Math.round(totalMinor / 2), years: {}, departments: {}, pins: [], extras: [], setAside: [] })

/** The identity of a constraint: the same demand has the same key, whoever makes it. */
export function keyOf(constraint: Constraint): string {
  const { because: _because, ...demand } = constraint as Constraint & { readonly because?: string }
  return JSON.stringify(Object.entries(demand).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Everything the levers ask for; a pin of one's own replaces a standing pin on the same candidate. */
export function constraintsOf(levers: Levers, standing: readonly Constraint[]): readonly Constraint[] {
  const pinned = new Set(levers.pins.map(({ candidateId }) => candidateId))
  const kept = standing.filter((constraint) => !levers.setAside.includes(keyOf(constraint)) && !(isPin(constraint) && pinned.has(constraint.candidateId)))
  return [
    ...(levers.totalBudget === null ? [] : [{ kind: 'totalBudget' as const, limit: levers.totalBudget }]),
    ...Object.entries(levers.years).map(([year, limit]) => ({ kind: 'yearlyBudget' as const, year: Number(year), limit })),
    ...Object.entries(levers.departments).map(([departmentId, limit]) => ({ kind: 'departmentCap' as const, departmentId, limit })),
    ...levers.pins,
    ...levers.extras,
    ...kept,
  ]
}

/** The selection to make: the case with its levers. */
export const inputOf = ({ input }: Pick<SelectionCase, 'input'>, levers: Levers): SelectionInput => ({ ...input, constraints: constraintsOf(levers, input.constraints) })

/** Levers that ask for the given constraints in this case; standing ones that are not among them are set aside. */
export function leversFrom(constraints: readonly Constraint[], { input }: Pick<SelectionCase, 'input'>): Levers {
  const keys = new Set(constraints.map(keyOf))
  const standing = new Set(input.constraints.map(keyOf))
  const known = new Set(input.candidates.map(({ id }) => id))
  const own = constraints.filter((constraint) => !standing.has(keyOf(constraint)))
  return {
    totalBudget: own.find((constraint) => constraint.kind === 'totalBudget')?.limit ?? null,
    years: Object.fromEntries(own.flatMap((constraint) => (constraint.kind === 'yearlyBudget' ? [[String(constraint.year), constraint.limit]] : []))),
    departments: Object.fromEntries(own.flatMap((constraint) => (constraint.kind === 'departmentCap' ? [[constraint.departmentId, constraint.limit]] : []))),
    pins: own.filter(isPin).filter(({ candidateId }) => known.has(candidateId)),
    extras: own.filter(isExtra),
    setAside: input.constraints.map(keyOf).filter((key) => !keys.has(key)),
  }
}

/** Pins a candidate in or out, with the reason; null takes the pin away. */
export function withPin(levers: Levers, candidateId: string, verdict: 'in' | 'out' | null, because?: string): Levers {
  const others = levers.pins.filter((pin) => pin.candidateId !== candidateId)
  if (verdict === null) return { ...levers, pins: others }
  const reason = because?.trim() ? { because: because.trim() } : {}
  return { ...levers, pins: [...others, { kind: verdict === 'in' ? 'mustInclude' : 'mustExclude', candidateId, ...reason }] }
}

/** The levers without one demand: a lever's own is dropped, a standing one is set aside. A candidate's own need is neither. */
export function without(levers: Levers, constraint: Constraint): Levers {
  const key = keyOf(constraint)
  switch (constraint.kind) {
    case 'totalBudget':
      return { ...levers, totalBudget: null }
    case 'yearlyBudget':
      return { ...levers, years: omit(levers.years, String(constraint.year)) }
    case 'departmentCap':
      return { ...levers, departments: omit(levers.departments, constraint.departmentId) }
    default:
      if (levers.pins.some((pin) => keyOf(pin) === key)) return { ...levers, pins: levers.pins.filter((pin) => keyOf(pin) !== key) }
      if (levers.extras.some((extra) => keyOf(extra) === key)) return { ...levers, extras: levers.extras.filter((extra) => keyOf(extra) !== key) }
      return levers.setAside.includes(key) ? levers : { ...levers, setAside: [...levers.setAside, key] }
  }
}

/** What the candidates pinned in cost together with all they need: no total budget below this can be kept. */
export function pinnedCost(input: SelectionInput): number {
  const byId = new Map(input.candidates.map((candidate) => [candidate.id, candidate]))
  const taken = new Map<string, Candidate>()
  const take = (id: string): void => {
    const candidate = byId.get(id)
    if (!candidate || taken.has(id)) return
    taken.set(id, candidate)
    candidate.requires?.forEach(take)
  }
  for (const constraint of input.constraints) if (constraint.kind === 'mustInclude') take(constraint.candidateId)
  return [...taken.values()].reduce((sum, { cost }) => sum + cost, 0)
}

/** Whether the prices of all pins are worked out as the levers move: each takes a solve over all candidates. */
export const pricedAtOnce = ({ candidates, constraints }: SelectionInput): boolean => candidates.length * constraints.filter(isPin).length <= MOST_PRICED
const MOST_PRICED = 20_000

export const isPin = (constraint: Constraint): constraint is Pin => constraint.kind === 'mustInclude' || constraint.kind === 'mustExclude'
const extraKinds: readonly Constraint['kind'][] = ['minimumShare', 'maximumChange', 'atMostK', 'atLeastK', 'objectiveFloor', 'dependencyAny']
const isExtra = (constraint: Constraint): constraint is Extra => extraKinds.includes(constraint.kind)
const omit = (record: Readonly<Record<string, number>>, key: string): Readonly<Record<string, number>> => Object.fromEntries(Object.entries(record).filter(([other]) => other !== key))
