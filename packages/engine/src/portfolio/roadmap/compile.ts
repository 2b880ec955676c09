import { ok, refuse } from '../../kernel/index.ts'
import type { Result } from '../../kernel/index.ts'
import type { PhasedProgram } from '../../solve/index.ts'
import type { RoadmapCase, SimpleObjective } from './case.ts'
import { toldObjective } from './by-period.ts'
import { cycleAmong } from './cycle.ts'
import { ruleFor } from './constraints/registry.ts'
import { fittingChoices } from './fitting-choices.ts'
import { frameOf } from './frame.ts'
import type { Frame } from './frame.ts'
import { imageOf } from './image.ts'
import { optionsOf, pinnedAway, thoseOf } from './options.ts'
import type { ListedOption } from './options.ts'
import { gather } from './parts.ts'
import type { Parts } from './parts.ts'
import type { RoadmapRefusal } from './refusals.ts'
import { oversize, unsoundness } from './validate.ts'

/** A case as numbers, with the way back. Options of family i are those of `frame.candidates[i]`, in the order of `options[i]`. */
export type CompiledRoadmap = {
  readonly frame: Frame
  readonly program: PhasedProgram
  readonly options: readonly (readonly ListedOption[])[]
  readonly parts: Parts
  /** What the values count. */
  readonly objective: SimpleObjective
}

/** What is asked beside the case: another objective than its own, and the least that an objective must reach. */
export type Asked = { readonly objective?: SimpleObjective; readonly floor?: { readonly objective: SimpleObjective; readonly least: number } }

/** Checks a case and turns it into numbers. Equal cases in another order give the same numbers. */
export function compileRoadmap(given: RoadmapCase, asked: Asked = {}): Result<CompiledRoadmap, RoadmapRefusal> {
  const large = oversize(given)
  if (large !== null) return refuse(large)
  const frame = frameOf(given)
  const refusal = unsoundness(frame)
  return refusal === null ? compileSound(frame, asked) : refuse(refusal)
}

function compileSound(frame: Frame, asked: Asked): Result<CompiledRoadmap, RoadmapRefusal> {
  const { given } = frame
  const objective = asked.objective ?? (given.objective.kind === 'lexicographic' ? given.objective.first : toldObjective(given.objective))
  const parts = gather(frame, given.constraints, asked.floor)
  const cycle = cycleAmong(frame.candidates.map((each) => each.id), parts.ties)
  if (cycle !== null) return refuse({ code: 'dependency_cycle', candidateIds: cycle })
  const options = settled(frame, parts, optionsOf(frame, objective, parts))
  const empty = options.findIndex((list) => list.length === 0)
  if (empty >= 0) {
    const candidateId = frame.candidates[empty]!.id
    const named = given.constraints.filter((constraint) => pinnedAway(constraint, candidateId))
    return refuse({ code: 'pins_contradict', candidateId, words: named.map((constraint) => ruleFor(constraint).words(constraint, frame)) })
  }
  return ok({ frame, parts, objective, ...fittingChoices(options, imageOf(frame, options, parts)) })
}

/** What somebody needs who has to go ahead has to go ahead itself. */
function settled(frame: Frame, { ties }: Parts, options: readonly (readonly ListedOption[])[]): readonly (readonly ListedOption[])[] {
  const list = [...options]
  const needs = new Map<string, string[]>()
  for (const { afterId, beforeId } of ties) needs.set(afterId, [...(needs.get(afterId) ?? []), beforeId])
  const goes = (at: number): boolean => list[at]!.every((option) => option.variant !== null)
  const open = frame.candidates.filter((_, at) => goes(at)).map((each) => each.id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const needed of needs.get(id) ?? []) {
      const at = frame.candidateAt.get(needed)!
      if (goes(at)) continue
      list[at] = thoseOf(list[at]!, (option) => option.variant !== null)
      open.push(needed)
    }
  }
  return list
}
