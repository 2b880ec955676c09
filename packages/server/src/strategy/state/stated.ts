import type { AutonomyWaiver, Contradictions, UnitStrategy, UnitWeights, WitnessElement } from '@throughline/contract/strategy'
import type { InitiativeFacts } from '@throughline/engine/demand'
import type { CivilDate } from '@throughline/engine/kernel'
import { waivedUnits, waiverState, type StatedFacts, type StateThing } from '@throughline/engine/strategy'
import { everyMeasure, factsOf, measureRows, type StoredStrategy } from '../store.ts'
import { servedThrough, unitObjectivesOf } from '../tree/unit-objectives.ts'

export type Said = {
  readonly stored: StoredStrategy
  readonly initiatives: readonly InitiativeFacts[]
  readonly register: Contradictions
  /** Strategies of units in which somebody said that the version in force was read. */
  readonly read: ReadonlySet<string>
  readonly unitNames: ReadonlyMap<string, string>
  readonly today: CivilDate
}

/** What the organisation says of itself, from the strategy in force, its register of contradictions and who read it. */
export function statedFacts({ stored, initiatives, register, read, unitNames, today }: Said): StatedFacts {
  const below = stored.inForce.unit_strategies as readonly UnitStrategy[]
  const { strategy } = stored
  return {
    strategy: { thing: { kind: 'strategy', id: strategy.id, name: strategy.name }, vision: strategy.vision, mission: strategy.mission },
    units: below.map(({ id, name, intent }) => ({ thing: { kind: 'unit_strategy', id, name }, intent, hasRead: read.has(id) })),
    objectives: objectivesIn(stored, initiatives), measures: measuresIn(stored),
    contradictions: register.entries.flatMap(({ rule, words, state, witness }) => (state === 'resolved' ? [] : [{ rule, words, state, things: distinct(witness.map((one) => witnessThing(one, below))) }])),
    unchecked: register.unchecked.map(({ rule, needs }) => ({ rule, needs })), leave: leaveIn(stored, unitNames, today),
  }
}

/** Objectives of the organisation and of its units, with what serves them, directly or through units, and what tells how far they are. */
function objectivesIn(stored: StoredStrategy, initiatives: readonly InitiativeFacts[]): StatedFacts['objectives'] {
  const { objectives, contributions } = factsOf(stored)
  const below = unitObjectivesOf(stored.inForce.unit_strategies as readonly UnitStrategy[], objectives)
  const current = new Set(initiatives.flatMap((one) => (one.current ? [one.id] : [])))
  const helping = Map.groupBy(contributions.filter(({ initiativeId, contribution }) => contribution > 0 && current.has(initiativeId)), ({ objectiveId }) => objectiveId)
  const through = servedThrough(below, contributions, (id) => current.has(id))
  const measures = Map.groupBy(measureRows(everyMeasure(stored), stored.measureLinks), ({ objective_id }) => objective_id)
  const told = (id: string): number => measures.get(id)?.length ?? 0
  return [
    ...objectives.map(({ id, statement, owner, deadline }) => ({ thing: { kind: 'objective' as const, id, name: statement }, owner, deadline, initiatives: (helping.get(id)?.length ?? 0) + (through.get(id)?.size ?? 0), measures: told(id) })),
    ...below.map(({ id, statement, owner, deadline, contributions: own }) => ({ thing: { kind: 'unit_objective' as const, id, name: statement }, owner, deadline, initiatives: own.filter(({ initiativeId, contribution }) => contribution > 0 && current.has(initiativeId)).length, measures: told(id) })),
  ]
}

function measuresIn(stored: StoredStrategy): StatedFacts['measures'] {
  const last = new Map(stored.actuals.map(({ measure_id, on_date }) => [measure_id, on_date]))
  return everyMeasure(stored).map(({ id, name, horizon, due_on: dueOn, baseline_on, max_age_days: maxAgeDays }) => ({ thing: { kind: 'measure', id, name }, horizon, dueOn, toldOn: last.get(id) ?? baseline_on, maxAgeDays }))
}

/** An element of a contradiction as what can be opened. What only a rule knows, such as the strategy of a unit that has weights alone, is opened in the register. */
function witnessThing({ kind, id, name, objectiveId, ofUnit }: WitnessElement, below: readonly UnitStrategy[]): StateThing {
  if (kind === 'initiative' || kind === 'measure') return { kind, id, name }
  if (kind === 'target') return { kind: 'measure', id, name }
  if (objectiveId !== null) return { kind: ofUnit ? 'unit_objective' : 'objective', id: objectiveId, name }
  return kind === 'strategy' && below.some((one) => one.id === id) ? { kind: 'unit_strategy', id, name } : { kind: 'contradiction', id, name }
}

const distinct = (things: readonly StateThing[]): readonly StateThing[] => [...new Map(things.map((one) => [`${one.kind} ${one.id}`, one])).values()]

/** Waivers of the version in force. A unit goes its own way where it weighs by itself; one with other leave may. */
function leaveIn({ inForce }: StoredStrategy, unitNames: ReadonlyMap<string, string>, today: CivilDate): StatedFacts['leave'] {
  const waivers = inForce.waivers as readonly AutonomyWaiver[]
  const waived = waivedUnits(waivers, today)
  const alone = new Set([...(inForce.units as readonly UnitWeights[]), ...(inForce.unit_strategies as readonly UnitStrategy[])].flatMap(({ unitId, weights }) => (weights === 'local' && unitId !== null && !waived.has(unitId) ? [unitId] : [])))
  return waivers.map((one) => ({ thing: { kind: 'leave', id: one.id, name: unitNames.get(one.unitId) ?? 'A unit that is gone' }, state: waiverState(one, today), goesOwnWay: alone.has(one.unitId) }))
}

const decided: readonly InitiativeFacts['state'][] = ['approved', 'active', 'on_hold', 'closing']

/** Initiatives whose money shows priorities: decided on, such as may be refused, that serve an objective and have a cost; units with leave left out. */
export function spendingIn(stored: StoredStrategy, initiatives: readonly InitiativeFacts[], today: CivilDate): number {
  const waived = waivedUnits(stored.inForce.waivers as readonly AutonomyWaiver[], today)
  const serving = new Set(stored.contributions.flatMap(({ initiative_id, contribution }) => (Number(contribution) > 0 ? [initiative_id] : [])))
  return initiatives.filter(({ id, current, mandatory, state, unitId, cost }) => current && !mandatory && decided.includes(state) && serving.has(id) && !(unitId !== null && waived.has(unitId)) && cost.status === 'ok' && cost.value.minor > 0n).length
}
