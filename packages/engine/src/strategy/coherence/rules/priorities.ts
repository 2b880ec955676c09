import { revealedPriorities } from '../../revealed.ts'
import { rankAgreement } from '../../statistics/index.ts'
import { finding, type Finding } from '../finding.ts'
import type { View } from '../view.ts'

/** Agreement of ranks below which a unit weighs the opposite way of what it serves. */
export const leastAgreement = 0
/** Distance of money from priorities up to which nobody needs to explain it. */
export const mostDistance = 0.2

/** a strategy ranks what it shares with its parent the opposite way, over at least two objectives. */
export function weightIncoherence(view: View): readonly Finding[] {
  const objectives = Map.groupBy(view.objectives.filter(({ retired }) => !retired), ({ strategyId }) => strategyId)
  return view.strategies.flatMap((strategy) => {
    const parent = strategy.parentId === null ? undefined : view.strategyOf.get(strategy.parentId)
    if (parent === undefined) return []
    const own = new Map<string, number>()
    for (const { parentId, weight } of objectives.get(strategy.id) ?? []) if (parentId !== null) own.set(parentId, (own.get(parentId) ?? 0) + weight)
    const pairs = (objectives.get(parent.id) ?? []).flatMap(({ id, weight }): readonly (readonly [number, number])[] => (own.has(id) ? [[own.get(id) ?? 0, weight]] : []))
    const agreement = rankAgreement(pairs)
    if (agreement.status !== 'ok' || agreement.value >= leastAgreement) return []
    return [finding('X-9', 'smell', [{ kind: 'strategy', id: strategy.id }, { kind: 'strategy', id: parent.id }], `${strategy.name} ranks what it shares with ${parent.name} the opposite way: agreement ${agreement.value.toFixed(2)} over ${pairs.length} objectives.`)]
  })
}

/** money to go lies further from the weights than can be left unsaid; mandatory work and waived units left out. */
export function statedAgainstRevealed(view: View): readonly Finding[] {
  const objectives = Map.groupBy(view.objectives.filter(({ retired }) => !retired), ({ strategyId }) => strategyId)
  return view.strategies.flatMap((strategy) => {
    const stated = (objectives.get(strategy.id) ?? []).map(({ id, name, weight }) => ({ id, statement: name, weight }))
    const outlays = view.initiatives
      .filter(({ unitId, standing }) => standing !== 'candidate' && (strategy.unitId === null || unitId === strategy.unitId))
      .map(({ id, unitId, costToGo, contributions, standing }) => ({ initiativeId: id, unitId, amount: costToGo, contributions, mandatory: standing === 'mandatory', waived: unitId !== null && view.waivedUnitIds.has(unitId) }))
    const { distance, shares } = revealedPriorities(stated, outlays, { mandatory: false, waived: false })
    if (distance.metric.status !== 'ok' || distance.metric.value <= mostDistance) return []
    const far = shares[0]
    const most = far ? ` Furthest: ${far.statement} with ${percent(far.stated)} stated and ${percent(far.revealed)} of the money.` : ''
    return [finding('X-12', 'smell', [{ kind: 'strategy', id: strategy.id }], `The money of ${strategy.name} lies ${distance.metric.value.toFixed(2)} from its priorities; up to ${mostDistance} needs no word.${most}`)]
  })
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
