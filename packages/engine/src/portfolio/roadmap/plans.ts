import type { Choice } from './case.ts'
import type { CompiledRoadmap } from './compile.ts'

/** A plan of choices as option numbers; who is not in it stays out, and who must not stay out takes the first option there is. */
export function planFrom(compiled: CompiledRoadmap, plan: readonly Choice[]): Int32Array {
  const { frame, options, program } = compiled
  const chosen = new Map(plan.map((each) => [each.candidateId, each]))
  return Int32Array.from(frame.candidates, (candidate, family) => {
    const choice = chosen.get(candidate.id)
    const list = options[family]!
    const same = list.findIndex(({ variant, start }) => (choice === undefined ? variant === null : variant?.id === choice.variantId && start === choice.start))
    const near = same >= 0 || choice === undefined ? same : list.findIndex(({ variant }) => variant?.id === choice.variantId)
    return program.optionFrom[family]! + Math.max(0, near)
  })
}

/** Option numbers as a plan of choices, by id. */
export function choicesOf({ frame, options, program }: CompiledRoadmap, plan: Int32Array): readonly Choice[] {
  return frame.candidates.flatMap((candidate, family) => {
    const { variant, start } = options[family]![plan[family]! - program.optionFrom[family]!]!
    return variant === null ? [] : [{ candidateId: candidate.id, variantId: variant.id, start }]
  })
}
