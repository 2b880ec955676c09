import type { MyWork, OwnThing, SightRef, SightThing } from '@throughline/contract/strategy'
import type { Owned } from './owned.ts'
import { keyOf } from './reach.ts'

type Facts = {
  readonly name: string; readonly all: readonly Owned[]; /** Those of all that were followed. */ readonly own: readonly Owned[]
  readonly up: ReadonlyMap<string, readonly SightRef[]>; readonly down: ReadonlyMap<string, readonly SightRef[]>; readonly things: ReadonlyMap<string, SightThing>
}

/** By day, and of one day the one that was written last. */
const newestFirst = (a: SightThing, b: SightThing): number => ((a.on ?? '') === (b.on ?? '') ? (a.id < b.id ? 1 : -1) : (a.on ?? '') < (b.on ?? '') ? 1 : -1)

/** Somebody’s work as it travels: what is not there any more is on no line. */
export function presentMyWork({ name, all, own, up, down, things }: Facts): MyWork {
  const shown = own.flatMap(({ kind, id, ties }): readonly OwnThing[] => {
    const [key, thing] = [keyOf({ kind, id }), things.get(keyOf({ kind, id }))]
    if (!thing) return []
    const records = (down.get(key) ?? []).flatMap((ref) => things.get(keyOf(ref)) ?? []).toSorted(newestFirst)
    return [{ ...thing, ties: [...ties], objectiveIds: (up.get(key) ?? []).filter((ref) => things.has(keyOf(ref))).map((ref) => ref.id), records: records.length, newest: records[0] ?? null }]
  })
  const leading = Map.groupBy(shown.flatMap((one) => one.objectiveIds.map((objectiveId) => ({ objectiveId, id: one.id }))), ({ objectiveId }) => objectiveId)
  const objectives = [...things.values()].filter(({ kind, id }) => (kind === 'objective' || kind === 'unit_objective') && leading.has(id)).map((thing) => ({ ...thing, ownIds: (leading.get(thing.id) ?? []).map(({ id }) => id) }))
  return {
    name, things: shown, omitted: all.length - own.length,
    objectives: objectives.toSorted((a, b) => b.ownIds.length - a.ownIds.length || (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1)),
    counts: [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, of]) => ({ kind, count: of.length })),
  }
}
