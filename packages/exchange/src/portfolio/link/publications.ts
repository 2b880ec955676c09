import type { CivilDate } from '@throughline/engine/kernel'
import type { Issue } from '../../sheet/index.ts'
import type { DraftRow, PortfolioDraft } from '../draft.ts'
import { matchRows, type KnownProject, type LinkEvidence, type RowMatch } from './match.ts'
import { nameKeys } from './name.ts'

/** One appearance of a project in a publication, with what links it to the earlier ones. */
export type Appearance = {
  /** Position of the publication among the drafts as given. */
  readonly publication: number
  readonly asOf: CivilDate
  readonly number: number
  readonly how: LinkEvidence
}

/** A project across publications. The key is that of its first appearance, so later publications do not change it. */
export type Identity = {
  readonly key: string
  readonly publishedId: string | undefined
  /** Every name, the oldest first. */
  readonly names: readonly string[]
  readonly appearances: readonly Appearance[]
}

export type Linked = { readonly identities: readonly Identity[]; readonly issues: readonly Issue[] }

/** Links the projects of publications, taken in the order of their dates; conflicts are listed and left to a person. */
export function linkPublications(drafts: readonly PortfolioDraft[]): Linked {
  const order = drafts.map((draft, publication) => ({ draft, publication, asOf: draft.asOf ?? '' })).sort((a, b) => a.asOf.localeCompare(b.asOf))
  const identities = new Map<string, Identity>()
  const issues: Issue[] = []
  for (const { draft, publication, asOf } of order) {
    const matches = matchRows(draft.rows, [...identities.values()].map(known))
    draft.rows.forEach((row, at) => {
      const match = matches[at]
      if (match === undefined || row.duplicateOf !== undefined) return
      const before = match.existingKey === undefined ? undefined : identities.get(match.existingKey)
      const key = before?.key ?? newKey(row, identities)
      identities.set(key, extend(before, key, row, { publication, asOf, number: row.number, how: match.how }))
      if (match.conflicts.length > 0) issues.push(conflictIssue(row, match))
    })
  }
  return { identities: [...identities.values()], issues }
}

const known = (identity: Identity): KnownProject => ({ key: identity.key, names: identity.names, ...(identity.publishedId === undefined ? {} : { publishedId: identity.publishedId }) })

function extend(before: Identity | undefined, key: string, row: DraftRow, appearance: Appearance): Identity {
  const names = before?.names ?? []
  return {
    key,
    publishedId: before?.publishedId ?? row.publishedId,
    names: names.includes(row.name) ? names : [...names, row.name],
    appearances: [...(before?.appearances ?? []), appearance],
  }
}

/** The published id, else the name; numbered where that key is taken by a project that the row was not linked to. */
function newKey(row: DraftRow, taken: ReadonlyMap<string, unknown>): string {
  const base = row.publishedId === undefined ? `name:${nameKeys(row.name).own}` : `id:${row.publishedId}`
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}#${number}`)) return `${base}#${number}`
}

function conflictIssue(row: DraftRow, match: RowMatch): Issue {
  const found = `'${row.name}'${row.publishedId ? ` (${row.publishedId})` : ''} also points to ${match.conflicts.join(', ')}`
  const taken = match.existingKey === undefined ? 'It was taken as a new project' : `It was linked to ${match.existingKey}`
  return { code: 'LINK_CONFLICT', severity: 'warning', place: row.place, found, expected: 'evidence for one project', hint: `${taken}; decide whether they are the same` }
}
