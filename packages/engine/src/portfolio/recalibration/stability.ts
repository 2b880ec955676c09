import { ok, type Result } from '../../kernel/index.ts'
import type { Effort } from '../effort.ts'
import { selectFrom } from '../selection.ts'
import type { SelectionRefusal } from '../input.ts'
import { doubtedInputs, type Doubt, type SampleWatch } from './doubt.ts'
import type { RecalibrationInput } from './facts.ts'
import { selectionOf } from './worth.ts'

export type SelectionStability = { readonly seed: number; readonly samples: number; readonly initiatives: readonly { readonly id: string; readonly share: number; readonly standing: 'core' | 'borderline' | 'never' }[] }

/** How often each initiative is in the best portfolio under weights and estimates that are doubted; from a seed, the same on every machine. */
export function stabilityOf(input: RecalibrationInput, doubt: Doubt, effort: Effort = { explain: 'quick' }, watch: SampleWatch = {}): Result<SelectionStability, SelectionRefusal> {
  const counts = new Map<string, number>()
  let start: readonly string[] = input.initiatives.filter(({ standing }) => standing === 'running').map(({ id }) => id)
  let samples = 0
  for (const sample of doubtedInputs(input, doubt, watch)) {
    samples++
    const found = selectFrom(selectionOf(sample, 0), start, effort, {})
    if (!found.ok) return found
    start = found.value.chosen
    for (const id of found.value.chosen) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const shared = input.initiatives.map(({ id }) => ({ id, share: samples === 0 ? 0 : (counts.get(id) ?? 0) / samples }))
  return ok({ seed: doubt.seed, samples, initiatives: shared.map(({ id, share }) => ({ id, share, standing: share >= 0.95 ? ('core' as const) : share <= 0.05 ? ('never' as const) : ('borderline' as const) })) })
}
