import type { CellChange, EditAct } from './change.ts'
import { cellName } from './pending.ts'

/** One act that can be taken back: the cells it changed, and did change. */
export type Step = { readonly act: EditAct; readonly changes: readonly CellChange[] }
/** What was done and can be undone, and what was undone and can be done again; the latest last. */
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] }

export const noHistory: History = { done: [], undone: [] }
/** Steps that are kept; older ones fall away. */
export const keptSteps = 100

/** After an act: it can be undone, and what was undone before it cannot be done again. */
export const remembered = (history: History, step: Step): History => (step.changes.length === 0 ? history : { done: [...history.done, step].slice(-keptSteps), undone: [] })

/** After the answer to an act: it consists of the changes that stand, and of nothing if none does. */
export function settled({ done, undone }: History, step: Step, changes: readonly CellChange[]): History {
  const settle = (steps: readonly Step[]) => steps.flatMap((each) => (each !== step ? each : changes.length > 0 ? { ...step, changes } : []))
  return { done: settle(done), undone: settle(undone) }
}

/** The changes that take a step back. */
export const inverse = ({ changes }: Step): readonly CellChange[] => changes.map(({ key, column, value, before }) => ({ key, column, value: before, before: value }))

/** The latest step is being undone, or the one undone last done again. */
export function turned({ done, undone }: History, act: 'undo' | 'redo'): History {
  const [from, to] = act === 'undo' ? [done, undone] : [undone, done]
  const rest = from.slice(0, -1)
  const more = [...to, ...from.slice(-1)].slice(-keptSteps)
  return act === 'undo' ? { done: rest, undone: more } : { done: more, undone: rest }
}

/** After the answer to an undo or redo: what was refused goes back to where it came from, to be tried again. */
export function turnAnswered(history: History, step: Step, act: 'undo' | 'redo', refused: ReadonlySet<string>): History {
  if (refused.size === 0) return history
  const part = (isRefused: boolean) => step.changes.filter((change) => refused.has(cellName(change)) === isRefused)
  const { done, undone } = settled(history, step, part(false))
  const back = part(true)
  if (back.length === 0) return { done, undone }
  return act === 'undo' ? { done: [...done, { ...step, changes: back }], undone } : { done, undone: [...undone, { ...step, changes: back }] }
}
