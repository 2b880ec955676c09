import type { LimitUse, RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { Choice, RoadmapCase, RoadmapCandidate, Variant } from './case.ts'
import { withMore } from './bottlenecks.ts'
import { toldObjective } from './by-period.ts'
import { moneyFrom } from './constraints/pot-budget.ts'
import { needOf } from './constraints/pool-capacity.ts'
import { readPlan } from './check.ts'
import { compileRoadmap } from './compile.ts'
import type { CompiledRoadmap } from './compile.ts'
import { nameOf, frameOf, listed } from './frame.ts'
import { byCandidate, moved } from './moved.ts'
import { solveRoadmap } from './solve-roadmap.ts'
import { valuationOf } from './worth.ts'

/** Why a candidate is in or out, with the figures of its choice (out: of its best one at the prices of the answer). */
export type RoadmapVerdict = {
  readonly candidateId: string
  readonly verdict: 'in' | 'out'
  readonly choice: Choice
  readonly gives: number
  /** What it uses of limits that have a price, dearest first. */
  readonly uses: readonly { readonly limit: LimitUse; readonly amount: number; readonly atPrice: number }[]
  readonly netOfPrices: number
  readonly sentence: string
}

/** What was found when the opposite verdict was asked for and solved again. */
export type LetIn =
  | { readonly kind: 'nothing_needed' }
  /** Value given up by forcing it, and who leaves for it; `atLeast` holds for certain. */
  | { readonly kind: 'at_a_price'; readonly valueLost: number; readonly atLeast: number; readonly leaves: readonly string[] }
  | { readonly kind: 'cannot'; readonly proved: boolean }

/** One sentence and its figures for each candidate, by id; or only for those that are named. */
export function roadmapVerdicts(given: RoadmapCase, answer: RoadmapAnswer, only?: ReadonlySet<string>): readonly RoadmapVerdict[] {
  const frame = frameOf(given)
  const valuation = valuationOf(given, toldObjective(given.objective))
  const plan = new Map(answer.plan.map((each) => [each.candidateId, each]))
  const priced = answer.limits.filter((each) => each.price > 0)
  const compiled = compileRoadmap(given)
  return frame.candidates.filter(({ id }) => only?.has(id) !== false).map((candidate) => {
    const own = plan.get(candidate.id)
    const open = own === undefined && compiled.ok ? openChoices(compiled.value, candidate.id) : []
    const options = own !== undefined ? [own] : open.length > 0 ? open : allChoices(candidate, given.periods.length)
    const taken = takenOf(candidate, priced)
    const judged = options.map((choice) => judge(candidate, choice, taken, valuation))
    const best = judged.reduce<(typeof judged)[number] | undefined>((most, each) => (most === undefined || each.netOfPrices > most.netOfPrices ? each : most), undefined)
    const verdict = own === undefined ? 'out' : 'in'
    const found = best ?? { choice: { candidateId: candidate.id, variantId: candidate.variants[0]!.id, start: 0 }, gives: 0, uses: [], netOfPrices: 0 }
    return { candidateId: candidate.id, verdict, ...found, sentence: sentenceOf(nameOf(frame, candidate.id), verdict, found, given.periods) }
  })
}

/** The choices that pins and limits leave a candidate: in a period without money nothing is scarce, and nothing can begin there. */
function openChoices({ frame, options }: CompiledRoadmap, candidateId: string): readonly Choice[] {
  return options[frame.candidateAt.get(candidateId)!]!.flatMap(({ variant, start }) => (variant === null ? [] : [{ candidateId, variantId: variant.id, start }]))
}

function allChoices(candidate: RoadmapCandidate, horizon: number): readonly Choice[] {
  return candidate.variants.flatMap((variant) => {
    const starts = candidate.running !== undefined ? [0] : (candidate.starts ?? Array.from({ length: Math.max(0, horizon - variant.duration + 1) }, (_, start) => start))
    return starts.map((start) => ({ candidateId: candidate.id, variantId: variant.id, start }))
  })
}

type Judged = Pick<RoadmapVerdict, 'choice' | 'gives' | 'uses' | 'netOfPrices'>

/** What a choice takes of one limit. */
type Taking = { readonly limit: LimitUse; readonly amountOf: (variant: Variant, start: number) => number }

/** What a candidate takes of each limit; the profile of a variant is made once for all periods of a constraint and all starts. */
function takenOf(candidate: RoadmapCandidate, limits: readonly LimitUse[]): readonly Taking[] {
  const amounts = new Map<LimitUse['constraint'], (variant: Variant, start: number, period: number | null) => number>()
  return limits.map((limit) => {
    const { constraint, period } = limit
    const amount = amounts.get(constraint) ?? amountsOn(constraint, candidate)
    amounts.set(constraint, amount)
    return { limit, amountOf: (variant, start) => amount(variant, start, period) }
  })
}

function judge(candidate: RoadmapCandidate, choice: Choice, taken: readonly Taking[], valuation: ReturnType<typeof valuationOf>): Judged {
  const variant = candidate.variants.find((each) => each.id === choice.variantId)!
  const gives = valuation(candidate, variant, choice.start) - valuation(candidate, null, -1)
  const uses = taken
    .flatMap(({ limit, amountOf }) => {
      const amount = amountOf(variant, choice.start)
      return amount > 0 ? [{ limit, amount, atPrice: amount * limit.price }] : []
    })
    .sort((a, b) => b.atPrice - a.atPrice)
  return { choice, gives, uses, netOfPrices: gives - uses.reduce((sum, each) => sum + each.atPrice, 0) }
}

/** What a choice of the candidate takes of a constraint: in a period, or in all of them (null). */
function amountsOn(constraint: LimitUse['constraint'], candidate: RoadmapCandidate): (variant: Variant, start: number, period: number | null) => number {
  if (constraint.kind === 'mostMoves') {
    const record = byCandidate(constraint.record)
    return (variant, start) => Math.max(0, movesMore(record, candidate, variant, start))
  }
  const profileOf = constraint.kind === 'potBudget' || constraint.kind === 'potTotal' ? moneyFrom(constraint.potIds) : constraint.kind === 'poolCapacity' ? needOf(constraint.poolIds) : undefined
  const profiles = new Map<Variant, readonly number[]>()
  return (variant, start, period) => {
    const profile = profiles.get(variant) ?? profileOf?.(candidate, variant) ?? []
    profiles.set(variant, profile)
    return period === null ? profile.reduce((sum, each) => sum + each, 0) : (profile[period - start] ?? 0)
  }
}

/** Moves that a choice takes beyond those of staying out. */
const movesMore = (record: ReadonlyMap<string, Choice>, { id }: RoadmapCandidate, variant: Variant, start: number): number => moved(record, id, variant.id, start) - moved(record, id, null, -1)

function sentenceOf(name: string, verdict: 'in' | 'out', { gives, uses, netOfPrices, choice }: Judged, periods: readonly string[]): string {
  const when = periods[choice.start] ?? ''
  const dearest = uses.slice(0, 2).map(({ limit, amount }) => `${amount} of "${limit.words}"${limit.period === null ? '' : ` in ${periods[limit.period]}`}`)
  const taken = dearest.length === 0 ? 'it uses nothing that is scarce' : `at the margin it uses ${listed(dearest)}, worth ${Math.round(gives - netOfPrices)}`
  if (verdict === 'in') return `${name} is in from ${when}: it gives ${gives}; ${taken}.`
  if (gives <= 0) return `${name} is out: even at its best it gives ${gives}.`
  return `${name} is out: from ${when} it would give ${gives}; ${taken}.`
}

/** What would let a candidate in, found by solving with it forced in. */
export function letIn(given: RoadmapCase, answer: RoadmapAnswer, candidateId: string, options: Omit<RoadmapOptions, 'start'>): LetIn {
  if (answer.plan.some((each) => each.candidateId === candidateId)) return { kind: 'nothing_needed' }
  const constraints = given.constraints.filter((each) => each.kind !== 'mustNot' || each.candidateId !== candidateId)
  const forced = solveRoadmap({ ...given, constraints: [...constraints, { kind: 'must', candidateId }] }, { ...options, start: answer })
  if (!forced.ok) return { kind: 'cannot', proved: forced.refusal.code === 'nothing_fits' || forced.refusal.code === 'pins_contradict' }
  const stays = new Set(forced.value.plan.map((each) => each.candidateId))
  return {
    kind: 'at_a_price',
    valueLost: answer.value - forced.value.value,
    atLeast: Math.max(0, answer.value - forced.value.bound),
    leaves: answer.plan.map((each) => each.candidateId).filter((id) => !stays.has(id)),
  }
}

/** More of one limit that lets a candidate join the plan as it stands: no one leaves, and the checker has read the plan. */
export type Room = { readonly limits: readonly { readonly limit: LimitUse; readonly more: number }[]; readonly choice: Choice; readonly case: RoadmapCase }

/** The least more of budgets and pools, choice by choice, that would let a candidate in beside all others; null where something else stops it. */
export function roomFor(given: RoadmapCase, answer: RoadmapAnswer, candidateId: string): Room | null {
  const candidate = given.candidates.find((each) => each.id === candidateId)
  if (candidate === undefined || answer.plan.some((each) => each.candidateId === candidateId)) return null
  const objective = toldObjective(given.objective)
  const rooms = allChoices(candidate, given.periods.length).flatMap((choice) => {
    const room = roomAt(given, answer, choice, objective)
    return room === null ? [] : [room]
  })
  const share = (room: Room): number => room.limits.reduce((sum, { limit, more }) => sum + more / Math.max(1, limit.limit), 0)
  return rooms.reduce<Room | null>((least, each) => (least === null || share(each) < share(least) ? each : least), null)
}

function roomAt(given: RoadmapCase, answer: RoadmapAnswer, choice: Choice, objective: Parameters<typeof readPlan>[2]): Room | null {
  const plan = [...answer.plan, choice]
  const limits: { readonly limit: LimitUse; readonly more: number }[] = []
  let changed = given
  for (const fault of readPlan(given, plan, objective).faults) {
    if (fault.kind !== 'breach') return null
    const at = changed.constraints.findIndex((each, index) => given.constraints[index] === fault.constraint && each.kind === fault.constraint.kind)
    const more = Math.ceil(fault.breach.by)
    const loosened = at < 0 ? null : withMore(changed.constraints[at]!, fault.breach.period, more)
    const limit = answer.limits.find((each) => each.constraint === fault.constraint && each.period === fault.breach.period)
    if (loosened === null || limit === undefined) return null
    limits.push({ limit, more })
    changed = { ...changed, constraints: changed.constraints.map((each, index) => (index === at ? loosened : each)) }
  }
  return readPlan(changed, plan, objective).faults.length === 0 ? { limits, choice, case: changed } : null
}
