import type { CommonFinding, CommonLink, UnitStrategy } from '@throughline/contract/strategy'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { commonLinks, identityText, type LinkableObjective } from '@throughline/engine/strategy'
import { unitOf, type StoredStrategy } from '../store.ts'
import type { StoredCommonLink } from './store.ts'

/** Objectives of units in force by their id, with the strategy that each belongs to. */
export type Ends = ReadonlyMap<string, { readonly statement: string; readonly strategy: string; readonly strategyId: string }>

export const endsOf = (strategies: readonly UnitStrategy[]): Ends => new Map(strategies.flatMap(({ id: strategyId, name: strategy, objectives }) => objectives.map(({ id, statement }) => [id, { statement, strategy, strategyId }] as const)))

/** A link of objectives that are both in force. */
export function presentLink({ id, version, from_id: from, to_id: to, state, why, decided_by: decidedBy, decided_at: decidedAt }: StoredCommonLink, ends: Ends): CommonLink[] {
  const [one, other] = [endOf(ends, from), endOf(ends, to)]
  return one && other ? [{ id, version, from: one, to: other, state, why, decidedBy, decidedAt }] : []
}

export function endOf(ends: Ends, id: string): CommonLink['from'] | undefined {
  const found = ends.get(id)
  return found && { id, statement: found.statement, strategy: found.strategy }
}

/** What two strategies have in common that nobody has decided on yet; an initiative counts where it serves both with more than 0. */
export function findingsBetween(stored: Pick<StoredStrategy, 'unitMeasures'>, [a, b]: readonly [UnitStrategy, UnitStrategy], initiatives: readonly InitiativeFacts[], decided: readonly Pick<StoredCommonLink, 'from_id' | 'to_id'>[]): CommonFinding[] {
  const names = new Map(initiatives.filter(({ current }) => current).map(({ id, name }) => [id, name]))
  const measuresOf = Map.groupBy(stored.unitMeasures, ({ objective_id }) => objective_id)
  const linkable = ({ objectives }: UnitStrategy): readonly LinkableObjective[] => objectives.map(({ id, statement, contributions }) => ({
    id, statement,
    measures: (measuresOf.get(id) ?? []).map((row) => ({ name: row.name, identity: identityText({ name: row.name, definition: row.definition, unit: unitOf(row.unit), aggregation: row.aggregation, direction: { kind: 'higher' } }) })),
    initiatives: contributions.flatMap(({ initiativeId, contribution }) => (contribution > 0 && names.has(initiativeId) ? [{ id: initiativeId, name: names.get(initiativeId) ?? '' }] : [])),
  }))
  const ends = endsOf([a, b])
  const settled = new Set(decided.flatMap(({ from_id: from, to_id: to }) => [`${from} ${to}`, `${to} ${from}`]))
  return commonLinks(linkable(a), linkable(b)).filter(({ from, to }) => !settled.has(`${from} ${to}`)).flatMap(({ from, to, reasons }) => {
    const [one, other] = [endOf(ends, from), endOf(ends, to)]
    return one && other ? [{ from: one, to: other, reasons: reasons.map((reason) => ({ kind: reason.kind, names: [...reason.names], likeness: reason.kind === 'words' ? reason.likeness : null })) }] : []
  })
}
