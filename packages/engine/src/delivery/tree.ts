import { holdsParts, type TaskFacts, type TaskPlace } from './task.ts'
import { compareKeys, compareWbs, wbsAbove } from './wbs.ts'

/** The task above each: the nearest whose WBS code it continues, or the one that it names; null at the top. */
export function parentsOf(places: readonly TaskPlace[]): ReadonlyMap<string, string | null> {
  const byWbs = new Map(places.flatMap(({ id, wbs }) => (wbs === null ? [] : [[wbs, id] as const])))
  const there = new Set(places.map(({ id }) => id))
  const above = ({ wbs, parentId }: TaskPlace): string | null => (wbs === null ? (parentId !== null && there.has(parentId) ? parentId : null) : (wbsAbove(wbs).map((one) => byWbs.get(one)).find((id) => id !== undefined) ?? null))
  return new Map(places.map((place) => [place.id, above(place)]))
}

/** What is wrong with where tasks stand, by the tasks that it is about, the one that stands wrong first. */
export type TreeFault = { readonly code: 'wbs_taken' | 'parent_missing' | 'parent_holds_nothing' | 'round'; readonly ids: readonly [string, ...string[]] }

/** Everything that is wrong with where tasks stand; nothing of a plan that is sound. */
export function treeFaults(places: readonly TaskPlace[]): readonly TreeFault[] {
  const faults: TreeFault[] = []
  const byId = new Map(places.map((place) => [place.id, place]))
  const first = new Map<string, string>()
  for (const { id, wbs, parentId } of places) {
    const other = wbs === null ? undefined : first.get(wbs)
    if (other !== undefined) faults.push({ code: 'wbs_taken', ids: [id, other] })
    else if (wbs !== null) first.set(wbs, id)
    else if (parentId !== null && !byId.has(parentId)) faults.push({ code: 'parent_missing', ids: [id] })
  }
  const parents = parentsOf(places)
  for (const [id, parentId] of parents) {
    const parent = parentId === null ? undefined : byId.get(parentId)
    if (parent && !holdsParts(parent.kind)) faults.push({ code: 'parent_holds_nothing', ids: [id, parent.id] })
  }
  return [...faults, ...roundsOf(parents).map((ids): TreeFault => ({ code: 'round', ids }))]
}

/** Tasks that stand below themselves, each round once. */
function roundsOf(parents: ReadonlyMap<string, string | null>): readonly (readonly [string, ...string[]])[] {
  const settled = new Set<string>()
  const rounds: (readonly [string, ...string[]])[] = []
  for (const start of parents.keys()) {
    const way: string[] = []
    const on = new Map<string, number>()
    let at: string | null = start
    while (at !== null && !settled.has(at) && !on.has(at)) {
      on.set(at, way.length)
      way.push(at)
      at = parents.get(at) ?? null
    }
    const from = at === null ? undefined : on.get(at)
    const [head, ...rest] = from === undefined ? [] : way.slice(from)
    if (head !== undefined) rounds.push([head, ...rest])
    for (const id of way) settled.add(id)
  }
  return rounds
}

/** A task with how deep it stands, 0 at the top. */
export type Placed<T> = { readonly task: T; readonly depth: number; readonly parentId: string | null }

/** Tasks of a sound plan as it is read: each above its parts, by code, then by day, then by key. */
export function inTreeOrder<T extends Pick<TaskFacts, keyof TaskPlace | 'startOn' | 'finishOn'>>(tasks: readonly T[]): readonly Placed<T>[] {
  const parents = parentsOf(tasks)
  const below = Map.groupBy(tasks, ({ id }) => parents.get(id) ?? null)
  const ordered: Placed<T>[] = []
  const open: Placed<T>[] = []
  const push = (parentId: string | null, depth: number): void => void open.push(...(below.get(parentId) ?? []).toSorted((a, b) => compareTasks(b, a)).map((task) => ({ task, depth, parentId })))
  push(null, 0)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    ordered.push(next)
    push(next.task.id, next.depth + 1)
  }
  return ordered
}

function compareTasks(a: Pick<TaskFacts, 'key' | 'wbs' | 'startOn' | 'finishOn'>, b: typeof a): number {
  if (a.wbs !== null || b.wbs !== null) return a.wbs === null ? 1 : b.wbs === null ? -1 : compareWbs(a.wbs, b.wbs)
  const [left, right] = [a.startOn ?? a.finishOn ?? '9999', b.startOn ?? b.finishOn ?? '9999']
  return left < right ? -1 : left > right ? 1 : compareKeys(a.key, b.key)
}
