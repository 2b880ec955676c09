import type { CoherenceFacts, CoherenceInitiative, CoherenceMeasure, CoherenceObjective, CoherenceStrategy, Target } from './facts.ts'

/** The facts with what every rule looks up, found once. */
export type View = CoherenceFacts & {
  readonly strategyOf: ReadonlyMap<string, CoherenceStrategy>
  readonly objectiveOf: ReadonlyMap<string, CoherenceObjective>
  readonly measureOf: ReadonlyMap<string, CoherenceMeasure>
  readonly initiativeOf: ReadonlyMap<string, CoherenceInitiative>
  /** Targets of objectives in force whose measure is known, by the identity of the measure. */
  readonly targetsBy: ReadonlyMap<string, readonly Target[]>
  /** Whether one scope lies within the other. */
  readonly related: (a: string | null, b: string | null) => boolean
}

/** Builds the look-ups of a set of facts. */
export function viewOf(facts: CoherenceFacts): View {
  const objectiveOf = new Map(facts.objectives.map((one) => [one.id, one]))
  const measureOf = new Map(facts.measures.map((one) => [one.id, one]))
  const live = facts.targets.filter(({ objectiveId, measureId }) => objectiveOf.get(objectiveId)?.retired === false && measureOf.has(measureId))
  const above = new Map(facts.units.map(({ id, parentId }) => [id, parentId]))
  const within = (unit: string | null, other: string | null): boolean => {
    if (other === null) return true
    const seen = new Set<string>()
    for (let at = unit; at !== null && !seen.has(at); at = above.get(at) ?? null) {
      if (at === other) return true
      seen.add(at)
    }
    return false
  }
  return {
    ...facts,
    strategyOf: new Map(facts.strategies.map((one) => [one.id, one])),
    objectiveOf,
    measureOf,
    initiativeOf: new Map(facts.initiatives.map((one) => [one.id, one])),
    targetsBy: Map.groupBy(live, ({ measureId }) => measureOf.get(measureId)?.identity ?? ''),
    related: (a, b) => within(a, b) || within(b, a),
  }
}

/** A target as words: `Service level at least 99 of Happy customers`. */
export function targetInWords(view: View, { measureId, objectiveId, low, high }: Target): string {
  const bounds = [low === null ? '' : `at least ${low}`, high === null ? '' : `at most ${high}`].filter(Boolean).join(' and ')
  return `${view.measureOf.get(measureId)?.name ?? measureId} ${bounds} (${view.objectiveOf.get(objectiveId)?.name ?? objectiveId})`
}

/** What a target wants of its measure: up, down, or to stay. */
export const desired = ({ direction }: { readonly direction: 'higher' | 'lower' | 'hold' }): 1 | -1 | 0 => (direction === 'higher' ? 1 : direction === 'lower' ? -1 : 0)
