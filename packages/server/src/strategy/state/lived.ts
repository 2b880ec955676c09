import type { DecisionItem } from '@throughline/contract/governance'
import type { UnitStrategy } from '@throughline/contract/strategy'
import type { CivilDate } from '@throughline/engine/kernel'
import { answerWithinDays, diverges, signalStanding, statementStanding, type LivedFacts, type StateThing } from '@throughline/engine/strategy'
import type { StoredCitation } from '../decisions/store.ts'
import type { StoredSignal } from '../exchange/store.ts'
import { statementFacts } from '../values/present.ts'
import type { StoredStatement, StoredTag, StoredValue } from '../values/store.ts'

export type Lived = {
  readonly values: readonly StoredValue[]
  readonly statements: readonly StoredStatement[]
  readonly tags: readonly StoredTag[]
  readonly decisions: readonly DecisionItem[]
  readonly citations: readonly StoredCitation[]
  readonly signals: readonly StoredSignal[]
  /** Strategies of units in force: only they can state values of theirs. */
  readonly units: readonly UnitStrategy[]
  readonly today: CivilDate
}

/** How the organisation behaves: values with the decisions that named them, what units say of theirs, and how they are answered. */
export function livedFacts({ values, statements, tags, decisions, citations, signals, units, today }: Lived): LivedFacts {
  const inForce = values.filter(({ retired_at }) => retired_at === null)
  const standing = new Set(inForce.map(({ id }) => id))
  const here = new Set(units.map(({ id }) => id))
  const heard = statements.filter(({ unit_id }) => here.has(unit_id))
  const decision = new Map(decisions.map(({ id, question }) => [id, { kind: 'decision', id, name: question } satisfies StateThing]))
  const tagged = (of: (tag: StoredTag) => boolean): readonly StateThing[] => [...new Map(tags.filter(of).flatMap(({ decision_id: id }) => (decision.has(id) ? [[id, decision.get(id)]] : []) as readonly (readonly [string, StateThing])[])).values()]
  const cited = new Set(citations.map(({ decision_id }) => decision_id))
  return {
    values: inForce.map(({ id, name, behaviours }) => ({ thing: { kind: 'value', id, name }, behaviours: behaviours.length, takenUp: heard.some(({ mapping, value_id }) => mapping === 'value' && value_id === id), served: tagged(({ served_id }) => served_id === id), against: tagged(({ against_id }) => against_id === id) })),
    statements: heard.map((row) => ({ thing: { kind: 'statement', id: row.id, name: row.words }, diverges: diverges(statementStanding(statementFacts(row), standing)) })),
    signals: { withinDays: answerWithinDays, all: signals.map(({ id, words, unit_id: unitId, due_on: dueOn, answer }) => ({ thing: { kind: 'signal', id, name: words }, standing: signalStanding({ unitId, dueOn, answered: answer !== null }, today) })) },
    decisions: decisions.map(({ id, question }) => ({ thing: { kind: 'decision', id, name: question }, cites: cited.has(id) })),
  }
}
