import { mapMetric, numberFigure, ratio, type CivilDate, type Explained, type Figure } from '../../kernel/index.ts'

/** Why a target is moved: what is around the organisation changed, its strategy did, the target was wrong, or what it covers is another. */
export type MoveReason = { readonly kind: 'environment' | 'strategy' | 'error' | 'scope'; readonly words: string }

/** A target as it was agreed, from a day on; `because` says why it moved there, where somebody said. */
export type AgreedTarget = { readonly value: number; readonly since: CivilDate; readonly because: MoveReason | null }

/** One move of a target, as a signed share of the target before it. */
export type TargetMove = { readonly from: number; readonly to: number; readonly on: CivilDate; readonly share: Explained<number>; readonly beyond: boolean; readonly because: MoveReason | null }

/** How far a target is from what was first agreed. `beyond`: further than its leeway, whatever each single move was. */
export type TargetDrift = { readonly first: number; readonly now: number; readonly moves: readonly TargetMove[]; readonly drift: Explained<number>; readonly beyond: boolean }

/** How far `to` lies from `from`, as a signed share of `from`; undefined from a target of zero. 100 → 96 is −0.04. */
export const shareMoved = (from: number, to: number): Explained<number>['metric'] => ratio(to - from, Math.abs(from))

/** Whether a target moves further than its leeway, a share of it; from zero any move is further. No leeway: nothing is. */
export function beyondLeeway(from: number, to: number, leeway: number | null): boolean {
  if (leeway === null || from === to) return false
  const moved = shareMoved(from, to)
  return moved.status !== 'ok' || Math.abs(moved.value) > leeway + 1e-12
}

/**
 * The drift of a target (target-drift): its movement since it was first agreed, as a share of that. Three moves of −4 % under a
 * leeway of 5 % are each within it and drift by −11.5 % together, which is beyond. Undefined without a target.
 */
export function targetDrift(agreed: readonly AgreedTarget[], leeway: number | null): TargetDrift | undefined {
  const [first] = agreed
  if (!first) return undefined
  const steps = agreed.filter(({ value }, at) => at === 0 || value !== agreed[at - 1]?.value)
  const moves = steps.slice(1).map((step, at): TargetMove => {
    const from = steps[at]?.value ?? first.value
    return { from, to: step.value, on: step.since, share: explained('Move', from, step.value), beyond: beyondLeeway(from, step.value, leeway), because: step.because }
  })
  const now = steps.at(-1)?.value ?? first.value
  return { first: first.value, now, moves, drift: explained('Drift', first.value, now), beyond: beyondLeeway(first.value, now, leeway) }
}

function explained(term: string, from: number, to: number): Explained<number> {
  const metric = shareMoved(from, to)
  const figure = (value: number): Figure => numberFigure(value, 'ratio')
  return { metric, why: { term, figure: mapMetric(metric, figure), formula: 'target-drift', terms: [{ term: 'Before', figure: { status: 'ok', value: numberFigure(from, 'count') } }, { term: 'After', figure: { status: 'ok', value: numberFigure(to, 'count') } }] } }
}
