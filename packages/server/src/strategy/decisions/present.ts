import type { DecisionItem } from '@throughline/contract/governance'
import type { CitableObjective, CitingDecision, ObjectiveUse } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import type { FiscalCalendar } from '@throughline/engine/kernel'
import { fewestDecisions, objectiveUse, type CitedShare } from '@throughline/engine/strategy'
import type { StoredCitation } from './store.ts'

/** Decisions that are named of an objective. */
const mostExamples = 3

export type Audited = {
  readonly decisions: readonly DecisionItem[]
  readonly citations: readonly StoredCitation[]
  readonly citable: readonly CitableObjective[]
  /** Units whose initiatives each decision moved. */
  readonly unitsOf: ReadonlyMap<string, readonly string[]>
  readonly unitNames: ReadonlyMap<string, string>
  readonly calendar: FiscalCalendar
}

/** How often objectives are a reason of decisions, as it travels. */
export function presentUse({ decisions, citations, citable, unitsOf, unitNames, calendar }: Audited): ObjectiveUse {
  const cited = Map.groupBy(citations, ({ decision_id }) => decision_id)
  const { all, periods, units, objectives } = objectiveUse(decisions.map(({ id, decidedAt }) => ({ on: decidedAt.slice(0, 10), unitIds: unitsOf.get(id) ?? [], keys: (cited.get(id) ?? []).map(({ objective_key }) => objective_key) })), calendar)
  const statements = new Map([...citations.map(({ objective_key, statement }) => [objective_key, statement] as const), ...citable.map(({ key, statement }) => [key, statement] as const)])
  const nameOf = (unitId: string): string => unitNames.get(unitId) ?? 'A unit that is gone'
  return {
    fewest: fewestDecisions, all: shown(all), periods: periods.map(({ label, ...share }) => ({ label, ...shown(share) })), units: units.map(({ unitId, coaching, ...share }) => ({ unitId, unit: unitId === null ? null : nameOf(unitId), coaching, ...shown(share) })),
    objectives: objectives.map(({ key, decisions: count }) => ({ key, statement: statements.get(key) ?? '', decisions: count, examples: decisions.filter(({ id }) => (cited.get(id) ?? []).some((one) => one.objective_key === key)).slice(0, mostExamples).map(({ id, question }) => ({ id, question })) })),
    decisions: decisions.map(({ id, question, chosen, rationale, decider, decidedAt }): CitingDecision => ({
      id, question, chosen, rationale, decider: decider.name, decidedAt, units: (unitsOf.get(id) ?? []).map(nameOf),
      cites: (cited.get(id) ?? []).map((one) => ({ id: one.id, key: one.objective_key, statement: one.statement, how: one.how, by: one.cited_by, at: one.cited_at, version: one.version })),
    })),
    citable: [...citable],
  }
}

const shown = ({ decisions, citing, share }: CitedShare) => ({ decisions, citing, share: toWire(share) })
