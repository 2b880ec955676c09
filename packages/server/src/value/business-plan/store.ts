import type { NewPlanAmount } from '@throughline/contract/value'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { PlanLineTable, PlanLinkTable } from './tables.ts'

type Read<T> = Omit<T, 'org_id' | 'amounts' | 'objectives'> & { readonly amounts: readonly NewPlanAmount[]; readonly objectives: readonly string[] }
/** A line as it is kept; objectives by their stable keys. */
export type PlanLineRecord = Read<Selectable<PlanLineTable>>

const lines = (tx: Tx) => tx.selectFrom('plan_line').select(['id', 'name', 'kind', 'unit', 'department_id', 'note', 'amounts', 'objectives', 'version'])
const asRead = (row: object): PlanLineRecord => row as PlanLineRecord

/** Every line by kind, name and id. */
export const readPlanLines = async (tx: Tx): Promise<readonly PlanLineRecord[]> => (await lines(tx).orderBy('kind').orderBy(sql`lower(name)`).orderBy('id').execute()).map(asRead)
/** Locked until the act ends. */
export async function lockPlanLine(tx: Tx, id: string): Promise<PlanLineRecord | undefined> {
  const row = await lines(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asRead(row)
}
export const findPlanLine = (tx: Tx, id: string) => tx.selectFrom('plan_line').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
/** The line that is called so, of the same kind, unit of account and department. */
export const lineNamed = (tx: Tx, { name, kind, unit, department_id }: Pick<PlanLineRecord, 'name' | 'kind' | 'unit' | 'department_id'>) =>
  tx.selectFrom('plan_line').select(['id', 'name']).where(sql<boolean>`lower(name) = lower(${name})`).where('kind', '=', kind).where('unit', '=', unit).where(sql<boolean>`department_id is not distinct from ${department_id}::uuid`).executeTakeFirst()

export const insertPlanLines = async (tx: Tx, rows: readonly Insertable<PlanLineTable>[]): Promise<void> => void (rows.length > 0 && (await tx.insertInto('plan_line').values([...rows]).execute()))
/** Changes a line and counts its version up. */
export const updatePlanLine = (tx: Tx, id: string, change: Updateable<PlanLineTable>) => tx.updateTable('plan_line').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** Takes a line away with the links to it; gives the benefits that were linked. */
export async function deletePlanLine(tx: Tx, id: string): Promise<readonly string[]> {
  const links = await tx.deleteFrom('plan_link').where('line_id', '=', id).returning('benefit_id').execute()
  await tx.deleteFrom('plan_line').where('id', '=', id).execute()
  return links.map(({ benefit_id }) => benefit_id)
}

/** A benefit by its name, held until the act ends, with the line that it is of. */
export async function lockLink(tx: Tx, benefitId: string): Promise<{ readonly benefit: string; readonly link: Pick<Selectable<PlanLinkTable>, 'line_id' | 'reason'> | null } | undefined> {
  const benefit = await tx.selectFrom('benefit').select('name').where('id', '=', benefitId).forUpdate().executeTakeFirst()
  const link = await tx.selectFrom('plan_link').select(['line_id', 'reason']).where('benefit_id', '=', benefitId).executeTakeFirst()
  return benefit && { benefit: benefit.name, link: link ?? null }
}
/** The one line of a benefit, instead of the one before. */
export const keepLink = (tx: Tx, row: Insertable<PlanLinkTable>) =>
  tx.insertInto('plan_link').values(row).onConflict((conflict) => conflict.columns(['org_id', 'benefit_id']).doUpdateSet(({ ref }) => ({ line_id: ref('excluded.line_id'), reason: ref('excluded.reason'), linked_by: ref('excluded.linked_by') }))).execute()
export const forgetLink = (tx: Tx, benefitId: string) => tx.deleteFrom('plan_link').where('benefit_id', '=', benefitId).execute()

export type BenefitRow = { readonly benefitId: string; readonly benefit: string; readonly initiativeId: string; readonly initiative: string; readonly unit: string; readonly counted: boolean; /** Its initiative was removed. */ readonly gone: boolean; readonly lineId: string | null; readonly reason: string | null; readonly by: string | null }
/** Every benefit by name, with the line that it is of. */
export async function readBenefitsOfPlan(tx: Tx): Promise<readonly BenefitRow[]> {
  const { rows } = await sql<BenefitRow>`
    select b.id as "benefitId", b.name as benefit, b.initiative_id as "initiativeId", i.name as initiative, b.unit, b.counted, i.removed_at is not null as gone, l.line_id as "lineId", l.reason, l.linked_by as by
    from benefit b join initiative i on i.org_id = b.org_id and i.id = b.initiative_id left join plan_link l on l.org_id = b.org_id and l.benefit_id = b.id order by lower(b.name), b.id`.execute(tx)
  return rows
}

export type PeriodAmounts = { readonly benefitId: string; readonly unit: string; readonly from: string; readonly to: string; readonly promised: string; readonly forecast: string; readonly realised: string }
/** What linked benefits bring, by value period and unit of account: what stands promised, what is forecast, what is realised (plan-coverage). No close sweeps F10. */
export async function readLinkedAmounts(tx: Tx): Promise<readonly PeriodAmounts[]> {
  const { rows } = await sql<PeriodAmounts>`
    select a.benefit_id as "benefitId", a.unit, w.from_on as "from", w.to_on as "to", coalesce(sum(p.amount) filter (where a.code in ('A10', 'A20', 'A30', 'A90', 'C10', 'S11')), 0)::text as promised,
      coalesce(sum(p.amount) filter (where a.code in ('A20', 'A30', 'A90', 'C10') or (a.code = 'F10' and w.state <> 'closed')), 0)::text as forecast, coalesce(sum(p.amount) filter (where a.code in ('A90', 'C10')), 0)::text as realised
    from plan_link l join ledger_account a on a.org_id = l.org_id and a.benefit_id = l.benefit_id and a.code in ('A10', 'A20', 'A30', 'A90', 'C10', 'F10', 'S11') join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id join value_period w on w.org_id = a.org_id and w.code = a.period
    group by a.benefit_id, a.unit, w.code, w.from_on, w.to_on order by w.from_on, w.to_on, a.benefit_id, a.unit`.execute(tx)
  return rows
}
