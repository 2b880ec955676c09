import type { RoadmapOptions } from './answer.ts'
import type { RoadmapCase } from './case.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import { ruleFor } from './constraints/registry.ts'
import { frameOf } from './frame.ts'
import { solveRoadmap } from './solve-roadmap.ts'

/** Demands that cannot be kept together; without any one of them the others can, where `irreducible`. */
export type RoadmapConflict = { readonly members: readonly RoadmapConstraint[]; readonly words: string; readonly irreducible: boolean }

/** A way to make a case fit: demands that give way together, each by so much (null: it is given up), with a plan that was found and checked. */
export type RoadmapRelaxation = {
  readonly gives: readonly { readonly constraint: RoadmapConstraint; readonly words: string; readonly percent: number | null; readonly loosened: RoadmapConstraint | null }[]
  /** Value of the plan that then fits. */
  readonly value: number
}

type Fits = 'yes' | 'no' | 'unknown'

function fitting(given: RoadmapCase, constraints: readonly RoadmapConstraint[], options: RoadmapOptions): Fits {
  const solved = solveRoadmap({ ...given, constraints }, options)
  if (solved.ok) return 'yes'
  return solved.refusal.code === 'no_plan_found' ? 'unknown' : 'no'
}

/** An irreducible conflict, by taking demands away one at a time for good wherever the rest still cannot be kept; null where the case fits. */
export function roadmapConflict(given: RoadmapCase, options: RoadmapOptions): RoadmapConflict | null {
  const whole = fitting(given, given.constraints, options)
  if (whole === 'yes') return null
  let left = given.constraints
  let irreducible = whole === 'no'
  for (const constraint of given.constraints) {
    const without = left.filter((each) => each !== constraint)
    const fits = fitting(given, without, options)
    if (fits === 'no') left = without
    if (fits === 'unknown') irreducible = false
  }
  const frame = frameOf(given)
  const list = left.map((each) => ruleFor(each).words(each, frame))
  const words = list.length === 0 ? 'What has to go ahead does not fit by itself.' : list.length === 1 ? `No plan can keep this: ${list[0]}.` : `These cannot be kept together: ${list.join('; ')}.`
  return { members: left, words, irreducible }
}

const PERCENTS = [1, 2, 5, 10, 20, 50, 100]

/**
 * The demands of a conflict that make the case fit by giving way alone, each by the smallest of a few steps that is enough, cheapest first and
 * of equally cheap ones the one whose plan is worth more; where no
 * single one is enough, one set that does, from which none can be spared. Empty where nothing was found within the effort.
 */
export function roadmapRelaxations(given: RoadmapCase, conflict: RoadmapConflict, options: RoadmapOptions): readonly RoadmapRelaxation[] {
  const alone = conflict.members.flatMap((member) => {
    const found = leastLoosening(given, given.constraints, member, options)
    return found === null ? [] : [found]
  })
  if (alone.length > 0) return alone.sort((a, b) => costOf(a) - costOf(b) || b.value - a.value)
  return severalTogether(given, conflict, options)
}

const costOf = ({ gives }: RoadmapRelaxation): number => gives.reduce((sum, { percent }) => sum + (percent ?? 1000), 0)

function leastLoosening(given: RoadmapCase, constraints: readonly RoadmapConstraint[], member: RoadmapConstraint, options: RoadmapOptions): RoadmapRelaxation | null {
  const words = ruleFor(member).words(member, frameOf(given))
  const without = solveRoadmap({ ...given, constraints: constraints.filter((each) => each !== member) }, options)
  if (!without.ok) return null
  for (const percent of PERCENTS) {
    const loosened = ruleFor(member).loosened(member, percent)
    if (loosened === null) break
    const solved = solveRoadmap({ ...given, constraints: constraints.map((each) => (each === member ? loosened : each)) }, options)
    if (solved.ok) return { gives: [{ constraint: member, words, percent, loosened }], value: solved.value.value }
  }
  return { gives: [{ constraint: member, words, percent: null, loosened: null }], value: without.value.value }
}

/** Gives up one demand of each conflict that is met, until the rest fits; then takes back each that can be. */
function severalTogether(given: RoadmapCase, conflict: RoadmapConflict, options: RoadmapOptions): readonly RoadmapRelaxation[] {
  const frame = frameOf(given)
  const rest = (out: readonly RoadmapConstraint[]): readonly RoadmapConstraint[] => given.constraints.filter((each) => !out.includes(each))
  let out: readonly RoadmapConstraint[] = conflict.members.slice(0, 1)
  for (let next = roadmapConflict({ ...given, constraints: rest(out) }, options); next !== null; next = roadmapConflict({ ...given, constraints: rest(out) }, options)) {
    const member = next.members[0]
    if (member === undefined) return []
    out = [...out, member]
  }
  for (const each of out) {
    const fewer = out.filter((other) => other !== each)
    if (fitting(given, rest(fewer), options) === 'yes') out = fewer
  }
  const solved = solveRoadmap({ ...given, constraints: rest(out) }, options)
  if (!solved.ok) return []
  return [{ gives: out.map((constraint) => ({ constraint, words: ruleFor(constraint).words(constraint, frame), percent: null, loosened: null })), value: solved.value.value }]
}
