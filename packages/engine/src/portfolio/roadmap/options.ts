import type { Option } from './building.ts'
import type { RoadmapCandidate, RoadmapCase, SimpleObjective } from './case.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import { byCode } from './frame.ts'
import type { Frame } from './frame.ts'
import type { Parts } from './parts.ts'
import { penaltyOf, valuationOf } from './worth.ts'

/** A choice that a candidate may take, with its value less the penalty of moving. */
export type ListedOption = Option & { readonly value: number; readonly penalty: number }

/** What the choices of a case and their values follow from, besides its candidates. */
type Basis = Pick<RoadmapCase, 'periods' | 'discountPerPeriod' | 'stability'> & { readonly objective: SimpleObjective }
type Listed = { readonly basis: Basis; readonly options: readonly (readonly ListedOption[])[] }

/** The choices of candidates as they were last asked for: a change of limits or pins leaves them as they are. */
const listedLast = new WeakMap<readonly RoadmapCandidate[], Listed>()

/** Every choice that the pins leave, by candidate: staying out first, then by variant and start. */
export function optionsOf(frame: Frame, objective: SimpleObjective, { keeps }: Parts): readonly (readonly ListedOption[])[] {
  const all = allOptions(frame, objective)
  return frame.candidates.map(({ id }, at) => {
    const kept = keeps.get(id)
    return kept === undefined ? all[at]! : thoseOf(all[at]!, (option) => kept.every((keep) => keep(option)))
  })
}

/** What was last left of each list. */
const leftLast = new WeakMap<readonly ListedOption[], readonly ListedOption[]>()

/** The choices of a list that are kept: the very list of before where they are the same, so that what follows from it is taken over. */
export function thoseOf(list: readonly ListedOption[], keeps: (option: ListedOption) => boolean): readonly ListedOption[] {
  const [left, last] = [list.filter(keeps), leftLast.get(list)]
  if (last !== undefined && last.length === left.length && last.every((option, index) => option === left[index])) return last
  leftLast.set(list, left)
  return left
}

function allOptions(frame: Frame, objective: SimpleObjective): readonly (readonly ListedOption[])[] {
  const { candidates, periods, discountPerPeriod, stability } = frame.given
  const last = listedLast.get(candidates)
  if (last !== undefined && last.basis.periods === periods && last.basis.discountPerPeriod === discountPerPeriod && last.basis.stability === stability && last.basis.objective === objective) return last.options
  const valuation = valuationOf(frame.given, objective)
  const penalty = penaltyOf(frame.given)
  const options = frame.candidates.map((candidate) => choicesOf(candidate, periods.length).map((option) => {
    const moved = penalty(candidate, option.variant?.id ?? null, option.start)
    return { ...option, penalty: moved, value: valuation(candidate, option.variant, option.start) - moved }
  }))
  listedLast.set(candidates, { basis: { periods, discountPerPeriod, stability, objective }, options })
  return options
}

function choicesOf(candidate: RoadmapCandidate, horizon: number): readonly Option[] {
  const list: Option[] = candidate.mandatory === true ? [] : [{ variant: null, start: -1 }]
  for (const variant of [...candidate.variants].sort((a, b) => byCode(a.id, b.id))) {
    for (const start of startsOf(candidate, variant.duration, horizon)) list.push({ variant, start })
  }
  return list
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
