import type { ValueChoice } from '../case.ts'
import type { Choice, RoadmapCandidate, RoadmapCase, RoadmapConstraint, SimpleObjective } from '../roadmap/index.ts'
import { moneyObjective, noPot, prepareCandidate, type Prepared } from './candidates.ts'
import type { PlanFacts, RoadmapFacts } from './facts.ts'
import { horizonOf } from './horizon.ts'
import { demandOf } from './kept-demands.ts'
import { limitOfPool, limitsOfPot } from './limits.ts'

/** A roadmap ready to be solved: the case, where the plan of record stands in it, who is no candidate and why, and what is assumed. */
export type PreparedRoadmap = {
  readonly case: RoadmapCase
  readonly record: readonly Choice[]
  /** What each value choice maximises. */
  readonly goals: Readonly<Record<ValueChoice, SimpleObjective>>
  readonly left: readonly { readonly id: string; readonly key: string; readonly name: string; readonly because: string }[]
  readonly notes: readonly string[]
}

/**
 * Turns what is known of initiatives, pools and pots into a roadmap to solve. Only what is still to be spent counts: cost before the
 * first period is sunk. The plan of record is what is funded, or everything where nothing is. Money without a pot is held, where nobody
 * recorded any pot, to what the plan of record itself would spend.
 */
export function prepareRoadmap(facts: RoadmapFacts, value: ValueChoice): PreparedRoadmap {
  const horizon = horizonOf(facts)
  const judged = facts.initiatives.map((fact) => ({ fact, outcome: prepareCandidate(fact, facts, horizon, value) }))
  const prepared = judged.flatMap(({ outcome }) => (typeof outcome === 'string' ? [] : [outcome]))
  const candidates = prepared.map(({ candidate }) => candidate)
  const paid = new Set(facts.initiatives.filter(({ funded }) => funded).map(({ id }) => id))
  const record = prepared.filter(({ candidate }) => paid.size === 0 || paid.has(candidate.id)).map(({ candidate, planned }): Choice => ({ candidateId: candidate.id, ...planned }))
  const unassigned = spentBy(candidates, record, horizon.periods.length)
  const pots = [...facts.pots.map(({ id, name }) => ({ id, name })), ...(unassigned.some((amount) => amount > 0) || facts.pots.length === 0 ? [noPot] : [])]
  const assumed = facts.pots.length === 0
  const ids = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const kept = facts.demands.map((each) => ({ each, demand: demandOf(each, facts, horizon, ids) }))
  const constraints: RoadmapConstraint[] = [
    ...facts.pots.flatMap((pot) => limitsOfPot(pot, horizon)),
    ...(assumed ? [{ kind: 'potBudget' as const, potIds: [noPot.id], byPeriod: unassigned }] : []),
    ...facts.pools.flatMap((pool) => limitOfPool(pool, facts, horizon, value) ?? []),
    ...tiesOf(facts, ids),
    ...kept.flatMap(({ demand }) => demand ?? []),
  ]
  return {
    case: { periods: horizon.labels, candidates, pots, pools: facts.pools.map(({ id, name }) => ({ id, name })), constraints, objective: objectiveOf(facts, value), discountPerPeriod: horizon.rate },
    record,
    goals: { benefits: objectiveOf(facts, 'benefits'), net: objectiveOf(facts, 'net'), strategic: objectiveOf(facts, 'strategic') },
    left: judged.flatMap(({ fact: { id, key, name }, outcome }) => (typeof outcome === 'string' ? [{ id, key, name, because: outcome }] : [])),
    notes: notesOn(facts, prepared, value, { assumed, unfunded: paid.size === 0, silent: kept.filter(({ demand }) => demand === null).length }),
  }
}

/** What the plan of record spends of money without a pot, by period. */
function spentBy(candidates: readonly RoadmapCandidate[], record: readonly Choice[], periods: number): number[] {
  const spent = Array.from({ length: periods }, () => 0)
  const chosen = new Map(record.map((choice) => [choice.candidateId, choice]))
  for (const { id, variants } of candidates) {
    const choice = chosen.get(id)
    const costs = variants.find((variant) => variant.id === choice?.variantId)?.costs ?? []
    for (const { potId, amounts } of costs) if (potId === noPot.id) amounts.forEach((amount, at) => void ((choice?.start ?? 0) + at < periods && (spent[(choice?.start ?? 0) + at]! += amount)))
  }
  return spent
}

function tiesOf({ ties }: RoadmapFacts, ids: ReadonlyMap<string, RoadmapCandidate>): readonly RoadmapConstraint[] {
  const needs = Map.groupBy(ties.dependencies.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)), ({ fromId }) => fromId)
  const groups = ties.exclusions.map(({ initiativeIds }) => initiativeIds.filter((id) => ids.has(id))).filter((group) => group.length > 1)
  return [
    ...[...needs].map(([candidateId, links]) => ({ kind: 'requiresAll' as const, candidateId, requires: links.map(({ toId }) => toId) })),
    ...groups.map((candidateIds) => ({ kind: 'excludes' as const, candidateIds })),
  ]
}

/** Money as benefits or benefits less cost, strategy as weights in basis points; all of it counts less the later it comes. */
function objectiveOf({ objectives }: RoadmapFacts, value: ValueChoice): SimpleObjective {
  if (value === 'net') return { kind: 'netPresentValue', objectiveIds: [moneyObjective] }
  if (value === 'benefits') return { kind: 'weighted', weights: { [moneyObjective]: 1 }, discounted: true }
  const total = objectives.reduce((sum, { weight }) => sum + weight, 0)
  return { kind: 'weighted', weights: Object.fromEntries(objectives.map(({ id, weight }) => [id, total > 0 ? Math.round((weight / total) * 10_000) : 0])), discounted: true }
}

function notesOn({ ratePerYear, initiatives, pools, ties }: RoadmapFacts, prepared: readonly Prepared[], value: ValueChoice, { assumed, unfunded, silent }: { readonly assumed: boolean; readonly unfunded: boolean; readonly silent: number }): readonly string[] {
  const ids = new Set(prepared.map(({ candidate }) => candidate.id))
  const dropped = ties.dependencies.filter(({ fromId, toId }) => ids.has(fromId) && !ids.has(toId)).length
  const [open, spread, exits] = [prepared.filter(({ startsAssumed }) => startsAssumed).length, prepared.filter(({ costsAssumed }) => costsAssumed).length, unknownExits(initiatives)]
  const moneyless = prepared.filter(({ candidate }) => candidate.mandatory !== true && candidate.variants.every(({ value: worth }) => worth[moneyObjective] === undefined)).length
  const percent = (ratePerYear * 100).toFixed(2).replace(/\.?0+$/, '')
  return [
    value === 'strategic' ? `Value is points: contribution to each objective by its weight, discounted at ${percent}% a year.` : `Value is ${value === 'net' ? 'benefits less cost' : 'benefits'}, ${comings(prepared)}, discounted at ${percent}% a year.`,
    'Cost is what falls into the periods shown; what was spent before is sunk and counts for nothing.',
    ...(unfunded && prepared.length > 0 ? ['Nothing is approved, active or closing: the plan of record is taken to hold every initiative.'] : []),
    ...(assumed ? ['No pot of money is recorded: each period may spend what the plan of record itself would spend in it.'] : []),
    ...(pools.length === 0 ? ['No pool of people is recorded: nothing is held back by skills.'] : []),
    ...(spread > 0 ? [`${counted(spread, 'initiative has', 'initiatives have')} no variant: its cost is spread over the days between start and end, and needs of people are unknown.`] : []),
    ...(open > 0 ? [`${counted(open, 'initiative has', 'initiatives have')} no limits on its start: it may begin when planned or later.`] : []),
    ...(moneyless > 0 ? [`${counted(moneyless, 'initiative has', 'initiatives have')} no monetised benefits: where money is counted beside strategic value, nothing is added for them, and their cost is taken.`] : []),
    ...(exits > 0 ? [`${counted(exits, 'running initiative has', 'running initiatives have')} no exit cost recorded: stopping is taken to cost nothing.`] : []),
    ...(silent > 0 ? [`${counted(silent, 'recorded demand says', 'recorded demands say')} nothing here: what it is about is no candidate, or its days lie outside the periods shown.`] : []),
    ...(dropped > 0 ? [`${counted(dropped, 'dependency', 'dependencies')} on initiatives that are no candidates are left out of the case.`] : []),
  ]
}

const unknownExits = (initiatives: readonly PlanFacts[]): number => initiatives.filter(({ running }) => running !== null && running.exitMinor === null).length
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** When benefits come: by year where years are known, else whole when the work ends. */
function comings(prepared: readonly Prepared[]): string {
  const known = prepared.filter(({ candidate }) => candidate.variants.some(({ value }) => value[moneyObjective]?.kind === 'stream')).length
  if (known === 0) return 'each whole when the work ends'
  return known === prepared.length ? 'year by year as given, later where the work starts later' : `of ${counted(known, 'initiative', 'initiatives')} year by year as given, later where the work starts later, of the others whole when the work ends`
}
