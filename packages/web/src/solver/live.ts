import type { Selection, SelectionInput, SelectionRefusal } from '@throughline/engine/portfolio'
import type { Solver } from './client.ts'

/** Effort of each slice in work units: an answer within a frame first, then deeper until it is proved. */
export const SLICES: readonly number[] = [2_000, 20_000, 300_000, 3_000_000]

export type LiveOutcome =
  | { readonly kind: 'plan'; readonly input: SelectionInput; readonly selection: Selection; /** Nothing more will come for this input. */ readonly final: boolean }
  | { readonly kind: 'refused'; readonly input: SelectionInput; readonly refusal: SelectionRefusal }
  | { readonly kind: 'broken'; readonly input: SelectionInput; readonly message: string }

/**
 * Follows a moving lever: the plan at hand is repaired in a short slice and shown, then improved in longer ones. An input that comes
 * while a slice runs waits for that slice to end and only the newest of those that wait is solved, so a drag never piles up work.
 */
export function createLive(solver: Solver, tell: (outcome: LiveOutcome) => void): { solve(input: SelectionInput): void; stop(): void } {
  let wanted: SelectionInput | undefined
  let running = false
  let before: Pick<Selection, 'chosen' | 'value' | 'cost'> = { chosen: [], value: 0, cost: 0 }

  const solveOne = async (input: SelectionInput): Promise<void> => {
    for (const [index, workUnits] of SLICES.entries()) {
      const ended = await solver.ask({ op: 'whatIf', previous: before, input, effort: { workUnits, explain: 'quick' } })
      const last = index === SLICES.length - 1
      if (ended.kind === 'stopped') return
      if (ended.kind === 'broken') return tell({ kind: 'broken', input, message: ended.message })
      if (!ended.answer.ok) {
        const undecided = ended.answer.refusal.code === 'no_plan_found'
        if (!undecided || last) return tell({ kind: 'refused', input, refusal: ended.answer.refusal })
      } else {
        const { selection } = ended.answer.value
        before = selection
        const final = selection.proved || last
        tell({ kind: 'plan', input, selection, final })
        if (final) return
      }
      if (wanted !== undefined) return
    }
  }
  const run = async (): Promise<void> => {
    if (running) return
    running = true
    while (wanted !== undefined) {
      const input = wanted
      wanted = undefined
      await solveOne(input)
    }
    running = false
  }
  return {
    solve: (input) => {
      wanted = input
      void run()
    },
    stop: () => {
      wanted = undefined
      solver.stop()
    },
  }
}
