import type { SightThing } from '@throughline/contract/strategy'
import type { UnitObjectiveFacts } from '../tree/unit-objectives.ts'
import type { Edge, EdgesOf, Ends } from './source.ts'
import type { Step } from './walk.ts'

/** The steps of a line through objectives of units: from what they serve above, and down to the initiatives that serve them. */
export function unitSteps(below: readonly UnitObjectiveFacts[]): readonly Step[] {
  if (below.length === 0) return []
  const upTo = (kind: 'objective' | 'unit_objective'): readonly Edge[] => below.flatMap(({ id, serves }) => (serves?.kind === kind ? [{ from: serves.id, to: id }] : []))
  const served = below.flatMap(({ id, contributions }) => contributions.filter(({ contribution }) => contribution !== 0).map(({ initiativeId, contribution, rationale }): Edge => ({ from: id, to: initiativeId, strength: contribution, words: rationale })))
  return [
    { from: 'objective', to: 'unit_objective', edges: held(upTo('objective')) },
    { from: 'unit_objective', to: 'unit_objective', edges: held(upTo('unit_objective')) },
    { from: 'unit_objective', to: 'initiative', edges: held(served) },
  ]
}

/** Edges that are known already. */
const held = (edges: readonly Edge[]): EdgesOf => async (_, ends: Ends) => {
  const wanted = new Set('from' in ends ? ends.from : ends.to)
  return edges.filter(({ from, to }) => wanted.has('from' in ends ? from : to))
}

/** An objective of a unit as it stands on a line, told apart by its unit. */
export const unitThing = (unitNames: ReadonlyMap<string, string>) => ({ id, statement, unitId, strategy, deadline }: UnitObjectiveFacts): SightThing =>
  ({ kind: 'unit_objective', id, name: statement, note: unitId === null ? strategy : (unitNames.get(unitId) ?? strategy), on: deadline })
