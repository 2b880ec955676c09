import { waivedUnits, type ObjectiveFacts, type StatedObjective, type Waiver } from '@throughline/engine/strategy'
import type { CivilDate } from '@throughline/engine/kernel'

/** How a unit weighs the objectives: as the organisation does, or by shares of its own, by the key of the objective. */
export type UnitStatement = { readonly unitId: string; readonly weights: 'inherited' | 'local'; readonly shares: readonly { readonly key: string; readonly weight: number }[] }

/** What is stated in the whole organisation and in its units, and which units have leave to go their own way. */
export type Statements = { readonly objectives: readonly ObjectiveFacts[]; readonly perspectives: ReadonlyMap<string, string>; readonly units: readonly UnitStatement[]; readonly waivers: readonly Waiver[] }

/** The weights that hold in the organisation and in each unit that weighs by itself, and the units that have leave on a day. */
export type StatedWeights = { readonly top: readonly StatedObjective[]; readonly own: ReadonlyMap<string, readonly StatedObjective[]>; readonly waived: ReadonlySet<string> }

/** What is stated on a day. An objective that a unit with weights of its own does not name weighs nothing there. */
export function statedWeights({ objectives, units, waivers }: Statements, today: CivilDate): StatedWeights {
  const top = objectives.map(({ id, statement, weight }) => ({ id, statement, weight }))
  const own = units.filter(({ weights }) => weights === 'local').map(({ unitId, shares }) => {
    const weighed = new Map(shares.map(({ key, weight }) => [key, weight]))
    return [unitId, objectives.map(({ id, key, statement }) => ({ id, statement, weight: weighed.get(key) ?? 0 }))] as const
  })
  return { top, own: new Map(own), waived: waivedUnits(waivers, today) }
}
