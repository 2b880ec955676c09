import { useCallback, useRef, useState } from 'react'
import { ok, refuse } from '@throughline/engine/kernel'
import type { Result } from '@throughline/engine/kernel'
import type { OnEdit, OnEdits } from './change.ts'
import type { CellValue, Column, EntryRefusal } from './column.ts'

/** A change on its way: shown at once; kept until the rows bring it, or rolled back with the refusal's words. */
export type Edit = { readonly status: 'saving' | 'saved'; readonly value: CellValue; readonly before: CellValue } | { readonly status: 'refused'; readonly message: string }
export type RowEdits = Readonly<Record<string, Edit>>
export type Edits = ReadonlyMap<string, RowEdits>

/** Changes of cells: sends them, shows them meanwhile, rolls refused ones back. */
export function useEdits<Row>(rowKey: (row: Row) => string, onEdit: OnEdit<Row> | undefined, onEdits?: OnEdits) {
  const [edits, setEdits] = useState<Edits>(new Map())
  const queue = useRef<Change[]>([])
  const put = useCallback((...change: Change) => {
    queue.current.push(change)
    if (queue.current.length > 1) return
    queueMicrotask(() => {
      const changes = queue.current.splice(0)
      setEdits((all) => withEdits(all, changes))
    })
  }, [])
  const send = useCallback(
    async (row: Row, column: Column<Row>, value: CellValue): Promise<void> => {
      if (!onEdit && !onEdits) return
      const key = rowKey(row)
      const saving: Edit = { status: 'saving', value, before: column.get(row) }
      put(key, column.key, saving)
      const outcome = await saveOne({ row, key, column, value, onEdit, onEdits }).catch((error: unknown) => ({ ok: false as const, refusal: { message: error instanceof Error ? error.message : 'It could not be saved.' } }))
      put(key, column.key, outcome.ok ? { ...saving, status: 'saved' } : { status: 'refused', message: outcome.refusal.message }, saving)
    },
    [onEdit, onEdits, put, rowKey],
  )
  const forget = useCallback((row: string, column: string) => put(row, column, undefined), [put])
  return { edits, send, forget }
}

type OneCell<Row> = { readonly row: Row; readonly key: string; readonly column: Column<Row>; readonly value: CellValue; readonly onEdit: OnEdit<Row> | undefined; readonly onEdits: OnEdits | undefined }

/** One cell through whichever callback the page has. */
async function saveOne<Row>({ row, key, column, value, onEdit, onEdits }: OneCell<Row>): Promise<Result<unknown, EntryRefusal>> {
  if (!onEdits) return onEdit ? onEdit(row, column.key, value) : ok(undefined)
  const { issues } = await onEdits([{ key, column: column.key, value, before: column.get(row) }], 'edit')
  const [issue] = issues
  return issue ? refuse({ message: issue.message }) : ok(undefined)
}

/** Row, column, the edit to hold (none removes it), and the edit that must still stand for anything to change. */
export type Change = [row: string, column: string, edit: Edit | undefined, only?: Edit]

/** The edits after several changes, in one copy: a paste brings thousands. */
export function withEdits(all: Edits, changes: readonly Change[]): Edits {
  const next = new Map(all)
  for (const [row, column, edit, only] of changes) {
    const current = next.get(row) ?? {}
    if (only && current[column] !== only) continue
    const { [column]: _replaced, ...others } = current
    const rowEdits = edit ? { ...others, [column]: edit } : others
    if (Object.keys(rowEdits).length > 0) next.set(row, rowEdits)
    else next.delete(row)
  }
  return next
}

/** What a cell shows: a change that was sent, as long as the row still holds what it held before. */
export function shownValue<Row>(column: Column<Row>, row: Row, edits: RowEdits | undefined): CellValue {
  const value = column.get(row)
  const edit = edits?.[column.key]
  return edit && edit.status !== 'refused' && value === edit.before ? edit.value : value
}
