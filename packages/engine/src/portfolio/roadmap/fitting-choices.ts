import { fittingAlone, optionsKept } from '../../solve/index.ts'
import type { PhasedProgram } from '../../solve/index.ts'
import type { ListedOption } from './options.ts'

type Options = readonly (readonly ListedOption[])[]
type Left = { readonly fitting: Uint8Array; readonly values: Float64Array; readonly options: Options; readonly left: Options; readonly kept: ReturnType<typeof optionsKept> }

/** What was last left of the choices of an image: where limits rule out the same, what follows from it is taken over. */
const leftLast = new WeakMap<Int32Array, Left>()

/** Choices and their image without what passes a limit by itself: no plan holds that, and bounds without it are closer. */
export function fittingChoices(options: Options, image: PhasedProgram): { readonly options: Options; readonly program: PhasedProgram } {
  const fitting = fittingAlone(image)
  if (fitting === null) return { options, program: image }
  const last = leftLast.get(image.optionMode)
  const now = last !== undefined && isLike(last, fitting, options, image) ? last : leftOf(options, image, fitting)
  leftLast.set(image.optionMode, now)
  return { options: now.left, program: { ...image, ...now.kept } }
}

const isLike = (last: Left, fitting: Uint8Array, options: Options, image: PhasedProgram): boolean =>
  last.values === image.optionValue && last.fitting.every((fits, p) => fits === fitting[p]) && last.options.every((list, family) => list === options[family])

function leftOf(options: Options, image: PhasedProgram, fitting: Uint8Array): Left {
  const kept = optionsKept(image, fitting)
  const left = options.map((list, family) => {
    const from = image.optionFrom[family]!
    return kept.optionFrom[family + 1]! - kept.optionFrom[family]! === list.length ? list : list.filter((_, k) => fitting[from + k] === 1)
  })
  return { fitting, options, left, values: image.optionValue, kept }
}
