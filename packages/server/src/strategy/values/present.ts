import type { DecisionItem } from '@throughline/contract/governance'
import type { DecisionTag, OrganisationValue, UnitStatement, UnitStrategy, ValuesRegister } from '@throughline/contract/strategy'
import { statementStanding, valuesReport, type StatementFacts } from '@throughline/engine/strategy'
import type { StoredStatement, StoredTag, StoredValue } from './store.ts'

type Kept = { readonly values: readonly StoredValue[]; readonly strategies: readonly UnitStrategy[]; readonly statements: readonly StoredStatement[]; readonly tags: readonly StoredTag[]; readonly decisions: readonly DecisionItem[] }

/** Values, what units say of theirs, and where both part. */
export function presentValues({ values, strategies, statements, tags, decisions }: Kept): ValuesRegister {
  const [inForce, names, units] = [values.filter((one) => one.retired_at === null), new Map(values.map(({ id, name }) => [id, name])), new Map(strategies.map(({ id, name }) => [id, name]))]
  const facts = statements.map(statementFacts)
  const report = valuesReport({ valueIds: inForce.map(({ id }) => id), unitIds: [...units.keys()], statements: facts, tags: tags.map(({ served_id: servedId, against_id: againstId }) => ({ servedId, againstId })) })
  const standing = new Set(inForce.map(({ id }) => id))
  const takes = new Map(report.values.map((one) => [one.valueId, one]))
  const mapped = report.units.map(({ unitId, mapped: toValues, own, diverging }) => ({
    id: unitId, name: units.get(unitId) ?? '', mapped: toValues, own, diverging: diverging.length,
    statements: statements.filter(({ unit_id }) => unit_id === unitId).map((row) => presentStatement(row, standing, names)),
  }))
  return {
    values: [...inForce, ...values.filter((one) => one.retired_at !== null)].map((row) => presentValue(row, {
      takenUpBy: (takes.get(row.id)?.unitIds ?? []).map((id) => units.get(id) ?? ''), served: tags.filter(({ served_id }) => served_id === row.id).length, against: tags.filter(({ against_id }) => against_id === row.id).length,
    })),
    units: mapped, former: statements.filter(({ unit_id }) => !units.has(unit_id)).length, statements: mapped.reduce((sum, one) => sum + one.statements.length, 0), diverging: mapped.reduce((sum, one) => sum + one.diverging, 0),
    conflicts: tags.filter(({ against_id }) => against_id !== null).length, notTakenUp: report.notTakenUp === null ? null : [...report.notTakenUp],
    decisions: decisions.map(({ id, question, chosen, decider, decidedAt }) => ({ id, question, chosen, decider: decider.name, decidedAt, tags: tags.filter(({ decision_id }) => decision_id === id).map((tag) => presentTag(tag, names)) })),
  }
}

const presentValue = ({ id, name, meaning, behaviours, version, retired_at, retired_by, retired_because }: StoredValue, took: Pick<OrganisationValue, 'takenUpBy' | 'served' | 'against'>): OrganisationValue => ({
  id, name, meaning, behaviours: [...behaviours], version, retired: retired_at === null ? null : { by: retired_by ?? '', at: retired_at, reason: retired_because ?? '' }, ...took,
})

/** A statement as the engine judges it. */
export const statementFacts = ({ id, unit_id: unitId, mapping, value_id }: StoredStatement): StatementFacts => ({ id, unitId, mapping: mapping === 'value' ? { kind: 'value', valueId: value_id ?? '' } : { kind: mapping } })

const presentStatement = (row: StoredStatement, standing: ReadonlySet<string>, names: ReadonlyMap<string, string>): UnitStatement => ({
  id: row.id, words: row.words, saidBy: row.said_by, saidAt: row.said_at, version: row.version, standing: statementStanding(statementFacts(row), standing), valueId: row.value_id, value: row.value_id === null ? null : (names.get(row.value_id) ?? ''),
  reason: row.reason, mapped: row.mapped_at === null ? null : { by: row.mapped_by ?? '', at: row.mapped_at },
})

const presentTag = (tag: StoredTag, names: ReadonlyMap<string, string>): DecisionTag => ({
  id: tag.id, version: tag.version, by: tag.tagged_by, at: tag.tagged_at, served: { id: tag.served_id, name: names.get(tag.served_id) ?? '' },
  against: tag.against_id === null ? null : { id: tag.against_id, name: names.get(tag.against_id) ?? '', reason: tag.reason },
})
