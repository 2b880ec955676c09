import type { Choice } from './case.ts'
import type { CompiledRoadmap } from './compile.ts'
import type { ListedOption } from './options.ts'

/** A plan of choices as option numbers; who is not in it stays out, and who must not stay out takes the first option there is. */
export function planFrom(compiled: CompiledRoadmap, plan: readonly Choice[]): Int32Array {
  const { frame, options, program } = compiled
  const chosen = new Map(plan.map((each) => [each.candidateId, each]))
  return Int32Array.from(frame.candidates, ({ id }, family) => {
    const choice = chosen.get(id)
    return program.optionFrom[family]! + (choice === undefined ? 0 : placeOf(options[family]!, choice))
  })
}

/** Place of a choice in a list: as it is, else the first of its variant, else the first. */
function placeOf(list: readonly ListedOption[], { variantId, start }: Choice): number {
  let near = -1
  for (let at = 0; at < list.length; at++) {
    if (list[at]!.variant?.id !== variantId) continue
    if (list[at]!.start === start) return at
    if (near < 0) near = at
  }
  return Math.max(0, near)
}

/** Option numbers as a plan of choices, by id. */
export function choicesOf({ frame, options, program }: CompiledRoadmap, plan: Int32Array): readonly Choice[] {
  const choices: Choice[] = []
  for (let family = 0; family < plan.length; family++) {
    const { variant, start } = options[family]![plan[family]! - program.optionFrom[family]!]!
    if (variant !== null) choices.push({ candidateId: frame.candidates[family]!.id, variantId: variant.id, start })
  }
  return choices
}
