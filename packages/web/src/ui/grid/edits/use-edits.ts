import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Column } from '../column.ts'
import type { CellChange, CellIssue, EditAct, EditOutcome, OnEdit, OnEdits } from './change.ts'
import { inverse, noHistory, remembered, settled, turnAnswered, turned } from './history.ts'
import type { History, Step } from './history.ts'
import { answered, cellName, overtaken, withEdits } from './pending.ts'
import type { Edit, Edits, Put } from './pending.ts'

export type EditsProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly onEdits: OnEdits | undefined
  readonly onEdit: OnEdit<Row> | undefined
  /** The row of a key, as it is now, if it is here. */
  readonly rowOf: (key: string) => Row | undefined
}

/** What came of an act: the cells it changed, and those that were refused. */
export type Done = { readonly changes: readonly CellChange[]; readonly issues: readonly CellIssue[] }

/** Changes of cells: sends each act after the one before it, shows it meanwhile, rolls refused cells back, and takes acts back. */
export function useEdits<Row>(props: EditsProps<Row>) {
  const { columns, rowOf } = props
  const [edits, setEdits] = useState<Edits>(new Map())
  const [history, setHistory] = useState<History>(noHistory)
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  const latest = useRef({ props, byKey, history })
  const line = useRef<Promise<unknown>>(Promise.resolve())
  /** The change of a cell that was refused last: one made on top of it never had its value before it. */
  const lost = useRef(new Map<string, CellChange>())
  useEffect(() => {
    latest.current = { ...latest.current, props, byKey }
  })
  useEffect(() => {
    setEdits((all) => {
      const puts = all.size > 0 ? overtaken(all, byKey, rowOf) : []
      return puts.length > 0 ? withEdits(all, puts) : all
    })
  }, [byKey, rowOf])
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
  const show = useCallback((changes: readonly CellChange[]): ReadonlyMap<string, readonly [CellChange, Edit]> => {
    const sent = new Map(changes.map((change) => [cellName(change), [change, { status: 'saving', value: change.value } as Edit] as const]))
    setEdits((all) => withEdits(all, [...sent.values()].map(([{ key, column }, edit]): Put => [key, column, edit])))
    return sent
  }, [])
  const save = useCallback(async (sent: ReadonlyMap<string, readonly [CellChange, Edit]>, act: EditAct): Promise<readonly CellIssue[]> => {
    const changes = [...sent.values()].map(([change]) => change)
    const { issues } = await outcomeOf(latest.current.props, changes, act)
    const refused = new Set(issues.map(cellName))
    for (const [name, [change]] of sent) {
      if (refused.has(name)) lost.current.set(name, change)
      else lost.current.delete(name)
    }
    setEdits((all) => withEdits(all, answered(sent, issues, latest.current.byKey, latest.current.props.rowOf)))
    return issues
  }, [])
  const send = useCallback(
    (changes: readonly CellChange[], act: EditAct, unread: readonly CellIssue[] = []): Promise<Done> => {
      if (unread.length > 0) setEdits((all) => withEdits(all, unread.map(({ key, column, message }): Put => [key, column, { status: 'refused', message }])))
      if (changes.length === 0) return Promise.resolve({ changes, issues: unread })
      const sent = show(changes)
      const step: Step = { act, changes }
      remember((before) => remembered(before, step))
      return inTurn(async () => {
        const asked = new Map([...sent].map(([name, [change, edit]]) => [name, [founded(change, lost.current.get(name)), edit] as const]))
        const issues = await save(asked, act)
        const refused = new Set(issues.map(cellName))
        const stand = [...asked].flatMap(([name, [change]]) => (refused.has(name) ? [] : [change]))
        remember((before) => settled(before, step, stand))
        return { changes: stand, issues: [...issues, ...unread] }
      })
    },
    [inTurn, remember, save, show],
  )
  const turnBack = useCallback(
    (act: 'undo' | 'redo'): Promise<(Done & { readonly of: EditAct }) | undefined> =>
      inTurn(async () => {
        const step = latest.current.history[act === 'undo' ? 'done' : 'undone'].at(-1)
        if (!step) return undefined
        remember((before) => turned(before, act))
        const changes = act === 'undo' ? inverse(step) : step.changes
        const issues = await save(show(changes), act)
        const refused = new Set(issues.map(cellName))
        remember((before) => turnAnswered(before, step, act, refused))
        return { of: step.act, changes: changes.filter((change) => !refused.has(cellName(change))), issues }
      }),
    [inTurn, remember, save, show],
  )
  const forget = useCallback((cells: readonly { readonly key: string; readonly column: string }[]) => setEdits((all) => withEdits(all, cells.map(({ key, column }): Put => [key, column, undefined]))), [])
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
