import { mostPlanPeriods, type NewPlanAmount, type PlanAdded, type PlanRow } from '@throughline/contract/value'
import { overlaps } from '@throughline/engine/kernel'
import { fitsKind } from '@throughline/engine/value'

/** Why a row cannot be taken into a line that has these periods by then; `there` where the line says the same of the period already. */
export function issueOf(row: PlanRow, periods: readonly NewPlanAmount[]): Omit<PlanAdded['issues'][number], 'line'> | 'there' | undefined {
  if (!fitsKind(row.kind, row.unit)) return { code: 'plan_unit_differs', found: row.unit, expected: row.kind === 'headcount' ? 'a unit of its own such as people' : 'a currency such as EUR.cash' }
  if (row.to <= row.from) return { code: 'plan_periods_unsound', found: `${row.from} until ${row.to}`, expected: 'a period that ends after it begins' }
  const other = periods.find((one) => overlaps(one, row))
  if (other && other.from === row.from && other.to === row.to && other.baseline === row.baseline && other.planned === row.planned) return 'there'
  if (other) return { code: 'plan_periods_unsound', found: `${row.from} until ${row.to}`, expected: `a period that shares no day with ${other.from} until ${other.to}, which the line says already; change the line itself` }
  if (periods.length >= mostPlanPeriods) return { code: 'plan_periods_unsound', found: `${row.from} until ${row.to}`, expected: `at most ${mostPlanPeriods} periods of a line` }
  return undefined
}
