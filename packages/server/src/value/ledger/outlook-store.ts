import { sql } from 'kysely'
import type { PastSource } from '../../demand/index.ts'
import type { Tx } from '../../database/index.ts'

/** A benefit that was planned, with the end of its initiative as it was known when it was last approved, moved or forecast, and as it is known now. */
export type Scheduled = { readonly id: string; readonly name: string; readonly initiativeId: string; readonly initiative: string; readonly unitId: string | null; readonly endThen: string | null; readonly endNow: string | null }

/** Schedules of benefits. What the end was then is read from the states that were believed at the instant of the plan. */
export async function readSchedules(tx: Tx, benefitIds: readonly string[]): Promise<readonly Scheduled[]> {
  const { rows } = await sql<Scheduled>`
    with said as (
      select a.benefit_id, max(e.recorded_at) as at from ledger_account a join ledger_posting p on p.org_id = current_org() and p.account_id = a.id join ledger_entry e on e.org_id = current_org() and e.id = p.entry_id and e.kind in ('approve', 'transfer', 'forecast')
      where a.org_id = current_org() and a.benefit_id = any(${[...benefitIds]}::uuid[]) and a.code in ('A20', 'F10') and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) group by 1)
    select b.id, b.name, b.initiative_id as "initiativeId", i.name as initiative, i.unit_id as "unitId", i.end_on as "endNow", known.end_on as "endThen"
    from said s join benefit b on b.org_id = current_org() and b.id = s.benefit_id join initiative i on i.org_id = current_org() and i.id = b.initiative_id
      left join lateral (
        select x.end_on from (
          select n.end_on, n.believed_from from public.initiative n where n.org_id = current_org() and n.id = i.id and n.believed_from <= s.at
          union all select o.end_on, o.believed_from from public.initiative_past o where o.org_id = current_org() and o.id = i.id and o.believed_from <= s.at and o.replaced_at > s.at) x order by x.believed_from desc limit 1) known on true
    order by b.name, b.id`.execute(tx)
  return rows
}

/** Of each benefit with a first approval in closed periods (an approval is of one benefit): what was verified in these over what was approved. What came to nothing is among them. */
export async function readRealisations(tx: Tx): Promise<readonly { readonly rate: number; readonly unitId: string | null }[]> {
  const { rows } = await sql<{ rate: number; unitId: string | null }>`
    with firsts as (
      select distinct on (of.benefit_id) of.benefit_id, e.id from ledger_entry e cross join lateral (
          select a.benefit_id from ledger_posting p join ledger_account a on a.org_id = current_org() and a.id = p.account_id and a.code = 'A20' where p.org_id = current_org() and p.entry_id = e.id order by p.line limit 1) of
      where e.org_id = current_org() and e.kind = 'approve' and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) order by of.benefit_id, e.no),
    approved as (
      select a.benefit_id, sum(p.amount) as amount from firsts f join ledger_posting p on p.org_id = current_org() and p.entry_id = f.id join ledger_account a on a.org_id = current_org() and a.id = p.account_id and a.code = 'A20' and a.benefit_id = f.benefit_id
        join value_period w on w.org_id = current_org() and w.code = a.period and w.state = 'closed' group by 1),
    verified as (
      select a.benefit_id, sum(p.amount) as amount from ledger_account a join value_period w on w.org_id = current_org() and w.code = a.period and w.state = 'closed' join ledger_posting p on p.org_id = current_org() and p.account_id = a.id
      where a.org_id = current_org() and a.code in ('R20', 'R30', 'C20') group by 1)
    select (coalesce(v.amount, 0) / o.amount)::float8 as rate, i.unit_id as "unitId" from approved o join benefit b on b.org_id = current_org() and b.id = o.benefit_id join initiative i on i.org_id = current_org() and i.id = b.initiative_id
      left join verified v on v.benefit_id = o.benefit_id where o.amount > 0 order by b.id`.execute(tx)
  return rows
}

/** Each unit of the organisation with the units above it, narrowest first; a unit is called by its whole way, so that no two are one. */
export async function readUnitPaths(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const units = new Map((await tx.selectFrom('org_unit').select(['id', 'name', 'parent_id']).execute()).map((row) => [row.id, row]))
  const above = (id: string | null): readonly string[] => {
    const unit = id === null ? undefined : units.get(id)
    if (!unit) return []
    const further = above(unit.parent_id)
    return [further[0] === undefined ? unit.name : `${further[0]} / ${unit.name}`, ...further]
  }
  return new Map([...units.keys()].map((id) => [id, above(id)]))
}

/** Past benefits with their classes, and those of a unit. */
export const readPastBenefits: PastSource = async (tx, unitId) => {
  const paths = await readUnitPaths(tx)
  const pathOf = (id: string | null): readonly string[] => (id === null ? [] : (paths.get(id) ?? []))
  return { history: (await readRealisations(tx)).map(({ rate, unitId: own }) => ({ rate, classPath: pathOf(own) })), classPath: pathOf(unitId) }
}
