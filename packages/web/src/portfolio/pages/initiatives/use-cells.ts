import { demandRoutes, type CellChange as SentCell, type InitiativeRow } from '@throughline/contract/demand'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { CellChange, OnEdits } from '../../../ui/grid/index.ts'
import { useAct } from '../../../wire/index.ts'
import type { Conflict } from './cells.ts'
import type { InitiativeColumn } from './columns.ts'
import { sendCells, type Sent } from './send-cells.ts'

export type Cells = {
  /** Saves the cells of one act of the grid in one call. */
  readonly onEdits: OnEdits
  /** Saves many cells with the reason for them. */
  save(changes: readonly CellChange[], why: string): Promise<Sent>
  /** Cells that somebody else had written, for the person to decide on. */
  readonly conflicts: readonly Conflict[]
  /** Writes ours over theirs in these; the others stay as they are. */
  settle(mine: readonly Conflict[]): Promise<Sent>
}
type Rows = { rowOf(id: string): InitiativeRow | undefined; put(rows: readonly InitiativeRow[]): void }

/** Changes of cells, one act after the other: each is made on the rows as the one before it left them. */
export function useCells(columns: readonly InitiativeColumn[], { rowOf, put }: Rows): Cells {
  const { run } = useAct(demandRoutes.changeCells)
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  const save = useCallback(
    (changes: readonly CellChange[], why = ''): Promise<Sent> => {
      const call = (cells: readonly SentCell[]) => run({ body: { changes: [...cells], ...(why.trim() === '' ? {} : { why: why.trim() }) } })
      const sent = turn.current.then(() => sendCells(changes, { columns: byKey, rowOf, call, put }))
      turn.current = sent.catch(() => undefined)
      return sent.then((outcome) => {
        if (outcome.conflicts.length > 0) setConflicts((before) => [...before, ...outcome.conflicts])
        return outcome
      })
    },
    [byKey, rowOf, put, run],
  )
  const onEdits = useCallback<OnEdits>((changes) => save(changes), [save])
  const settle = useCallback(
    (mine: readonly Conflict[]): Promise<Sent> => {
      setConflicts([])
      return mine.length === 0 ? Promise.resolve({ issues: [], conflicts: [], changed: 0 }) : save(mine.map(({ change, theirs }) => ({ ...change, before: theirs })))
    },
    [save],
  )
  return { onEdits, save, conflicts, settle }
}
