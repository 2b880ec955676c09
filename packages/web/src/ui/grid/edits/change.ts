import type { Result } from '@throughline/engine/kernel'
import type { CellValue, EntryRefusal } from '../column.ts'

/** One cell that is to hold another value. */
export type CellChange = {
  /** The row's key. */
  readonly key: string
  readonly column: string
  readonly value: CellValue
  /** What the person saw there. Where the cell holds something else by now, somebody else changed it: refuse rather than overwrite. */
  readonly before: CellValue
}

/** What the person did. */
export type EditAct = 'edit' | 'paste' | 'cut' | 'clear' | 'fill' | 'bulk' | 'undo' | 'redo'

/** Why one cell was not changed, in words. */
export type CellIssue = { readonly key: string; readonly column: string; readonly message: string }

/** What came of a change of many cells: those without an issue stand. */
export type EditOutcome = { readonly issues: readonly CellIssue[] }

/** Saves all cells of one act. They are shown at once; refused ones are rolled back and marked with the words. */
export type OnEdits = (changes: readonly CellChange[], act: EditAct) => Promise<EditOutcome>

/** Saves one cell: for pages that cannot take many at once. */
export type OnEdit<Row> = (row: Row, column: string, value: CellValue) => Promise<Result<unknown, EntryRefusal>>
