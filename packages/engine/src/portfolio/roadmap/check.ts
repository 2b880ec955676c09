import type { Choice, RoadmapCase, SimpleObjective } from './case.ts'
import { ruleFor } from './constraints/registry.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import type { Breach, Going, PlanView, UseByPeriod } from './constraints/rule.ts'
import { takenOf } from './constraints/rule.ts'
import { frameOf } from './frame.ts'
import type { Frame } from './frame.ts'
import { penaltyOf, valuationOf } from './worth.ts'

/** Something that a plan does not keep. */
export type RoadmapFault =
  | { readonly kind: 'unknown_choice'; readonly choice: Choice }
  | { readonly kind: 'chosen_twice'; readonly candidateId: string }
  | { readonly kind: 'start_not_allowed'; readonly choice: Choice }
  | { readonly kind: 'mandatory_left_out'; readonly candidateId: string }
  | { readonly kind: 'breach'; readonly constraint: RoadmapConstraint; readonly words: string; readonly breach: Breach }

/** What an independent reading of a plan finds: `worth` of the objective, less `penalties` of moving and `overloads` paid, is its `value`. */
export type RoadmapReading = {
  readonly faults: readonly RoadmapFault[]
  readonly worth: number
  readonly penalties: number
  readonly overloads: number
  readonly value: number
}

/** Reads a plan from the case alone, slowly and plainly, without any of the solver's numbers. The case is one that was accepted. */
export function readPlan(given: RoadmapCase, plan: readonly Choice[], objective: SimpleObjective): RoadmapReading {
  const frame = frameOf(given)
  const faults: RoadmapFault[] = []
  const view = viewOf(frame, plan, faults)
  for (const constraint of given.constraints) {
    const rule = ruleFor(constraint)
    for (const breach of rule.check(constraint, frame, view)) faults.push({ kind: 'breach', constraint, words: rule.words(constraint, frame), breach })
  }
  const valuation = valuationOf(given, objective)
  const penalty = penaltyOf(given)
  let [worth, penalties] = [0, 0]
  for (const { candidate, variant, start } of view.going.values()) {
    worth += valuation(candidate, variant, start)
    penalties += penalty(candidate, variant.id, start)
  }
  for (const candidate of view.out) {
    worth += valuation(candidate, null, -1)
    penalties += penalty(candidate, null, -1)
  }
  const overloads = overloadsOf(frame, view)
  return { faults, worth, penalties, overloads, value: worth - penalties - overloads }
}

function viewOf(frame: Frame, plan: readonly Choice[], faults: RoadmapFault[]): PlanView {
  const chosen = new Map<string, Omit<Going, 'cost'>>()
  const { length } = frame.given.periods
  for (const choice of plan) {
    const candidate = frame.candidates[frame.candidateAt.get(choice.candidateId) ?? -1]
    const variant = candidate?.variants.find((each) => each.id === choice.variantId)
    if (candidate === undefined || variant === undefined) {
      faults.push({ kind: 'unknown_choice', choice })
      continue
    }
    if (chosen.has(candidate.id)) faults.push({ kind: 'chosen_twice', candidateId: candidate.id })
    const allowed = candidate.running !== undefined ? choice.start === 0 : candidate.starts !== undefined ? candidate.starts.includes(choice.start) : Number.isInteger(choice.start) && choice.start >= 0 && choice.start + variant.duration <= length
    if (!allowed) faults.push({ kind: 'start_not_allowed', choice })
    chosen.set(candidate.id, { candidate, variant, start: choice.start })
  }
  const [money, need] = [takings(length), takings(length)]
  const going = new Map<string, Going>()
  for (const [id, each] of chosen) {
    let cost = 0
    for (const { potId, amounts } of each.variant.costs) cost += money.add(potId, amounts, each.start)
    for (const { poolId, amounts } of each.variant.demand) need.add(poolId, amounts, each.start)
    going.set(id, { ...each, cost })
  }
  const out = frame.candidates.filter((each) => !going.has(each.id))
  for (const each of out) {
    if (each.mandatory === true) faults.push({ kind: 'mandatory_left_out', candidateId: each.id })
    for (const { potId, amounts } of each.running?.exitCosts ?? []) money.add(potId, amounts, 0)
  }
  return { going, out, money: money.byId, need: need.byId }
}

/** Adds up amounts by id and period; `add` returns what of them falls within the horizon. */
function takings(periods: number): { readonly byId: UseByPeriod; readonly add: (id: string, amounts: readonly number[], start: number) => number } {
  const byId = new Map<string, number[]>()
  const add = (id: string, amounts: readonly number[], start: number): number => {
    let taken = byId.get(id)
    if (taken === undefined) {
      taken = new Array<number>(periods).fill(0)
      byId.set(id, taken)
    }
    let sum = 0
    for (let k = Math.max(0, -start); k < amounts.length && start + k < periods; k++) {
      taken[start + k]! += amounts[k]!
      sum += amounts[k]!
    }
    return sum
  }
  return { byId, add }
}

/** What is paid for working above capacity. */
function overloadsOf(frame: Frame, view: PlanView): number {
  let paid = 0
  for (const constraint of frame.given.constraints) {
    if (constraint.kind !== 'poolCapacity' || constraint.overload === undefined) continue
    const { overload, byPeriod, poolIds } = constraint
    takenOf(frame, view.need, poolIds).forEach((used, period) => {
      const limit = byPeriod[period]
      if (limit !== null && limit !== undefined) paid += overload.price * Math.max(0, used - limit)
    })
  }
  return paid
}
