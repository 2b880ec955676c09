import { cellName, type Issue } from '../../sheet/index.ts'
import type { DraftRow } from '../draft.ts'
import { nameKey } from '../link/name.ts'

/** Marks rows whose key (the published id, else the name) in the same position an earlier row has. Both stay: neither overwrites the other. */
export function markDuplicates(rows: readonly DraftRow[]): { readonly rows: readonly DraftRow[]; readonly issues: readonly Issue[] } {
  const firsts = new Map<string, DraftRow>()
  const issues: Issue[] = []
  const marked = rows.map((row) => {
    const dated = `${row.asOf ?? ''} `
    const key = dated + (row.publishedId === undefined ? `name ${nameKey(row.name)}` : `id ${row.publishedId.toUpperCase()}`)
    const first = firsts.get(key)
    if (!first) {
      firsts.set(key, row)
      return row
    }
    const hint = 'Decide which row counts; the second is not applied over the first'
    issues.push({ code: 'DUPLICATE_KEY', severity: 'error', place: row.cells.id?.place ?? row.place, found: row.publishedId ?? row.name, expected: `a key that ${cellName(first.cells.id?.place ?? first.place) || 'an earlier row'} ('${first.name}') does not have`, hint })
    return { ...row, duplicateOf: first.number }
  })
  return { rows: marked, issues }
}
