import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { identityText } from '@throughline/engine/strategy'
import type { BenefitChange, LedgerMeasureChange, NewAdoption, NewAssist, NewBenefit, NewLedgerMeasure, NewPeriods, NewReduction, NewReportingLines, ValueRefusal } from '@throughline/contract/value'
import type { WireRefusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../../database/index.ts'
import { readInitiative } from '../../../demand/index.ts'
import { benefitLinkRefusal } from '../../network/index.ts'
import { agreedAttribution, type StoredAbove, type StoredAttribution } from '../agreement.ts'
import { addAssist, addLedgerMeasure, addPeriod, addReduction, changeLedgerMeasure, clashing, findBenefit, findMeasure, hasEntries, insertBenefit, isPeriod, isRegistered, keepAdoption, keepReportingLine, lockBenefit, lockLedgerMeasure, poolFor, readMemberIds, removeAssist, updateBenefit } from '../register-store.ts'

type Kept<T = object> = Promise<Result<T, ValueRefusal | WireRefusal>>

/** Opens value periods; two of about the same length never share a day. */
export function openPeriods(db: Db, actor: Actor, { periods }: Static<typeof NewPeriods>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.open-periods', (tx, record) => keepPeriods({ tx, actor, record }, periods))
}

/** Opens value periods within an act. */
export async function keepPeriods({ tx, actor, record }: Registering, periods: Static<typeof NewPeriods>['periods']): Kept {
  for (const one of periods) {
    if (one.from >= one.to) return refuse({ code: 'amount_wrong', values: { amount: `${one.from} to ${one.to}`, expected: 'a period that ends after it begins' } })
    const clash = await clashing(tx, [one])
    if (clash !== undefined) return refuse({ code: 'period_taken', values: { code: clash } })
    await addPeriod(tx, { org_id: actor.orgId, code: one.code, name: one.name ?? one.code, from_on: one.from, to_on: one.to, state: 'open' })
  }
  await record(...periods.map((one) => ({ room: 'value', kind: 'value_period', id: one.code, before: null, after: one })))
  return ok({})
}

/** Registers a measure of the strategy: its pool is that of its definition and scope, so that a duplicate has the same (V-2). */
export function registerMeasure(db: Db, actor: Actor, given: Static<typeof NewLedgerMeasure>, now: Date): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.register-measure', (tx, record) => keepMeasure({ tx, actor, record }, given, now))
}

/** Within an act: what stands there, and where it is written down. */
export type Registering = { readonly tx: Tx; readonly actor: Pick<Actor, 'orgId'>; readonly record: Recorder }

/** Registers a measure within an act. */
export async function keepMeasure({ tx, actor, record }: Registering, given: Static<typeof NewLedgerMeasure>, now: Date): Kept {
  const measure = await findMeasure(tx, given.measureId)
  if (!measure) return refuse({ code: 'measure_unknown', values: { measure: given.measureId } })
  if (await isRegistered(tx, measure.id)) return refuse({ code: 'measure_registered', values: { measure: measure.name } })
  const text = `${identityText({ ...measure, unit: measure.unit as Parameters<typeof identityText>[0]['unit'], direction: { kind: 'higher' } })}\n${given.scopeUnitId ?? ''}`
  const pool = await poolFor(tx, actor.orgId, createHash('sha256').update(text).digest('hex'), given.unit, newId())
  if (pool.unit !== given.unit) return refuse({ code: pool.unit.split('.')[0] === given.unit.split('.')[0] ? 'cash_class_differs' : 'unit_differs', values: { benefit: measure.name, found: given.unit, expected: pool.unit } })
  const agreed = await agreedOn(tx, given, now)
  if (!agreed.ok) return agreed
  await addLedgerMeasure(tx, { org_id: actor.orgId, measure_id: measure.id, pool_id: pool.id, scope_unit_id: given.scopeUnitId ?? null, counterfactual: null, counterfactual_at: null, attribution: null, attribution_at: null, above: '[]', ...agreed.value })
  await record({ room: 'value', kind: 'value_measure', id: measure.id, before: null, after: { ...given, poolId: pool.id } })
  return ok({})
}

/** Changes what was agreed on a measure; what is registered now bears the instant of now. */
export function changeAgreement(db: Db, actor: Actor, measureId: string, { version, ...given }: Static<typeof LedgerMeasureChange>, now: Date): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.change-agreement', async (tx, record) => {
    const current = await expectVersion(tx, await lockLedgerMeasure(tx, measureId), { room: 'value', kind: 'value_measure', id: measureId, version })
    if (!current.ok) return current
    const agreed = await agreedOn(tx, given, now, measureId)
    if (!agreed.ok) return agreed
    await changeLedgerMeasure(tx, measureId, { ...agreed.value, version: version + 1 })
    const { counterfactual, attribution, above } = current.value
    await record({ room: 'value', kind: 'value_measure', id: measureId, before: { counterfactual, attribution, above }, after: given })
    return ok({})
  })
}

type Agreed = { counterfactual?: string | null; counterfactual_at?: string | null; attribution?: string | null; attribution_at?: string | null; above?: string }

/** The columns of an agreement, each with the instant from which it stands. */
async function agreedOn(tx: Tx, { counterfactual, attribution, above }: { readonly counterfactual?: object | null; readonly attribution?: StoredAttribution | null; readonly above?: readonly StoredAbove[] }, now: Date, own?: string): Promise<Result<Agreed, ValueRefusal>> {
  // By the clock that actuals are recorded by, so that the two can be compared.
  const at = now.toISOString()
  if (attribution) {
    const sound = agreedAttribution(attribution, at)
    if (!sound.ok) return refuse({ code: sound.refusal.code, values: { ...sound.refusal.values, amount: 'shares', sum: percent(sound.refusal.values['sum']), whole: '100 %' } })
  }
  for (const { measureId } of above ?? []) if (measureId === own || !(await isRegistered(tx, measureId))) return refuse({ code: 'measure_unknown', values: { measure: measureId } })
  return ok({
    ...(counterfactual === undefined ? {} : { counterfactual: counterfactual === null ? null : JSON.stringify(counterfactual), counterfactual_at: counterfactual === null ? null : at }),
    ...(attribution === undefined ? {} : { attribution: attribution === null ? null : JSON.stringify(attribution), attribution_at: attribution === null ? null : at }),
    ...(above === undefined ? {} : { above: JSON.stringify(above) }),
  })
}
const percent = (millionths: unknown): string => `${Number(millionths ?? 0) / 10_000} %`

/** Adds a benefit of an initiative. */
export function addBenefit(db: Db, actor: Actor, given: Static<typeof NewBenefit>): Kept<string> {
  return writeAs<Awaited<Kept<string>>>(db, actor, 'value.add-benefit', (tx, record) => keepBenefit({ tx, actor, record }, given))
}

/** Adds a benefit within an act. */
export async function keepBenefit({ tx, actor, record }: Registering, given: Static<typeof NewBenefit>): Kept<string> {
  if (!(await readInitiative(tx, given.initiativeId))) return refuse({ code: 'initiative_unknown', values: { id: given.initiativeId } })
  const refused = await absent(tx, given)
  if (refused) return refused
  const id = newId()
  await insertBenefit(tx, { org_id: actor.orgId, id, name: given.name, initiative_id: given.initiativeId, owner_id: given.ownerId ?? null, measure_id: given.measureId ?? null, unit: given.unit, counted: given.counted ?? true, leads_to: given.leadsTo ?? null, adoption_by: given.adoptionBy?.trim() ?? '' })
  await record({ room: 'value', kind: 'benefit', id, before: null, after: given })
  return ok(id)
}

/** Changes a benefit; of one that has entries its measure stays, since they stand on the pool of it. */
export function changeBenefit(db: Db, actor: Actor, id: string, { version, ...given }: Static<typeof BenefitChange>): Kept<string> {
  return writeAs<Awaited<Kept<string>>>(db, actor, 'value.change-benefit', async (tx, record) => {
    const current = await expectVersion(tx, await lockBenefit(tx, id), { room: 'value', kind: 'benefit', id, version })
    if (!current.ok) return current
    const row = current.value
    if (given.measureId !== undefined && given.measureId !== row.measure_id && (await hasEntries(tx, id))) return refuse({ code: 'benefit_kept', values: { benefit: row.name } })
    const refused = await absent(tx, given, id)
    if (refused) return refused
    const unlinked = given.leadsTo && given.leadsTo !== row.leads_to ? await benefitLinkRefusal(tx, id, given.leadsTo) : null
    if (unlinked) return refuse(unlinked)
    const changed = { name: given.name ?? row.name, owner_id: given.ownerId === undefined ? row.owner_id : given.ownerId, measure_id: given.measureId === undefined ? row.measure_id : given.measureId, counted: given.counted ?? row.counted, leads_to: given.leadsTo === undefined ? row.leads_to : given.leadsTo, adoption_by: given.adoptionBy?.trim() ?? row.adoption_by }
    await updateBenefit(tx, id, { ...changed, version: version + 1 })
    await record({ room: 'value', kind: 'benefit', id, before: Object.fromEntries(Object.keys(changed).map((key) => [key, row[key as keyof typeof changed]])), after: changed })
    return ok(id)
  })
}

async function absent(tx: Tx, { measureId, leadsTo }: { readonly measureId?: string | null; readonly leadsTo?: string | null }, own?: string) {
  if (measureId && !(await isRegistered(tx, measureId))) return refuse({ code: 'measure_unknown' as const, values: { measure: measureId } })
  return leadsTo && (leadsTo === own || !(await findBenefit(tx, leadsTo))) ? refuse({ code: 'benefit_unknown' as const, values: { benefit: leadsTo } }) : undefined
}

/** Records how far those who have to change have changed; the last record of a period counts, the earlier ones are kept. */
export function recordAdoption(db: Db, actor: Actor, { benefitId, period, planned, reached }: Static<typeof NewAdoption>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.record-adoption', async (tx, record) => {
    if (!(await findBenefit(tx, benefitId))) return refuse({ code: 'benefit_unknown', values: { benefit: benefitId } })
    if (!(await isPeriod(tx, period))) return refuse({ code: 'period_unknown', values: { period } })
    const figures = { planned: String(planned), reached: String(reached), recorded_by: actor.name }
    await keepAdoption(tx, { org_id: actor.orgId, benefit_id: benefitId, period, ...figures })
    await record({ room: 'value', kind: 'benefit', id: benefitId, before: null, after: { period, planned, reached } })
    return ok({})
  })
}

/** Records by how much a budget line was lowered for the ledger (V-9); a line that was raised again is recorded below zero. */
export function recordReduction(db: Db, actor: Actor, given: Static<typeof NewReduction>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.record-reduction', (tx, record) => keepReduction({ tx, actor, record }, given))
}

/** Records by how much a budget line was lowered, within an act. */
export async function keepReduction({ tx, actor, record }: Registering & { readonly actor: Pick<Actor, 'orgId' | 'name'> }, given: Static<typeof NewReduction>): Kept {
  if (!(await isPeriod(tx, given.period))) return refuse({ code: 'period_unknown', values: { period: given.period } })
  const id = newId()
  await addReduction(tx, { org_id: actor.orgId, id, budget_line: given.budgetLine, period: given.period, amount: given.amount, reason: given.reason, recorded_by: actor.name })
  await record({ room: 'value', kind: 'budget_reduction', id, before: null, after: given, why: given.reason })
  return ok({})
}

/** Says whether an initiative only helps others to their benefits (V-12). */
export function setAssist(db: Db, actor: Actor, { initiativeId, assists }: Static<typeof NewAssist>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.set-assist', async (tx, record) => {
    if (!(await readInitiative(tx, initiativeId))) return refuse({ code: 'initiative_unknown', values: { id: initiativeId } })
    if (assists) await addAssist(tx, { org_id: actor.orgId, initiative_id: initiativeId })
    else await removeAssist(tx, initiativeId)
    await record({ room: 'value', kind: 'value_assist', id: initiativeId, before: null, after: { assists } })
    return ok({})
  })
}

/** Says to whom people report (V-13). */
export function setReportingLines(db: Db, actor: Actor, { lines }: Static<typeof NewReportingLines>): Kept {
  return writeAs<Awaited<Kept>>(db, actor, 'value.set-reporting-lines', async (tx, record) => {
    const members = await readMemberIds(tx)
    for (const { accountId, managerId } of lines) {
      const stranger = [accountId, ...(managerId === null ? [] : [managerId])].find((id) => !members.has(id))
      if (stranger !== undefined) return refuse({ code: 'not_found', values: { what: 'member', id: stranger } })
      await keepReportingLine(tx, actor.orgId, accountId, managerId)
    }
    await record(...lines.map((line) => ({ room: 'value', kind: 'reporting_line', id: line.accountId, before: null, after: line })))
    return ok({})
  })
}
