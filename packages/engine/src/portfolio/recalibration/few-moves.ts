import { ok, refuse, type Result } from '../../kernel/index.ts'
import type { Effort } from '../effort.ts'
import { keepChosen } from '../keeping.ts'
import { selectFrom } from '../selection.ts'
import type { RecalibrationInput } from './facts.ts'
import { worthOfAll, type RecalibrationRefusal } from './recalibrate.ts'
import { selectionOf } from './worth.ts'

/** What k changes to what runs can gain at most, and which changes those are. */
export type MoveStep = { readonly moves: number; readonly gain: number; readonly start: readonly string[]; readonly end: readonly string[]; readonly proved: boolean }

/** The least number of changes that has the asked share of the gain; or that makes a broken plan possible again. */
export type FewMoves =
  | { readonly kind: 'gain'; readonly whole: number; readonly share: number; readonly least: MoveStep; readonly curve: readonly MoveStep[] }
  | { readonly kind: 'repair'; readonly broken: string; readonly least: MoveStep }
  | { readonly kind: 'nothing' }

/**
 * The fewest changes that gain most: each number of changes is solved (`maximumChange`), and since more changes never gain less, the least
 * is found by halving. `selected` is the plan of the recalibration itself.
 */
export function fewMoves(input: RecalibrationInput, selected: readonly string[], share = 0.9, effort: Effort = { explain: 'quick' }): Result<FewMoves, RecalibrationRefusal> {
  const running = input.initiatives.filter(({ standing }) => standing === 'running').map(({ id }) => id)
  const all = stepOf(input, running, selected, true)
  if (all.moves === 0) return ok({ kind: 'nothing' })
  const plain = selectionOf(input, input.emergency === null ? input.hysteresis : 0)
  const stays = keepChosen(plain, running)
  // Among plans that are worth the same, what runs is as good as any.
  if (stays.ok && all.gain <= 0) return ok({ kind: 'nothing' })
  const solved = new Map<number, Result<MoveStep, RecalibrationRefusal>>([[all.moves, ok(all)]])
  const at = (moves: number): Result<MoveStep, RecalibrationRefusal> => {
    const before = solved.get(moves)
    if (before) return before
    const limited = { ...plain, constraints: [...plain.constraints, { kind: 'maximumChange' as const, from: running, most: moves }] }
    const found = selectFrom(limited, running, effort, {})
    const step = found.ok ? ok(stepOf(input, running, found.value.chosen, found.value.proved)) : found
    solved.set(moves, step)
    return step
  }
  const enough = (step: Result<MoveStep, RecalibrationRefusal>): boolean => step.ok && (!stays.ok || step.value.gain >= share * all.gain)
  const least = leastOf(all.moves, (moves) => enough(at(moves)))
  const found = at(least)
  if (!found.ok) return refuse(found.refusal)
  if (!stays.ok) return ok({ kind: 'repair', broken: stays.refusal.words, least: found.value })
  const curve = [...solved].sort(([a], [b]) => a - b).flatMap(([, step]) => (step.ok ? [step.value] : []))
  return ok({ kind: 'gain', whole: all.gain, share: all.gain === 0 ? 1 : found.value.gain / all.gain, least: found.value, curve })
}

/** The least whole number from 1 to `most` that is enough, where more is enough whenever less is. */
function leastOf(most: number, enough: (moves: number) => boolean): number {
  let [low, high] = [1, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function stepOf(input: RecalibrationInput, running: readonly string[], chosen: readonly string[], proved: boolean): MoveStep {
  const [before, after] = [new Set(running), new Set(chosen)]
  const start = chosen.filter((id) => !before.has(id))
  const end = running.filter((id) => !after.has(id))
  return { moves: start.length + end.length, gain: worthOfAll(input, after) - worthOfAll(input, before), start, end, proved }
}
