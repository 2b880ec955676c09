import type { Definition, MeasureLibrary, ObjectiveMeasures } from '@throughline/contract/strategy'
import { definitionText, proposeMeasures, starterLibrary, type LibraryDefinition, type UsedMeasure } from '@throughline/engine/strategy'
import { objectiveMixes } from '../goals/mixes.ts'
import { everyMeasure, unitOf, type StoredStrategy } from '../store.ts'
import { hashOf } from './hash.ts'
import { placedObjectives, usedMeasures, usesOf } from './placed.ts'
import type { StoredDefinition } from './store.ts'

/** The library with where each definition is used: by measures that are calculated alike, whoever chose them. */
export function presentLibrary(definitions: readonly StoredDefinition[], stored: StoredStrategy): MeasureLibrary {
  const used = Map.groupBy(usedMeasures(stored, placedObjectives(stored)), ({ text }) => (text === undefined ? undefined : hashOf(text)))
  const [inForce, names] = [definitions.filter(({ retired_at }) => retired_at === null), new Set(definitions.map(({ name }) => name.toLowerCase()))]
  const hashes = new Set(definitions.map(({ hash }) => hash))
  return {
    definitions: [...inForce, ...definitions.filter(({ retired_at }) => retired_at !== null)].map((row) => presentDefinition(row, used.get(row.hash) ?? [])),
    starter: starterLibrary.filter((one) => !names.has(one.name.toLowerCase()) && !hashes.has(hashOf(definitionText(one) ?? ''))).length,
  }
}

const presentDefinition = ({ id, content, origin, version, retired_at, retired_by, retired_because }: StoredDefinition, used: readonly UsedMeasure[]): Definition => ({
  id, ...content, origin, version, retired: retired_at === null ? null : { by: retired_by ?? '', at: retired_at, reason: retired_because ?? '' }, usedBy: usesOf(used),
})

/** What measures an objective in force and what may; undefined where there is no such objective. */
export function presentObjectiveMeasures(objectiveId: string, definitions: readonly StoredDefinition[], stored: StoredStrategy): ObjectiveMeasures | undefined {
  const placed = placedObjectives(stored)
  const [goal, mix] = [placed.get(objectiveId), objectiveMixes(stored).find((one) => one.objectiveId === objectiveId)]
  if (!goal || !mix) return undefined
  const links = new Map(stored.measureLinks.filter(({ objective_id }) => objective_id === objectiveId).map((link) => [link.measure_id, link]))
  const library = definitions.filter(({ retired_at }) => retired_at === null).map(({ id, content }): LibraryDefinition => ({ id, ...content, unit: unitOf(content.unit) }))
  const used = usedMeasures(stored, placed)
  return {
    mix, measures: everyMeasure(stored).filter(({ id, objective_id }) => objective_id === objectiveId || links.has(id)).map((row) => {
      const { tellsOf = null } = used.find(({ id }) => id === row.id) ?? {}
      return { id: row.id, name: row.name, tellsOf, leading: row.is_leading, linkId: links.get(row.id)?.id ?? null, linkVersion: links.get(row.id)?.version ?? null }
    }),
    candidates: proposeMeasures({ goal, library, used }).map((one) => ({ ...one, from: { ...one.from }, usedBy: one.usedBy.map((use) => ({ ...use })), reasons: [...one.reasons] })),
  }
}
