import type { NewPlanAmount, NewPlanLine, PlanLineChange, PlanRefusal } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { fitsKind, planKindWords, unsoundPeriod } from '@throughline/engine/value'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { lockOrganisation, readUnits } from '../../../people/index.ts'
import { readObjectives, readSuccessors } from '../../../strategy/index.ts'
import type { AtWork } from '../../ledger/index.ts'
import { aboutAfter } from '../about.ts'
import { deletePlanLine, insertPlanLines, lineNamed, lockPlanLine, updatePlanLine, type PlanLineRecord } from '../store.ts'
import { told } from '../told.ts'

type Refused = PlanRefusal | Refusal<'not_found' | 'version_moved'>
type Kept = Promise<Result<{ readonly id: string; readonly version: number }, Refused>>
type Said = Pick<PlanLineRecord, 'name' | 'kind' | 'unit' | 'department_id' | 'note' | 'amounts' | 'objectives'>

/** Adds a line under a name that no other of its kind, unit of account and department has. */
export function addPlanLine(db: Db, actor: Actor, given: NewPlanLine): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.add-plan-line', (tx, record) => keepPlanLine({ tx, actor, record }, given))
}

/** Adds a line within an act. */
export async function keepPlanLine({ tx, actor, record }: AtWork, given: NewPlanLine): Kept {
  await lockPlan(tx)
  const said = await saidOf(tx, given, { name: given.name, kind: given.kind, unit: given.unit, department_id: null, note: '', amounts: [], objectives: [] })
  if (!said.ok) return said
  const id = newId()
  const refusal = await refusalOf(tx, said.value, id)
  if (refusal) return refuse(refusal)
  await insertPlanLines(tx, [{ org_id: actor.orgId, id, ...said.value, amounts: JSON.stringify(said.value.amounts), objectives: JSON.stringify(said.value.objectives) }])
  await record({ room: 'value', kind: 'plan_line', id, before: null, after: told(said.value) })
  return ok({ id, version: 1 })
}

/** Changes a line. Its kind and unit of account stay, for benefits were linked by them. */
export function changePlanLine(db: Db, actor: Actor, id: string, { version, ...given }: PlanLineChange): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.change-plan-line', async (tx, record) => {
    await lockPlan(tx)
    const current = await expectVersion(tx, await lockPlanLine(tx, id), { room: 'value', kind: 'plan_line', id, version })
    if (!current.ok) return current
    const { id: _, version: __, ...before } = current.value
    const said = await saidOf(tx, given, before)
    if (!said.ok) return said
    const refusal = await refusalOf(tx, said.value, id)
    if (refusal) return refuse(refusal)
    await updatePlanLine(tx, id, { ...said.value, amounts: JSON.stringify(said.value.amounts), objectives: JSON.stringify(said.value.objectives) })
    await record({ room: 'value', kind: 'plan_line', id, before: told(before), after: told(said.value) })
    return ok({ id, version: version + 1 })
  })
}

/** Removes a line, and the links of benefits to it. */
export function removePlanLine(db: Db, actor: Actor, id: string): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'value.remove-plan-line', async (tx, record) => {
    await lockPlan(tx)
    const line = await lockPlanLine(tx, id)
    if (!line) return refuse({ code: 'not_found', values: { what: 'plan line', id } })
    const { id: _, version: __, ...before } = line
    const linked = await deletePlanLine(tx, id)
    await record({ room: 'value', kind: 'plan_line', id, before: told(before), after: null }, ...linked.map((benefitId) => ({ room: 'value', kind: 'benefit', id: benefitId, before: { planLine: line.name }, after: { planLine: null } })))
    return ok({})
  })
}

/** Lines are kept one act at a time: a list reads them all before it adds to them, and a name is given once. */
export const lockPlan = async (tx: Tx): Promise<void> => void (await lockOrganisation(tx))

/** What a line says after a change; objectives and departments that are given have to be there. */
async function saidOf(tx: Tx, { name, amounts, departmentId, note, objectiveIds }: Omit<PlanLineChange, 'version'>, before: Said): Promise<Result<Said, Refusal<'not_found'>>> {
  if (departmentId && !(await readUnits(tx)).some(({ id }) => id === departmentId)) return refuse({ code: 'not_found', values: { what: 'department', id: departmentId } })
  const keys = objectiveIds && new Map((await readObjectives(tx)).map(({ id, key }) => [id, key]))
  const strange = objectiveIds?.find((id) => !keys?.has(id))
  if (strange !== undefined) return refuse({ code: 'not_found', values: { what: 'objective', id: strange } })
  return ok({
    ...before, name: (name ?? before.name).trim().replaceAll(/\s+/g, ' '), department_id: departmentId === undefined ? before.department_id : departmentId, note: (note ?? before.note).trim(),
    amounts: amounts ? inOrder(amounts) : before.amounts, objectives: objectiveIds && keys ? aboutAfter(before.objectives, objectiveIds, keys, await readSuccessors(tx)) : before.objectives,
  })
}

/** Periods in the order of their first days. */
export const inOrder = (amounts: readonly NewPlanAmount[]): readonly NewPlanAmount[] => amounts.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).map(({ from, to, baseline, planned }) => ({ from, to, baseline, planned }))

async function refusalOf(tx: Tx, line: Said, own: string): Promise<PlanRefusal | undefined> {
  if (!fitsKind(line.kind, line.unit)) return { code: 'plan_unit_differs', values: { name: line.name, kind: planKindWords[line.kind].toLowerCase(), found: line.unit, expected: line.kind === 'headcount' ? 'a unit of its own such as people' : 'a currency such as EUR.cash' } }
  const wrong = unsoundPeriod(line.amounts)
  if (wrong) return { code: 'plan_periods_unsound', values: { name: line.name, from: wrong.from, to: wrong.to } }
  const same = await lineNamed(tx, line)
  if (!same || same.id === own) return undefined
  const department = (await readUnits(tx)).find(({ id }) => id === line.department_id)?.name ?? 'the whole organisation'
  return { code: 'plan_line_taken', values: { name: same.name, department } }
}
