import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Column } from '../column.ts'
import type { CellChange, CellIssue, OnEdit, OnEdits } from './change.ts'
import { answered, cellName, overtaken, withEdits } from './pending.ts'
import type { Edit, Edits, Put } from './pending.ts'

export type EditsProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly onEdits: OnEdits | undefined
  readonly onEdit: OnEdit<Row> | undefined
  /** The row of a key, as it is now, if it is here. Another function whenever rows have come anew. */
  readonly rowOf: (key: string) => Row | undefined
}
/** Changes on their way, by the name of their cell, each with what the cell shows meanwhile. */
export type Sent = ReadonlyMap<string, readonly [CellChange, Edit]>

/** What cells show that are not what their rows hold: changes on their way, saved or refused. */
export function usePending<Row>({ columns, rowOf }: EditsProps<Row>) {
  const [edits, setEdits] = useState<Edits>(new Map())
  const [seen, setSeen] = useState(() => rowOf)
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  if (seen !== rowOf) {
    setSeen(() => rowOf)
    const over = edits.size > 0 ? overtaken(edits, byKey, rowOf) : []
    if (over.length > 0) setEdits(withEdits(edits, over))
  }
  const latest = useRef({ byKey, rowOf })
  useEffect(() => {
    latest.current = { byKey, rowOf }
  })
  const put = useCallback((puts: readonly Put[]) => setEdits((all) => withEdits(all, puts)), [])
  const show = useCallback(
    (changes: readonly CellChange[]): Sent => {
      const sent = new Map(changes.map((change) => [cellName(change), [change, { status: 'saving', value: change.value } as Edit] as const]))
      put([...sent.values()].map(([{ key, column }, edit]) => [key, column, edit]))
      return sent
    },
    [put],
  )
  const answer = useCallback((sent: Sent, issues: readonly CellIssue[]) => put(answered(sent, issues, latest.current.byKey, latest.current.rowOf)), [put])
  const refuse = useCallback((issues: readonly CellIssue[]) => put(issues.map(({ key, column, message }) => [key, column, { status: 'refused', message }])), [put])
  const forget = useCallback((cells: readonly { readonly key: string; readonly column: string }[]) => put(cells.map(({ key, column }) => [key, column, undefined])), [put])
  return { edits, show, answer, refuse, forget }
}
