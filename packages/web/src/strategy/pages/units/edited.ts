import type { AutonomyWaiver, UnitObjective, UnitStrategy, VersionUnitStrategy } from '@throughline/contract/strategy'
import { wholeWeights } from '@throughline/engine/strategy'

export type NamedThing = { readonly id: string; readonly name: string }

/** A new strategy, or one objective more in it. Ids are chosen here, so that they stay the same in every version. */
export const newStrategy = (unitId: string | null, name: string): UnitStrategy => ({ id: crypto.randomUUID(), name, intent: '', level: unitId === null ? 'functional' : 'unit', unitId, parentId: null, weights: 'inherited', objectives: [] })
export const newObjective = (serves: string | null): UnitObjective => ({ id: crypto.randomUUID(), statement: '', description: '', weight: 1, owner: null, deadline: null, serves, contributions: [] })
export const newWaiver = (unitId: string, from: string): AutonomyWaiver => ({ id: crypto.randomUUID(), unitId, reason: '', guardrails: '', from, to: '' })

/** A strategy as it is written: what measures its objectives is changed by itself, and stays as the draft has it. */
export const withoutMeasures = (strategy: VersionUnitStrategy): UnitStrategy => ({ ...strategy, objectives: strategy.objectives.map(({ measures: _, ...objective }) => objective) })

/** A strategy as it is sent: shares that sum to 1 to the last digit where it weighs for itself or not, so that a share can be entered as points. */
export function soundStrategy(strategy: UnitStrategy): UnitStrategy {
  const weights = strategy.objectives.map(({ id, weight }) => ({ id, share: weight }))
  const whole = weights.some(({ share }) => share > 0) ? new Map(wholeWeights(weights).map(({ id, units }) => [id, units / 1e8])) : new Map<string, number>()
  return { ...strategy, name: strategy.name.trim(), objectives: strategy.objectives.map((one) => ({ ...one, statement: one.statement.trim(), weight: whole.get(one.id) ?? 0 })) }
}

/** Why a strategy cannot be sent yet. */
export function strategyLacks({ name, level, unitId, objectives }: UnitStrategy): string | undefined {
  if (name.trim() === '') return 'Give it a name.'
  if (level === 'unit' && unitId === null) return 'Say whose it is.'
  return objectives.some(({ statement }) => statement.trim() === '') ? 'Say what each objective wants.' : undefined
}

/** What objectives of a strategy may serve: those of the strategy that it stands below. */
export function servable(parentId: string | null, organisation: readonly { readonly key: string; readonly statement: string }[], all: readonly UnitStrategy[]): readonly { readonly value: string; readonly label: string }[] {
  const above = parentId === null ? organisation.map(({ key, statement }) => ({ value: key, label: statement })) : (all.find(({ id }) => id === parentId)?.objectives ?? []).map(({ id, statement }) => ({ value: id, label: statement }))
  return [{ value: '', label: 'An aim of its own' }, ...above]
}

/** Strategies that another may stand below: never itself or what stands below it. */
export function parentsFor(id: string, all: readonly UnitStrategy[]): readonly UnitStrategy[] {
  const below = new Set([id])
  for (let grew = true; grew; ) {
    const more = all.filter((one) => one.parentId !== null && below.has(one.parentId) && !below.has(one.id))
    for (const one of more) below.add(one.id)
    grew = more.length > 0
  }
  return all.filter((one) => !below.has(one.id))
}
