import type { ListAsk } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { CellChange, CellValue } from '../../../ui/grid/index.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { problemOf } from '../../../wire/index.ts'
import type { InitiativeColumn } from './columns.ts'
import { bulkMost } from './parts/BulkChange.tsx'
import type { Sent } from './send-cells.ts'
import type { Cells } from './use-cells.ts'
import type { InitiativeListing } from './use-list.ts'

/** Gives one value to every initiative that passes the conditions of the list; a message offers to take it back. */
export function useBulk(ask: ListAsk, list: Pick<InitiativeListing, 'readAll' | 'put'>, { save }: Pick<Cells, 'save'>): (column: InitiativeColumn, value: CellValue, why: string) => Promise<Result<Sent, Problem>> {
  const toast = useToast()
  const told = ({ changed }: Sent): string => (changed === 1 ? '1 cell changed.' : `${changed} cells changed.`)
  const takeBack = (changes: readonly CellChange[]): void => void save(changes.map((change) => ({ ...change, value: change.before, before: change.value })), 'Taken back').then((sent) => toast({ message: told(sent) }))
  return async (column, value, why) => {
    try {
      const rows = await list.readAll(ask, bulkMost)
      list.put(rows)
      const changes = rows.flatMap((row): readonly CellChange[] => (column.get(row) === value || column.locked?.(row) !== undefined ? [] : [{ key: row.id, column: column.key, value, before: column.get(row) }]))
      const sent = await save(changes, why)
      const refused = new Set(sent.issues.map(({ key }) => key))
      const stand = changes.filter(({ key }) => !refused.has(key))
      toast({ message: told(sent), ...(sent.changed > 0 ? { act: { label: 'Undo', onSelect: () => takeBack(stand) } } : {}) })
      return ok(sent)
    } catch (error) {
      return refuse(problemOf(error))
    }
  }
}
