import type { Option } from './building.ts'
import type { RoadmapCandidate } from './case.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import { byCode } from './frame.ts'
import type { Frame } from './frame.ts'
import type { Parts } from './parts.ts'
import type { Valuation } from './worth.ts'

/** A choice that a candidate may take, with its value less the penalty of moving. */
export type ListedOption = Option & { readonly value: number; readonly penalty: number }

/** Every choice that the pins leave: staying out first, then by variant and start. */
export function optionsOf(
  frame: Frame,
  candidate: RoadmapCandidate,
  parts: Parts,
  valuation: Valuation,
  penalty: (candidate: RoadmapCandidate, variantId: string | null, start: number) => number,
): readonly ListedOption[] {
  const keeps = parts.keeps.get(candidate.id) ?? []
  const horizon = frame.given.periods.length
  const list: Option[] = candidate.mandatory === true ? [] : [{ variant: null, start: -1 }]
  for (const variant of [...candidate.variants].sort((a, b) => byCode(a.id, b.id))) {
    for (const start of startsOf(candidate, variant.duration, horizon)) list.push({ variant, start })
  }
  const kept = list.filter((option) => keeps.every((keep) => keep(option)))
  return kept.map((option) => {
    const moved = penalty(candidate, option.variant?.id ?? null, option.start)
    return { ...option, penalty: moved, value: valuation(candidate, option.variant, option.start) - moved }
  })
}

/** Periods in which it may start, ascending: 0 for what runs, else as listed, else every period from which it ends within the horizon. */
function startsOf(candidate: RoadmapCandidate, duration: number, horizon: number): readonly number[] {
  if (candidate.running !== undefined) return [0]
  if (candidate.starts !== undefined) return [...new Set(candidate.starts)].sort((a, b) => a - b)
  return Array.from({ length: Math.max(0, horizon - duration + 1) }, (_, start) => start)
}

/** Whether a constraint takes choices away from this candidate. */
export function pinnedAway(constraint: RoadmapConstraint, candidateId: string): boolean {
  return (constraint.kind === 'must' || constraint.kind === 'mustNot' || constraint.kind === 'startWithin') && constraint.candidateId === candidateId
}
