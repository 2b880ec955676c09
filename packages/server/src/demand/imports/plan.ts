import { matchRows, type DraftRow, type LinkEvidence, type PortfolioDraft } from '@throughline/exchange/portfolio'
import type { Issue } from '@throughline/exchange/sheet'
import type { LinkedBy } from '@throughline/engine/demand'
import type { KnownNames } from '../store/publications.ts'

/** What applying an import does with one of its rows. */
export type PlannedRow = {
  readonly row: DraftRow
  /** The initiative that the row continues; null where it is new or refused. */
  readonly initiativeId: string | null
  readonly linkedBy: LinkedBy | 'refused'
}
export type Plan = { readonly rows: readonly PlannedRow[]; readonly issues: readonly Issue[] }

/** Decides for every row whether it continues a known initiative, begins a new one, or repeats an earlier row and is refused. */
export function planRows(draft: PortfolioDraft, known: readonly KnownNames[]): Plan {
  const names = new Map(known.map((one) => [one.id, one.names.at(-1) ?? '']))
  // A file that we exported gives our own keys as ids; elsewhere a key of ours says nothing about a publisher's id.
  const given = new Set(draft.rows.flatMap(({ publishedId }) => publishedId?.toUpperCase() ?? []))
  const matches = matchRows(draft.rows, known.map(({ id, key, publishedId, names: all }) => {
    const identifier = given.has(key.toUpperCase()) ? key : publishedId
    return { key: id, names: all, ...(identifier === null ? {} : { publishedId: identifier }) }
  }))
  const rows = draft.rows.map((row, at): PlannedRow => {
    const match = matches[at]
    if (row.duplicateOf !== undefined || !match) return { row, initiativeId: null, linkedBy: 'refused' }
    return { row, initiativeId: match.existingKey ?? null, linkedBy: linkedBy[match.how] }
  })
  const issues = draft.rows.flatMap((row, at): readonly Issue[] => {
    const conflicts = matches[at]?.conflicts ?? []
    if (conflicts.length === 0 || row.duplicateOf !== undefined) return []
    return [{
      code: 'LINK_CONFLICT', severity: 'warning', place: row.place, found: `'${row.name}' may also be ${conflicts.map((id) => `'${names.get(id) ?? id}'`).join(', ')}`, expected: 'evidence for one initiative',
      hint: matches[at]?.existingKey === undefined ? 'It is taken as a new initiative' : 'It is linked by its id',
    }]
  })
  return { rows, issues }
}

const linkedBy: Readonly<Record<LinkEvidence, LinkedBy>> = { same_id: 'id', same_name: 'name', former_name: 'former_name', new: 'new' }
