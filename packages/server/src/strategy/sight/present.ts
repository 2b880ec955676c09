import type { Sight, SightKind, SightLink, SightThing } from '@throughline/contract/strategy'
import type { Found, Reached } from './walk.ts'

/** Things listed in a column. */
export const mostThings = 200

const columnOf: Readonly<Record<SightKind, Sight['columns'][number]['column']>> = { objective: 'objectives', unit_objective: 'unit_objectives', initiative: 'initiatives', task: 'tasks', change: 'changes', benefit: 'benefits', measure: 'measures', entry: 'evidence', amount: 'evidence' }
const columns = ['objectives', 'unit_objectives', 'initiatives', 'tasks', 'changes', 'benefits', 'measures', 'evidence'] as const

/** Columns that are shown only where anything stands in them. */
const optional: ReadonlySet<string> = new Set(['unit_objectives', 'tasks', 'changes'])

const keyOf = (kind: SightKind, id: string): string => `${kind} ${id}`

/** A line of sight as it travels: what was found by column, the strongest first; what is not there any more is on no line. `totals`: how many there are where not all were looked for. */
export function presentSight({ links }: Reached, things: readonly SightThing[], subject: SightThing, totals: { readonly tasks?: number } = {}): Omit<Sight, 'commonLinks'> {
  const strength = strongest(links)
  const listed = columns.filter((column) => !optional.has(column) || things.some(({ kind }) => columnOf[kind] === column)).map((column) => {
    const own = things.filter(({ kind }) => columnOf[kind] === column).toSorted((a, b) => order(a, b, strength))
    // The thing that was asked for is listed, however many there are.
    const shown = own.slice(0, mostThings)
    const first = own.some(({ kind, id }) => kind === subject.kind && id === subject.id) && !shown.some(({ kind, id }) => kind === subject.kind && id === subject.id) ? [subject, ...shown.slice(0, -1)] : shown
    return { column, things: first, omitted: (column === 'tasks' ? Math.max(totals.tasks ?? 0, own.length) : own.length) - first.length }
  })
  const there = new Set(listed.flatMap((column) => column.things.map(({ kind, id }) => keyOf(kind, id))))
  return { subject, columns: listed, links: links.filter(({ fromKind, from, toKind, to }) => there.has(keyOf(fromKind, from)) && there.has(keyOf(toKind, to))).map(linkOf) }
}

const linkOf = ({ fromKind, from, toKind, to, strength, words }: Found): SightLink => ({ from: { kind: fromKind, id: from }, to: { kind: toKind, id: to }, strength: strength ?? null, words: words ?? '' })

function strongest(links: readonly Found[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { fromKind, from, toKind, to, strength = 0 } of links) for (const key of [keyOf(fromKind, from), keyOf(toKind, to)]) found.set(key, Math.max(found.get(key) ?? 0, Math.abs(strength)))
  return found
}

/** Evidence with the newest first, everything else by how strongly it serves, then by name. */
function order(a: SightThing, b: SightThing, strength: ReadonlyMap<string, number>): number {
  if (columnOf[a.kind] === 'evidence') return (a.on ?? '') === (b.on ?? '') ? (a.id < b.id ? 1 : -1) : (a.on ?? '') < (b.on ?? '') ? 1 : -1
  return (strength.get(keyOf(b.kind, b.id)) ?? 0) - (strength.get(keyOf(a.kind, a.id)) ?? 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)
}
