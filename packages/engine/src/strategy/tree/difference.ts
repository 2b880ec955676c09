import type { CivilDate } from '../../kernel/index.ts'
import { measureChanges, type MeasureChange, type VersionMeasure } from '../versions/index.ts'

/** An objective of a strategy below the top, as two versions are compared. */
export type ComparedTreeObjective = { readonly id: string; readonly statement: string; readonly weight: number; readonly owner: string | null; readonly deadline: CivilDate | null; readonly serves: string | null; readonly contributions: readonly { readonly initiativeId: string; readonly contribution: number }[]; readonly measures: readonly VersionMeasure[] }
export type ComparedTreeStrategy = { readonly id: string; readonly name: string; readonly parentId: string | null; readonly unitId: string | null; readonly level: string; readonly weights: string; readonly objectives: readonly ComparedTreeObjective[] }

/** What differs of one objective; `measures` has the changes among its measures, where it is in both versions. */
export type TreeObjectiveChange = { readonly id: string; readonly statement: string; readonly measures: readonly MeasureChange[]; readonly kinds: readonly ('added' | 'retired' | 'reworded' | 'reweighted' | 'parent_changed' | 'owner_changed' | 'deadline_moved' | 'contributions_changed' | 'measures_changed')[] }
/** What differs of one strategy below the top; `replaced` is another name, unit, parent or way of weighing. */
export type TreeChange = { readonly id: string; readonly name: string; readonly kind: 'added' | 'removed' | 'replaced' | 'kept'; readonly objectives: readonly TreeObjectiveChange[] }

/** The typed changes between the strategies below the top of two versions, by id; strategies that stayed as they were are left out. */
export function treeDifference(before: readonly ComparedTreeStrategy[], after: readonly ComparedTreeStrategy[]): readonly TreeChange[] {
  const [was, is] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))]
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id): readonly TreeChange[] => {
    const [from, to] = [was.get(id), is.get(id)]
    const objectives = objectiveChanges(from?.objectives ?? [], to?.objectives ?? [])
    if (from === undefined || to === undefined) return [{ id, name: (to ?? from)?.name ?? id, kind: from === undefined ? 'added' : 'removed', objectives }]
    const kind = from.name === to.name && from.parentId === to.parentId && from.unitId === to.unitId && from.level === to.level && from.weights === to.weights ? 'kept' : 'replaced'
    return kind === 'kept' && objectives.length === 0 ? [] : [{ id, name: to.name, kind, objectives }]
  })
}

function objectiveChanges(before: readonly ComparedTreeObjective[], after: readonly ComparedTreeObjective[]): readonly TreeObjectiveChange[] {
  const [was, is] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))]
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id): readonly TreeObjectiveChange[] => {
    const [from, to] = [was.get(id), is.get(id)]
    if (from === undefined || to === undefined) return [{ id, statement: (to ?? from)?.statement ?? id, measures: [], kinds: [from === undefined ? 'added' : 'retired'] }]
    const measures = measureChanges(from.measures, to.measures)
    const kinds = [...kindsOf(from, to), ...(measures.length === 0 ? [] : ['measures_changed' as const])]
    return kinds.length === 0 ? [] : [{ id, statement: to.statement, measures, kinds }]
  })
}

function kindsOf(from: ComparedTreeObjective, to: ComparedTreeObjective): TreeObjectiveChange['kinds'] {
  const told = ({ contributions }: ComparedTreeObjective): string => contributions.map(({ initiativeId, contribution }) => `${initiativeId} ${contribution}`).sort().join('\n')
  return [
    ...(from.statement === to.statement ? [] : ['reworded' as const]), ...(from.weight === to.weight ? [] : ['reweighted' as const]), ...(from.serves === to.serves ? [] : ['parent_changed' as const]),
    ...(from.owner === to.owner ? [] : ['owner_changed' as const]), ...(from.deadline === to.deadline ? [] : ['deadline_moved' as const]), ...(told(from) === told(to) ? [] : ['contributions_changed' as const]),
  ]
}
