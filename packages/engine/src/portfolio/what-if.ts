import { ok } from '../kernel/index.ts'
import type { Result } from '../kernel/index.ts'
import type { Effort, Watch } from './effort.ts'
import type { SelectionInput, SelectionRefusal } from './input.ts'
import type { Selection } from './result.ts'
import { selectFrom } from './selection.ts'

/** A selection after a change, and what moved. */
export type WhatIf = {
  readonly selection: Selection
  readonly valueChange: number
  readonly costChange: number
  readonly entered: readonly string[]
  readonly left: readonly string[]
}

/**
 * Solves a changed input from the plan before: the plan is repaired first, so that there is an answer within the first slice, then improved
 * and proved. For a slider: `quick` explanations unless asked otherwise.
 */
export function whatIf(
  previous: Pick<Selection, 'chosen' | 'value' | 'cost'>,
  input: SelectionInput,
  effort: Effort = {},
  watch: Watch = {},
): Result<WhatIf, SelectionRefusal> {
  const result = selectFrom(input, previous.chosen, { explain: 'quick', ...effort }, watch)
  if (!result.ok) return result
  const selection = result.value
  const [before, after] = [new Set(previous.chosen), new Set(selection.chosen)]
  return ok({
    selection,
    valueChange: selection.value - previous.value,
    costChange: selection.cost - previous.cost,
    entered: selection.chosen.filter((id) => !before.has(id)),
    left: previous.chosen.filter((id) => !after.has(id)),
  })
}
