import { useCallback, useEffect, useRef, useState } from 'react'
import type { CellChange, CellIssue, EditAct, EditOutcome } from './change.ts'
import { inverse, noHistory, remembered, settled, turnAnswered, turned } from './history.ts'
import type { History, Step } from './history.ts'
import { cellName } from './pending.ts'
import { usePending } from './use-pending.ts'
import type { EditsProps, Sent } from './use-pending.ts'

/** What came of an act: the cells it changed, and those that were refused. */
export type Done = { readonly changes: readonly CellChange[]; readonly issues: readonly CellIssue[] }

/** Changes of cells: sends each act after the one before it, shows it meanwhile, rolls refused cells back, and takes acts back. */
export function useEdits<Row>(props: EditsProps<Row>) {
  const { edits, show, answer, refuse, forget } = usePending(props)
  const [history, setHistory] = useState<History>(noHistory)
  const latest = useRef({ props, history })
  const line = useRef<Promise<unknown>>(Promise.resolve())
  /** The change of a cell that was refused last: one made on top of it never had its value before it. */
  const lost = useRef(new Map<string, CellChange>())
  useEffect(() => {
    latest.current.props = props
  })
  const remember = useCallback((next: (history: History) => History) => {
    latest.current.history = next(latest.current.history)
    setHistory(latest.current.history)
  }, [])
  /** Waits for its turn, so that the owner never has two acts under way. */
  const inTurn = useCallback(<T,>(run: () => Promise<T>): Promise<T> => {
    const turn = line.current.then(run)
    line.current = turn.catch(() => undefined)
    return turn
  }, [])
  /** Asks the owner, and tells what stands and what was refused. */
  const save = useCallback(
    async (shown: Sent, act: EditAct): Promise<Done & { readonly refused: ReadonlySet<string> }> => {
      const sent = new Map([...shown].map(([name, [change, edit]]) => [name, [founded(change, lost.current.get(name)), edit] as const]))
      const changes = [...sent.values()].map(([change]) => change)
      const { issues } = await outcomeOf(latest.current.props, changes, act)
      const refused = new Set(issues.map(cellName))
      for (const [name, [change]] of sent) {
        if (refused.has(name)) lost.current.set(name, change)
        else lost.current.delete(name)
      }
      answer(sent, issues)
      return { changes: changes.filter((change) => !refused.has(cellName(change))), issues, refused }
    },
    [answer],
  )
  const send = useCallback(
    (changes: readonly CellChange[], act: EditAct, unread: readonly CellIssue[] = []): Promise<Done> => {
      if (unread.length > 0) refuse(unread)
      if (changes.length === 0) return Promise.resolve({ changes, issues: unread })
      const shown = show(changes)
      const step: Step = { act, changes }
      remember((before) => remembered(before, step))
      return inTurn(async () => {
        const { changes, issues } = await save(shown, act)
        remember((before) => settled(before, step, changes))
        return { changes, issues: [...issues, ...unread] }
      })
    },
    [inTurn, refuse, remember, save, show],
  )
  const turnBack = useCallback(
    (act: 'undo' | 'redo'): Promise<(Done & { readonly of: EditAct }) | undefined> =>
      inTurn(async () => {
        const step = latest.current.history[act === 'undo' ? 'done' : 'undone'].at(-1)
        if (!step) return undefined
        remember((before) => turned(before, act))
        const { changes, issues, refused } = await save(show(act === 'undo' ? inverse(step) : step.changes), act)
        remember((before) => turnAnswered(before, step, act, refused))
        return { of: step.act, changes, issues }
      }),
    [inTurn, remember, save, show],
  )
  return { edits, history, send, turnBack, forget }
}

/** A change on the ground that holds: where what it was made on was refused, on what was there before that. */
const founded = (change: CellChange, refused: CellChange | undefined): CellChange => (refused !== undefined && refused.value === change.before ? { ...change, before: refused.before } : change)

/** Asks the owner, cell by cell where it takes no more than one. What fails as a whole fails for each cell. */
async function outcomeOf<Row>({ onEdits, onEdit, rowOf }: EditsProps<Row>, changes: readonly CellChange[], act: EditAct): Promise<EditOutcome> {
  const failed = (error: unknown) => (error instanceof Error ? error.message : 'It could not be saved.')
  if (onEdits) return onEdits(changes, act).catch((error: unknown) => ({ issues: changes.map(({ key, column }) => ({ key, column, message: failed(error) })) }))
  const issues = await Promise.all(
    changes.map(async ({ key, column, value }): Promise<readonly CellIssue[]> => {
      const row = rowOf(key)
      if (row === undefined || !onEdit) return [{ key, column, message: 'The row is no longer here.' }]
      const message = await onEdit(row, column, value).then((result) => (result.ok ? undefined : result.refusal.message), failed)
      return message === undefined ? [] : [{ key, column, message }]
    }),
  )
  return { issues: issues.flat() }
}
