import type { PlanAdded, PlanRow, ValueRefusal } from '@throughline/contract/value'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readUnits } from '../../../people/index.ts'
import { departmentMeant } from '../department.ts'
import { issueOf } from '../row-issue.ts'
import { insertPlanLines, readPlanLines, updatePlanLine, type PlanLineRecord } from '../store.ts'
import { told, toldAmounts } from '../told.ts'
import { inOrder, lockPlan } from './lines.ts'

type Line = Pick<PlanLineRecord, 'id' | 'name' | 'kind' | 'unit' | 'department_id' | 'amounts'>
/** A line as a list would have it: `before` is what stands there by now. */
type Planned = { readonly line: Line; readonly before: PlanLineRecord | undefined; readonly added: PlanRow[] }
export type PlanOfList = { readonly planned: readonly Planned[]; readonly issues: PlanAdded['issues'] }

/** What a list would add to the business plan as it is now: lines that are not there, and periods of those that are. What stands is not changed by a list. */
export async function planRows(tx: Tx, rows: readonly PlanRow[]): Promise<PlanOfList> {
  const units = await readUnits(tx)
  const standing = await readPlanLines(tx)
  const planned = new Map<string, Planned>(standing.map((line) => [keyOf(line), { line, before: line, added: [] }]))
  const issues: PlanAdded['issues'] = []
  for (const row of rows) {
    const meant = row.department === null ? null : departmentMeant(units, row.department)
    const department = meant === 'several' ? undefined : meant
    const name = row.name.trim().replaceAll(/\s+/g, ' ')
    const line = { id: '', name, kind: row.kind, unit: row.unit, department_id: department?.id ?? null, amounts: [] }
    const one = planned.get(keyOf(line)) ?? { line, before: undefined, added: [] }
    const issue = department === undefined ? { code: 'department_unknown', found: row.department ?? '', expected: meant === 'several' ? 'one department: several are called so, write its code' : 'a department of the organisation' } : issueOf(row, [...one.line.amounts, ...one.added])
    if (issue === 'there') continue
    if (issue) issues.push({ line: row.line, ...issue })
    else planned.set(keyOf(line), { ...one, added: [...one.added, row] })
  }
  return { planned: [...planned.values()].filter(({ added }) => added.length > 0), issues }
}

/** Adds lines and periods of a list in one act; what cannot be taken is named and holds nothing up. */
export function addPlanList(db: Db, actor: Actor, rows: readonly PlanRow[]): Promise<Result<PlanAdded, ValueRefusal>> {
  return writeAs<Result<PlanAdded, ValueRefusal>>(db, actor, 'value.add-plan-list', async (tx, record) => {
    await lockPlan(tx)
    const { planned, issues } = await planRows(tx, rows)
    if (planned.length === 0) return refuse({ code: 'list_adds_nothing', values: { rows: rows.length, issues: issues.length } })
    const fresh = planned.filter(({ before }) => !before).map(({ line, added }) => ({ ...line, id: newId(), amounts: inOrder(added), note: '', objectives: [] }))
    await insertPlanLines(tx, fresh.map((line) => ({ org_id: actor.orgId, ...line, amounts: JSON.stringify(line.amounts), objectives: '[]' })))
    const grown = planned.flatMap(({ before, added }) => (before ? [{ id: before.id, unit: before.unit, before: before.amounts, after: inOrder([...before.amounts, ...added]) }] : []))
    for (const { id, after } of grown) await updatePlanLine(tx, id, { amounts: JSON.stringify(after) })
    await record(...fresh.map(({ id, ...after }) => ({ room: 'value', kind: 'plan_line', id, before: null, after: told(after) })), ...grown.map(({ id, unit, before, after }) => ({ room: 'value', kind: 'plan_line', id, before: { amounts: toldAmounts(before, unit) }, after: { amounts: toldAmounts(after, unit) } })))
    return ok({ lines: fresh.length, periods: planned.reduce((sum, { added }) => sum + added.length, 0), issues })
  })
}

const keyOf = ({ name, kind, unit, department_id }: Omit<Line, 'id' | 'amounts'>): string => [name.toLowerCase(), kind, unit, department_id ?? ''].join('\u001f')
