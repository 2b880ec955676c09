import type { LinkRow } from './link.ts'
import type { StagedRow } from './staged.ts'
import type { UnitPath } from './units.ts'

/** What is asked of all rows of a file before any is looked at, column by column in their order: what links each, the fingerprint of what it says, and the units that they name. */
export type RowIndex = {
  readonly names: readonly string[]
  readonly publishedIds: readonly (string | null)[]
  readonly duplicatesOf: readonly (number | null)[]
  readonly asOf: readonly (string | null)[]
  readonly hashes: readonly string[]
  readonly units: readonly UnitPath[]
}

/** Makes the index of rows that come one after the other. */
export function indexOfRows(): { readonly add: (row: StagedRow) => void; readonly index: () => RowIndex } {
  const [names, publishedIds, duplicatesOf, asOf, hashes]: [string[], (string | null)[], (number | null)[], (string | null)[], string[]] = [[], [], [], [], []]
  const units = new Map<string, { path: readonly string[]; code: string | null; rows: number }>()
  return {
    add: (row) => {
      names.push(row.name)
      publishedIds.push(row.published_id)
      duplicatesOf.push(row.duplicate_of)
      asOf.push(row.as_of)
      hashes.push(row.content_hash)
      if (row.duplicate_of !== null || row.units.length === 0) return
      const key = JSON.stringify(row.units)
      const path = units.get(key) ?? { path: row.units, code: null, rows: 0 }
      const { unit_code: code } = row
      units.set(key, { ...path, code: code !== null && (path.code === null || code < path.code) ? code : path.code, rows: path.rows + 1 })
    },
    index: () => ({ names, publishedIds, duplicatesOf, asOf, hashes, units: [...units.values()] }),
  }
}

/** What links rows, positions oldest first, within one in the order of the file. */
export function linkRowsOf({ names, publishedIds, duplicatesOf, asOf }: RowIndex): readonly LinkRow[] {
  const rows = names.map((name, at): LinkRow => ({ number: at + 1, name, publishedId: publishedIds[at] ?? null, duplicateOf: duplicatesOf[at] ?? null, asOf: asOf[at] ?? null }))
  return new Set(asOf).size > 1 ? rows.toSorted((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? -1 : (a.asOf ?? '') > (b.asOf ?? '') ? 1 : a.number - b.number)) : rows
}
