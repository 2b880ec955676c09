import { needByPeriod, chosenIn, costByPeriod, toldObjective } from './by-period.ts'
import type { Choice, RoadmapCase } from './case.ts'
import { givenTo, valuationOf } from './worth.ts'

/** A plan with the case that its figures are taken from. Both sides of a comparison have the same periods. */
export type RoadmapSide = { readonly case: RoadmapCase; readonly plan: readonly Choice[] }

/** What becomes of one candidate from the one plan to the other. */
export type RoadmapChange = 'comes' | 'goes' | 'earlier' | 'later' | 'variant' | 'figures'

/** A candidate whose place or figures differ, with what that moves: cost within the horizon and value in the objective. */
export type RoadmapDifference = {
  readonly candidateId: string
  readonly what: RoadmapChange
  readonly from: Choice | null
  readonly to: Choice | null
  readonly cost: number
  readonly worth: number
  /** What its place in the one and in the other plan costs and counts for; `cost` and `worth` are the differences. */
  readonly before: PlaceFigures
  readonly after: PlaceFigures
}

/** Cost within the horizon and value in the objective of one candidate in its place, or of leaving it out. */
export type PlaceFigures = { readonly cost: number; readonly worth: number }

/** What a plan comes to. Value is that of the objective before penalties and overtime; what is given to an objective is not discounted. */
export type PlanTotals = {
  readonly goAhead: number
  readonly cost: number
  readonly worth: number
  readonly byObjective: Readonly<Record<string, number>>
  readonly costByPeriod: readonly number[]
  readonly needByPool: Readonly<Record<string, readonly number[]>>
}

/** Two plans side by side; the parts of the differences sum to the differences of the totals. */
export type RoadmapComparison = { readonly from: PlanTotals; readonly to: PlanTotals; readonly differences: readonly RoadmapDifference[] }

/** Compares a plan with another, each measured in its own case by that case's objective: greatest effect on value first. */
export function compareRoadmaps(from: RoadmapSide, to: RoadmapSide): RoadmapComparison {
  const [before, after] = [measured(from), measured(to)]
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  const differences = ids.flatMap((candidateId): RoadmapDifference[] => {
    const [was, is] = [before.get(candidateId) ?? nothing, after.get(candidateId) ?? nothing]
    const [cost, worth] = [is.cost - was.cost, is.worth - was.worth]
    const what = changeOf(was.choice, is.choice, cost !== 0 || worth !== 0)
    return what === undefined ? [] : [{ candidateId, what, from: was.choice, to: is.choice, cost, worth, before: { cost: was.cost, worth: was.worth }, after: { cost: is.cost, worth: is.worth } }]
  })
  return { from: totalsOf(from, before), to: totalsOf(to, after), differences: differences.sort((a, b) => Math.abs(b.worth) - Math.abs(a.worth) || (a.candidateId < b.candidateId ? -1 : 1)) }
}

type Measured = PlaceFigures & { readonly choice: Choice | null }
const nothing: Measured = { choice: null, cost: 0, worth: 0 }

function measured({ case: given, plan }: RoadmapSide): ReadonlyMap<string, Measured> {
  const chosen = new Map(plan.map((choice) => [choice.candidateId, choice]))
  const valuation = valuationOf(given, toldObjective(given.objective))
  return new Map(given.candidates.map((candidate): [string, Measured] => {
    const choice = chosen.get(candidate.id)
    const variant = candidate.variants.find(({ id }) => id === choice?.variantId)
    if (choice === undefined || variant === undefined) return [candidate.id, { choice: null, cost: sum(exitCosts(given, candidate.running?.exitCosts ?? [])), worth: valuation(candidate, null, -1) }]
    return [candidate.id, { choice, cost: sum(costByPeriod(given, choice)), worth: valuation(candidate, variant, choice.start) }]
  }))
}

function changeOf(from: Choice | null, to: Choice | null, figures: boolean): RoadmapChange | undefined {
  if (from === null || to === null) return from === to ? (figures ? 'figures' : undefined) : from === null ? 'comes' : 'goes'
  if (from.start !== to.start) return to.start < from.start ? 'earlier' : 'later'
  return from.variantId === to.variantId ? (figures ? 'figures' : undefined) : 'variant'
}

function totalsOf({ case: given, plan }: RoadmapSide, parts: ReadonlyMap<string, Measured>): PlanTotals {
  const all = [...parts.values()]
  const going = plan.flatMap((choice) => chosenIn(given, choice) ?? []).length
  const objectives = [...new Set(given.candidates.flatMap(({ variants }) => variants.flatMap(({ value }) => Object.keys(value))))].sort()
  const exits = given.candidates.filter(({ id }) => parts.get(id)?.choice === null).map(({ running }) => exitCosts(given, running?.exitCosts ?? []))
  return {
    goAhead: going,
    cost: sum(all.map(({ cost }) => cost)),
    worth: sum(all.map(({ worth }) => worth)),
    byObjective: Object.fromEntries(objectives.map((id) => [id, sum(plan.map((choice) => givenBy(given, choice, id)))])),
    costByPeriod: together(given, [...plan.map((choice) => costByPeriod(given, choice)), ...exits]),
    needByPool: Object.fromEntries(given.pools.map(({ id }) => [id, together(given, plan.map((choice) => needByPeriod(given, choice, id)))])),
  }
}

function givenBy(given: RoadmapCase, choice: Choice, objectiveId: string): number {
  const found = chosenIn(given, choice)
  return found ? givenTo(found.variant, objectiveId, choice.start) : 0
}

const exitCosts = ({ periods }: RoadmapCase, costs: readonly { readonly amounts: readonly number[] }[]): readonly number[] => periods.map((_, t) => sum(costs.map(({ amounts }) => amounts[t] ?? 0)))
const together = ({ periods }: RoadmapCase, profiles: readonly (readonly number[])[]): readonly number[] => periods.map((_, t) => sum(profiles.map((each) => each[t] ?? 0)))
const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0)
