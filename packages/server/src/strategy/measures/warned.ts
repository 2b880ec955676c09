import type { MeasureList, UnitStrategy, WarnedOf } from '@throughline/contract/strategy'
import { balanceWarnings, measureWarnings, objectiveWarnings, reportDue, type CardWarning } from '@throughline/engine/strategy'
import { goalMeasureOf } from '../goals/present.ts'
import { mixedMeasuresOf } from '../goals/mixes.ts'
import type { StoredStrategy } from '../store.ts'
import type { Presenting, ReadMeasure } from './present-row.ts'

/**
 * What there is to mend of the scorecards: perspectives of the organisation that weigh little or are not measured, objectives by what their
 * measures tell of, and measures that nobody agreed, owns or reports. A unit takes up what it takes up, so its perspectives need no balance.
 */
export function warnedOf(stored: StoredStrategy, read: readonly ReadMeasure[], { calendar, today, objectives, sameAs }: Presenting, cards: MeasureList['units']): WarnedOf[] {
  const measuresOf = mixedMeasuresOf(stored)
  const carded = new Set(cards.map(({ id }) => id))
  const own = Map.groupBy(stored.objectives, ({ perspective_id }) => perspective_id)
  const balance = balanceWarnings(stored.perspectives.map(({ id }) => {
    const held = own.get(id) ?? []
    return { id, weight: held.reduce((sum, { weight }) => sum + Number(weight), 0), measures: held.reduce((sum, one) => sum + (measuresOf.get(one.id)?.length ?? 0), 0) }
  }))
  const below = (stored.inForce.unit_strategies as readonly UnitStrategy[]).filter(({ id }) => carded.has(id)).flatMap(({ id, name, objectives: held }) => held.map((one) => ({ id: one.id, statement: one.statement, strategy: { id, name } })))
  return [
    // A strategy that is not begun has nothing to balance.
    ...(stored.objectives.length === 0 ? [] : stored.perspectives).map(({ id, name }) => ({ kind: 'perspective' as const, id, name, strategy: null, objective: null, warnings: plain(balance.get(id) ?? []) })),
    ...[...stored.objectives.map(({ id, statement }) => ({ id, statement, strategy: null })), ...below].map(({ id, statement, strategy }) => ({ kind: 'objective' as const, id, name: statement, strategy, objective: null, warnings: plain(objectiveWarnings(measuresOf.get(id) ?? [])) })),
    ...read.map(({ row, facts, actuals }) => {
      const objective = objectives.get(row.objective_id)
      const judged = { measure: goalMeasureOf(row, actuals), owner: row.owner, everMeasured: actuals.length > 0, due: reportDue(facts, calendar, today), dueAfterDays: row.due_after_days, sameAs: (sameAs.get(row.id) ?? []).map(({ name }) => name) }
      return { kind: 'measure' as const, id: row.id, name: row.name, strategy: objective?.strategy ?? null, objective: objective?.statement ?? null, warnings: plain(measureWarnings(judged)) }
    }),
  ].filter(({ warnings }) => warnings.length > 0)
}

const plain = (warnings: readonly CardWarning[]): WarnedOf['warnings'] => warnings.map(({ code, words }) => ({ code, words }))
