import { cyclesOf } from '../../tree/index.ts'
import { weightSum, sumToOne } from '../../weights.ts'
import type { CoherenceMeasure } from '../facts.ts'
import { finding, type Finding } from '../finding.ts'
import type { View } from '../view.ts'

/** cycles of parents, weights that do not sum to 1, no owner, retired parents, measures defined twice; and names used twice. */
export function structureFaults(view: View): readonly Finding[] {
  const live = view.objectives.filter(({ retired }) => !retired)
  const name = (id: string): string => view.objectiveOf.get(id)?.name ?? id
  const cycles = cyclesOf(view.objectives).map((ids) => finding('X-13', 'hard', ids.map((id) => ({ kind: 'objective', id })), `${ids.map(name).join(' serves ')} serves ${name(ids[0] ?? '')}: a circle.`, { kind: 'cycle' }))
  const ownerless = live.filter(({ owner }) => !owner).map(({ id }) => finding('X-13', 'hard', [{ kind: 'objective', id }], `Nobody owns ${name(id)}.`, { kind: 'owner' }))
  const detached = live.flatMap(({ id, parentId }) =>
    parentId !== null && view.objectiveOf.get(parentId)?.retired === true ? [finding('X-13', 'hard', [{ kind: 'objective', id }, { kind: 'objective', id: parentId }], `${name(id)} serves ${name(parentId)}, which is retired.`, { kind: 'parent' })] : [],
  )
  return [...cycles, ...weightFaults(view), ...ownerless, ...detached, ...twiceDefined(view.measures)]
}

function weightFaults(view: View): readonly Finding[] {
  const weights = Map.groupBy(view.objectives.filter(({ retired }) => !retired), ({ strategyId }) => strategyId)
  return view.strategies.flatMap(({ id, name }) => {
    const own = (weights.get(id) ?? []).map(({ weight }) => weight)
    return own.length === 0 || sumToOne(own) ? [] : [finding('X-13', 'hard', [{ kind: 'strategy', id }], `The weights of ${name} sum to ${weightSum(own)}; expected 1.`, { kind: 'weights' })]
  })
}

function twiceDefined(measures: readonly CoherenceMeasure[]): readonly Finding[] {
  const pairs = (groups: Iterable<readonly CoherenceMeasure[]>) => [...groups].flatMap((group) => group.slice(1).map((other) => [group[0], other] as const))
  const witness = (a: CoherenceMeasure | undefined, b: CoherenceMeasure) => [a?.id ?? '', b.id].map((id) => ({ kind: 'measure' as const, id }))
  const same = pairs(Map.groupBy(measures, ({ identity, keptBy }) => `${keptBy ?? ''} ${identity}`).values()).map(([a, b]) => finding('X-13', 'hard', witness(a, b), `${a?.name ?? ''} and ${b.name} are one measure defined twice.`, { kind: 'measure' }))
  const firsts = [...Map.groupBy(measures, ({ identity }) => identity).values()].flatMap((group) => group.slice(0, 1))
  const named = pairs(Map.groupBy(firsts, (one) => one.name.trim().toLowerCase()).values()).map(([a, b]) => finding('X-13', 'smell', witness(a, b), `Two measures with different definitions go by the name ${b.name}.`, { kind: 'naming' }))
  return [...same, ...named]
}
