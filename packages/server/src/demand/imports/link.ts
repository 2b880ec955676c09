import { matchRows, type KnownProject, type LinkEvidence } from '@throughline/exchange/portfolio'
import type { LinkedBy } from '@throughline/engine/demand'

/** What links a row of a publication to an initiative: the publisher's id and every name it has had. */
export type KnownNames = { readonly id: string; readonly key: string; readonly publishedId: string | null; readonly names: readonly string[] }
/** What a row is linked by. */
export type LinkRow = { readonly number: number; readonly name: string; readonly publishedId: string | null; readonly duplicateOf: number | null; readonly asOf: string | null }
/** What a row continues: an initiative that is known, or the one that the row `begins` of this import begins. */
export type LinkedRow = { readonly number: number; readonly asOf: string | null; readonly begins: number; readonly initiativeId: string | null; readonly linkedBy: LinkedBy | 'refused'; readonly conflicts: readonly string[] }

/**
 * Decides for every row whether it continues a known initiative, begins a new one, or repeats an earlier row and is refused.
 * Positions go oldest first: what one begins, the next continues. `rows` are in that order.
 */
export function linkRows(rows: readonly LinkRow[], known: readonly KnownNames[]): readonly LinkedRow[] {
  // A file that we exported gives our own keys as ids; elsewhere a key of ours says nothing about a publisher's id.
  const given = new Set(rows.flatMap(({ publishedId }) => publishedId?.toUpperCase() ?? []))
  const projects = new Map(known.map(({ id, key, publishedId, names }): readonly [string, KnownProject] => {
    const identifier = given.has(key.toUpperCase()) ? key : publishedId
    return [id, { key: id, names, ...(identifier === null ? {} : { publishedId: identifier }) }]
  }))
  const firsts = new Map<string, number>()
  const several = new Set(rows.map(({ asOf }) => asOf)).size > 1
  return [...Map.groupBy(rows, ({ asOf }) => asOf ?? '').values()].flatMap((position) => {
    const asked = position.map(({ number, name, publishedId, duplicateOf }) => ({ number, name, ...(publishedId === null ? {} : { publishedId }), ...(duplicateOf === null ? {} : { duplicateOf }) }))
    const matches = matchRows(asked, [...projects.values()])
    return position.map((row, at): LinkedRow => {
      const match = matches[at]
      if (row.duplicateOf !== null || !match) return { number: row.number, asOf: row.asOf, begins: row.number, initiativeId: null, linkedBy: 'refused', conflicts: [] }
      const key = match.existingKey ?? `row ${row.number}`
      const begins = firsts.get(key) ?? row.number
      firsts.set(key, begins)
      if (several) projects.set(key, grown(projects.get(key), key, row))
      return { number: row.number, asOf: row.asOf, begins, initiativeId: key.startsWith('row ') ? null : key, linkedBy: linkedBy[match.how], conflicts: match.conflicts.filter((id) => !id.startsWith('row ')) }
    })
  })
}

/** A project with one more name; its id is the first that it was given. */
function grown(before: KnownProject | undefined, key: string, { name, publishedId }: LinkRow): KnownProject {
  const names = before?.names ?? []
  const identifier = before?.publishedId ?? publishedId
  return { key, names: names.includes(name) ? names : [...names, name], ...(identifier === null || identifier === undefined ? {} : { publishedId: identifier }) }
}

const linkedBy: Readonly<Record<LinkEvidence, LinkedBy>> = { same_id: 'id', same_name: 'name', former_name: 'former_name', new: 'new' }
