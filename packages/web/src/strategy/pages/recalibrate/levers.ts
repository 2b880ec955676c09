import type { RecalibrationCase, StrategyVersionDetail } from '@throughline/contract/strategy'
import { largestRemainder } from '@throughline/engine/kernel'
import { prepareRecalibration, type PreparedRecalibration } from '@throughline/engine/portfolio'
import { weightUnits } from '@throughline/engine/strategy'
import type { RecalibrationLevers } from '../../../solver/index.ts'

/** What a person moves before it is saved: weights of the next version in units of 10^-8, and money as a share of what runs. */
export type Levers = { readonly units: Readonly<Record<string, number>>; readonly budgetPercent: number | null; readonly hysteresis: number }

/** What the draft says, as levers. */
export function leversOf(of: RecalibrationCase): Levers {
  const total = of.settings.constraints.find((constraint) => constraint.kind === 'totalBudget')
  const all = runningToGo(of)
  return { units: Object.fromEntries(of.after.objectives.map(({ key, units }) => [key, units])), budgetPercent: total?.kind === 'totalBudget' && all > 0 ? Math.round((total.limit / all) * 1000) / 10 : null, hysteresis: of.settings.hysteresis }
}

/** Cost to go of everything that runs and can be weighed. */
export const runningToGo = ({ initiatives }: RecalibrationCase): number => initiatives.reduce((sum, { standing, costToGo }) => sum + (standing === 'running' && costToGo.status === 'ok' ? costToGo.value : 0), 0)

/** One weight as it is wanted; the others give way in proportion, so that all are 100 % to the last digit. */
export function withWeight(units: Levers['units'], key: string, wanted: number): Levers['units'] {
  const others = Object.keys(units).filter((each) => each !== key)
  const own = Math.max(0, Math.min(weightUnits, Math.round(wanted)))
  if (others.length === 0) return { [key]: weightUnits }
  const shares = others.map((each) => BigInt(units[each] ?? 0))
  const parts = largestRemainder(BigInt(weightUnits - own), shares.every((share) => share === 0n) ? others.map(() => 1n) : shares)
  return { ...Object.fromEntries(others.map((each, at) => [each, Number(parts[at] ?? 0n)])), [key]: own }
}

/** The portfolio as it is computed with: prepared once, however the levers move. */
export const preparedOf = (of: RecalibrationCase): PreparedRecalibration => prepareRecalibration(of)

/** Constraints of the draft with the budget that the lever asks for in place of its own. */
export function constraintsOf(of: RecalibrationCase, { budgetPercent }: Levers): RecalibrationCase['settings']['constraints'] {
  const others = of.settings.constraints.filter(({ kind }) => kind !== 'totalBudget')
  return budgetPercent === null ? others : [...others, { kind: 'totalBudget', limit: Math.round((runningToGo(of) * budgetPercent) / 100) }]
}

/** What is sent to the worker with each move. */
export function solverLevers(of: RecalibrationCase, { input }: PreparedRecalibration, levers: Levers): RecalibrationLevers {
  const budget = constraintsOf(of, levers).filter(({ kind }) => kind === 'totalBudget')
  return {
    after: { ...input.after, objectives: input.after.objectives.map((one) => ({ ...one, units: levers.units[one.key] ?? one.units })) },
    mappings: input.mappings, worth: input.worth, hysteresis: levers.hysteresis, emergency: input.emergency, constraints: [...input.constraints.filter(({ kind }) => kind !== 'totalBudget'), ...budget],
  }
}

/** Whether the levers say anything that the draft does not. */
export function isMoved(of: RecalibrationCase, levers: Levers): boolean {
  const said = leversOf(of)
  return levers.budgetPercent !== said.budgetPercent || levers.hysteresis !== said.hysteresis || Object.entries(levers.units).some(([key, units]) => units !== said.units[key])
}

/** What a person moved and has not saved, with what the draft said when it was moved. */
export type Moved = { readonly versionId: string; readonly from: Levers['units']; readonly settings: RecalibrationCase['settings']; readonly levers: Levers }

export const movedFrom = (of: RecalibrationCase, levers: Levers): Moved => ({ versionId: of.versionId, from: leversOf(of).units, settings: of.settings, levers })

/**
 * The levers over the draft as it stands now: those that were moved stay while the draft still says of weights and settings what it said then,
 * whatever else of it was changed; objectives that came without weight since have none. Else what was moved is `lost`, unless the draft says it by now.
 */
export function leversOver(moved: Moved | undefined, of: RecalibrationCase): { readonly levers: Levers; readonly lost: boolean } {
  const current = leversOf(of)
  if (moved === undefined || moved.versionId !== of.versionId) return { levers: current, lost: false }
  const keys = [...new Set([...Object.keys(moved.from), ...Object.keys(current.units)])]
  const same = (units: Levers['units']): boolean => keys.every((key) => (units[key] ?? 0) === (current.units[key] ?? 0)) && Object.keys(units).every((key) => key in current.units)
  if (same(moved.from) && JSON.stringify(moved.settings) === JSON.stringify(of.settings)) return { levers: { ...moved.levers, units: { ...current.units, ...moved.levers.units } }, lost: false }
  return { levers: current, lost: !(same(moved.levers.units) && moved.levers.hysteresis === current.hysteresis) }
}

/** The case with the weights as they are moved. */
export const withLevers = (of: RecalibrationCase, { units }: Levers): RecalibrationCase => ({ ...of, after: { ...of.after, objectives: of.after.objectives.map((one) => ({ ...one, units: units[one.key] ?? one.units })) } })

/** The levers as an edit of the draft. */
export const editOf = (of: RecalibrationCase, levers: Levers) => ({
  weights: Object.entries(levers.units).map(([key, units]) => ({ key, weight: units / weightUnits })),
  settings: { ...of.settings, hysteresis: levers.hysteresis, constraints: constraintsOf(of, levers) },
})

export type DraftMapping = StrategyVersionDetail['mappings'][number]
