import type { CellChange as SentCell, CellOutcome, InitiativeRow } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { CellChange, CellIssue } from '../../../ui/grid/index.ts'
import { sortCells, type Conflict } from './cells.ts'
import type { InitiativeColumn } from './columns.ts'

/** Most cells of one call. */
export const cellsPerCall = 20_000
/** How often a row may move under our hands before we stop trying again. */
const tries = 6

/** What sending needs: the columns, the rows as they are known now, the call, and where rows that come back go. */
export type Sending = {
  readonly columns: ReadonlyMap<string, InitiativeColumn>
  rowOf(key: string): InitiativeRow | undefined
  call(cells: readonly SentCell[]): Promise<Result<CellOutcome, Problem>>
  put(rows: readonly InitiativeRow[]): void
}
/** What came of it: cells that were refused, with the words, and those that somebody else had written. */
export type Sent = { readonly issues: readonly CellIssue[]; readonly conflicts: readonly Conflict[]; readonly changed: number }

/**
 * Sends the cells of one act. Where somebody else changed another cell of the row meanwhile, ours is sent again on the row as it is
 * now; where they changed the very same cell, it is a conflict and nothing is overwritten.
 */
export async function sendCells(changes: readonly CellChange[], sending: Sending): Promise<Sent> {
  const issues: CellIssue[] = []
  const conflicts: Conflict[] = []
  let changed = 0
  let left = changes
  const told = new Map<string, string>()
  for (let attempt = 0; left.length > 0; attempt++) {
    const sorted = sortCells(left, sending.columns, sending.rowOf, ({ id }) => told.get(id) ?? '')
    conflicts.push(...sorted.conflicts)
    issues.push(...sorted.refused.map(({ change, message }) => ({ key: change.key, column: change.column, message })), ...sorted.conflicts.map(conflictIssue))
    const again: CellChange[] = []
    for (let at = 0; at < sorted.send.length; at += cellsPerCall) {
      const part = sorted.send.slice(at, at + cellsPerCall)
      const outcome = await sending.call(part.map(({ cell }) => cell))
      if (!outcome.ok) {
        issues.push(...part.map(({ change }) => ({ key: change.key, column: change.column, message: outcome.refusal.detail })))
        continue
      }
      sending.put(outcome.value.rows)
      changed += outcome.value.changed
      const refused = new Map(outcome.value.issues.map((issue) => [cellKey(issue.id, issue.field), issue]))
      for (const { change } of part) {
        const issue = refused.get(cellKey(change.key, change.column))
        if (!issue) continue
        if (issue.code !== 'version_moved' || attempt + 1 >= tries) issues.push({ key: change.key, column: change.column, message: issue.message })
        else {
          told.set(change.key, issue.message)
          again.push(change)
        }
      }
    }
    left = again
  }
  return { issues, conflicts, changed }
}

const cellKey = (row: string, column: string): string => `${row} ${column}`

const conflictIssue = ({ change, told }: Conflict): CellIssue => ({ key: change.key, column: change.column, message: told === '' ? 'Somebody else changed this cell meanwhile.' : `${told} This cell holds something else now.` })
