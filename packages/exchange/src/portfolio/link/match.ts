import type { DraftRow } from '../draft.ts'
import { likeness, nameKeys } from './name.ts'

/** A project that is known already: its key here, the publisher's id, every name it has had. */
export type KnownProject = { readonly key: string; readonly publishedId?: string; readonly names: readonly string[] }

/** Why a row is taken for a known project; `new` where nothing says that it is one. */
export type LinkEvidence = 'same_id' | 'same_name' | 'former_name' | 'new'

export type RowMatch = {
  /** `number` of the row in its draft. */
  readonly number: number
  readonly how: LinkEvidence
  /** Undefined for `new`. */
  readonly existingKey: string | undefined
  /** Keys to which some evidence points, and which were not chosen because other evidence contradicts it: for a person to decide. */
  readonly conflicts: readonly string[]
  /** Keys of unclaimed projects with a similar name: suggestions for a new row, never links. */
  readonly similar: readonly string[]
}

/** Names at least this alike (share of words) are suggested. */
export const suggestionLikeness = 0.75

/** At most this many are suggested, the most alike first. */
export const mostSuggestions = 5

/** A word in more names than this tells nothing. */
const commonWord = 100

type Row = Pick<DraftRow, 'number' | 'name' | 'publishedId' | 'duplicateOf'>

/**
 * Finds for each row of a publication the known project that it continues. The id decides; without one the name, then a
 * former name that either mentions. A project is claimed once in a publication, and never by a name against its id:
 * what is contradicted or ambiguous becomes a new project with its conflicts listed, not a guess.
 */
export function matchRows(rows: readonly Row[], existing: readonly KnownProject[]): readonly RowMatch[] {
  const index = indexOf(existing)
  const namesOf = namesOnce()
  const claimed = new Set<string>()
  const found = new Map<number, Omit<RowMatch, 'number' | 'similar'>>()
  for (const how of ['same_id', 'same_name', 'former_name'] as const) {
    for (const row of rows) {
      if (row.duplicateOf !== undefined || found.get(row.number)?.existingKey !== undefined) continue
      const outcome = decide(row, how, candidates(row, how, index, namesOf), claimed, found.get(row.number)?.conflicts ?? [])
      if (outcome.existingKey !== undefined) claimed.add(outcome.existingKey)
      found.set(row.number, outcome)
    }
  }
  return rows.map((row) => {
    const match = found.get(row.number) ?? { how: 'new', existingKey: undefined, conflicts: [] }
    const conflicts = match.how === 'same_id' ? otherByName(namesOf(row), match.existingKey, index, claimed) : match.conflicts
    const similar = match.existingKey === undefined ? similarKeys(row, namesOf(row), index).filter((key) => !claimed.has(key) && !conflicts.includes(key)) : []
    return { ...match, number: row.number, conflicts, similar: similar.slice(0, mostSuggestions) }
  })
}

type Names = ReturnType<typeof nameKeys>

/** The keys of each row’s name, worked out once and only where they are asked for. */
function namesOnce(): (row: Row) => Names {
  const known = new Map<string, Names>()
  return ({ name }) => {
    const found = known.get(name) ?? nameKeys(name)
    known.set(name, found)
    return found
  }
}

type Indexed = { readonly key: string; readonly publishedId: string | undefined; readonly own: ReadonlySet<string>; readonly former: ReadonlySet<string> }
type Index = { readonly byId: ReadonlyMap<string, readonly Indexed[]>; readonly byName: ReadonlyMap<string, readonly Indexed[]>; readonly byFormer: ReadonlyMap<string, readonly Indexed[]>; /** Asked for only where a row is new. */ readonly byWord: () => ReadonlyMap<string, readonly Indexed[]> }

function indexOf(existing: readonly KnownProject[]): Index {
  const all = existing.map((project): Indexed => {
    const names = project.names.map(nameKeys)
    return { key: project.key, publishedId: project.publishedId?.toUpperCase(), own: new Set(names.map((name) => name.own)), former: new Set(names.flatMap((name) => name.former)) }
  })
  let byWord: ReadonlyMap<string, readonly Indexed[]> | undefined
  return {
    byId: groupBy(all, (project) => (project.publishedId === undefined ? [] : [project.publishedId])),
    byName: groupBy(all, (project) => project.own),
    byFormer: groupBy(all, (project) => project.former),
    byWord: () => (byWord ??= groupBy(all, (project) => new Set([...project.own].flatMap((key) => key.split(' '))))),
  }
}

function groupBy(all: readonly Indexed[], keysOf: (project: Indexed) => Iterable<string>): ReadonlyMap<string, readonly Indexed[]> {
  const groups = new Map<string, Indexed[]>()
  for (const project of all) {
    for (const key of keysOf(project)) {
      const group = groups.get(key)
      if (group) group.push(project)
      else groups.set(key, [project])
    }
  }
  return groups
}

function candidates(row: Row, how: Exclude<LinkEvidence, 'new'>, index: Index, namesOf: (row: Row) => Names): readonly Indexed[] {
  switch (how) {
    case 'same_id':
      return row.publishedId === undefined ? [] : (index.byId.get(row.publishedId.toUpperCase()) ?? [])
    case 'same_name':
      return index.byName.get(namesOf(row).own) ?? []
    case 'former_name': {
      const { own, former } = namesOf(row)
      return [...new Set([...former.flatMap((key) => index.byName.get(key) ?? []), ...(index.byFormer.get(own) ?? [])])]
    }
  }
}

function decide(row: Row, how: Exclude<LinkEvidence, 'new'>, found: readonly Indexed[], claimed: ReadonlySet<string>, earlier: readonly string[]): Omit<RowMatch, 'number' | 'similar'> {
  const free = found.filter((project) => !claimed.has(project.key) && (how === 'same_id' || !hasOtherId(row, project)))
  const [only] = free
  if (only && free.length === 1) return { how, existingKey: only.key, conflicts: earlier }
  const conflicts = [...new Set([...earlier, ...found.map((project) => project.key)])]
  return { how: 'new', existingKey: undefined, conflicts }
}

const hasOtherId = (row: Row, project: Indexed): boolean => row.publishedId !== undefined && project.publishedId !== undefined && row.publishedId.toUpperCase() !== project.publishedId

/** Projects that the name points to although the id points elsewhere, unless another row of the publication claims them. */
function otherByName(names: Names, key: string | undefined, index: Index, claimed: ReadonlySet<string>): readonly string[] {
  const own = index.byName.get(names.own) ?? []
  return own.some((project) => project.key === key) ? [] : own.filter((project) => !claimed.has(project.key)).map((project) => project.key)
}

/** Keys of projects whose name shares most words with the row's, the most alike first; only projects that share a telling word are looked at. */
function similarKeys(row: Row, { own }: Names, index: Index): readonly string[] {
  const words = index.byWord()
  const telling = own.split(' ').map((word) => words.get(word) ?? []).filter((projects) => projects.length <= commonWord)
  const near = new Set(telling.flat())
  return [...near]
    .filter((project) => !hasOtherId(row, project))
    .map((project) => ({ key: project.key, alike: Math.max(...[...project.own].map((key) => likeness(own, key))) }))
    .filter((candidate) => candidate.alike >= suggestionLikeness)
    .sort((a, b) => b.alike - a.alike || a.key.localeCompare(b.key))
    .map((candidate) => candidate.key)
}
