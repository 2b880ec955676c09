import type { MapUnitObjective, StrategyMap } from '@throughline/contract/strategy'
import { mapWords } from './words.ts'

/** Objectives of units that are drawn unless somebody asks for more. */
export const mostDrawn = 60

/** The band of what serves nothing of the organisation; it stands last. */
const besideId = 'beside'

/** What an objective of a unit serves directly, as a link of the map. */
export const servingLinks = (below: readonly MapUnitObjective[]): readonly { readonly id: string; readonly from: string; readonly to: string }[] => below.flatMap(({ id, serves }) => (serves === null ? [] : [{ id: `serves ${id}`, from: id, to: serves }]))

/** What people said belongs together of objectives of units that are drawn, as links of the map. */
export const commonEdges = (map: Pick<StrategyMap, 'commonLinks'>, drawn: ReadonlySet<string>): readonly { readonly id: string; readonly from: string; readonly to: string }[] =>
  map.commonLinks.flatMap(({ id, from, to }) => (drawn.has(from.id) && drawn.has(to.id) ? [{ id: `common ${id}`, from: from.id, to: to.id }] : []))

/** The map with objectives of units in the bands of what they serve in the end, and a band for those beside the strategy, as it is laid out. */
export function drawnMap(map: StrategyMap, below: readonly MapUnitObjective[]) {
  const last = Math.max(0, ...map.perspectives.map(({ order }) => order)) + 1
  return {
    perspectives: [...map.perspectives, ...(below.some(({ perspectiveId }) => perspectiveId === null) ? [{ id: besideId, name: mapWords.beside, order: last, version: 0 }] : [])],
    objectives: [...map.objectives, ...below.map(({ id, perspectiveId }) => ({ id, perspectiveId: perspectiveId ?? besideId }))],
    links: [...map.links, ...servingLinks(below), ...commonEdges(map, new Set(below.map(({ id }) => id)))],
  }
}

/** How many initiatives serve an objective, those that do so through objectives of units alone included. */
export function servingCounts({ objectives, throughUnits }: Pick<StrategyMap, 'objectives' | 'throughUnits'>): ReadonlyMap<string, number> {
  const through = new Map(throughUnits.map(({ objectiveId, initiatives }) => [objectiveId, initiatives]))
  return new Map(objectives.map(({ id, initiatives }) => [id, initiatives + (through.get(id) ?? 0)]))
}
