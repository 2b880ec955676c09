import type { ProfileLine } from '@throughline/engine/capacity'
import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { InitiativePlanTable, InitiativeVariantTable } from '../tables.ts'

export type PlanRecord = Omit<Selectable<InitiativePlanTable>, 'org_id'>

/** A variant with its profiles, as it is stored. */
export type VariantRecord = {
  readonly id: string
  readonly initiativeId: string
  readonly name: string
  readonly inPlan: boolean
  readonly valuePercent: number | null
  readonly benefitsMinor: string | null
  readonly demands: readonly { readonly poolId: string; readonly lines: readonly ProfileLine[] }[]
  readonly costs: readonly { readonly potId: string | null; readonly lines: readonly ProfileLine[] }[]
}

/** The plan of an initiative as nobody gave one yet. */
export const noPlan = (initiativeId: string): PlanRecord => ({ initiative_id: initiativeId, earliest_on: null, latest_on: null, fixed_on: null, runs: false, spent_minor: null, to_go_minor: null, exit_minor: null, version: 1 })

const planColumns = ['initiative_id', 'earliest_on', 'latest_on', 'fixed_on', 'runs', 'spent_minor', 'to_go_minor', 'exit_minor', 'version'] as const
/** Plans of some initiatives, or of all that have one. */
export const readPlans = (tx: Tx, ids?: readonly string[]): Promise<PlanRecord[]> =>
  tx.selectFrom('initiative_plan').select(planColumns).$if(ids !== undefined, (query) => query.where(sql<boolean>`initiative_id = any(${ids ?? []}::uuid[])`)).execute()

type VariantRow = Selectable<InitiativeVariantTable>
type LineRow = { readonly variant_id: string; readonly thing: string | null; readonly from_month: number; readonly months: number; readonly amount: string }

/** Variants of some initiatives, or of all, with their profiles, in their order. */
export async function readVariants(tx: Tx, ids?: readonly string[]): Promise<readonly VariantRecord[]> {
  const wanted = ids === undefined ? sql`true` : sql`v.initiative_id = any(${ids}::uuid[])`
  const { rows } = await sql<VariantRow>`select v.* from initiative_variant v where ${wanted} order by v.initiative_id, v.place, v.id`.execute(tx)
  const demands = await sql<LineRow>`select d.variant_id, d.pool_id as thing, d.from_month, d.months, d.hundredths as amount from variant_demand d join initiative_variant v on v.org_id = d.org_id and v.id = d.variant_id where ${wanted} order by d.pool_id, d.from_month`.execute(tx)
  const costs = await sql<LineRow>`select c.variant_id, c.pot_id as thing, c.from_month, c.months, c.amount_minor as amount from variant_cost c join initiative_variant v on v.org_id = c.org_id and v.id = c.variant_id where ${wanted} order by c.line`.execute(tx)
  const [needed, paid] = [Map.groupBy(demands.rows, byVariant), Map.groupBy(costs.rows, byVariant)]
  return rows.map((row) => ({
    id: row.id, initiativeId: row.initiative_id, name: row.name, inPlan: row.in_plan, valuePercent: row.value_percent, benefitsMinor: row.benefits_minor,
    demands: profiles(needed.get(row.id)).map(([poolId, lines]) => ({ poolId: poolId ?? '', lines })),
    costs: profiles(paid.get(row.id)).map(([potId, lines]) => ({ potId, lines })),
  }))
}

const byVariant = ({ variant_id }: LineRow): string => variant_id
const profiles = (rows: readonly LineRow[] = []): readonly (readonly [string | null, readonly ProfileLine[]])[] =>
  [...Map.groupBy(rows, ({ thing }) => thing)].map(([thing, own]) => [thing, own.map(({ from_month, months, amount }) => ({ fromMonth: from_month, months, amount: BigInt(amount) }))] as const)

/** Writes the plan of an initiative and its variants as a whole; what is not named any more is removed. The plan's version counts up. */
export async function writePlan(tx: Tx, plan: PlanRecord, variants: readonly VariantRecord[]): Promise<void> {
  const { initiative_id: id } = plan
  await sql`insert into initiative_plan (org_id, initiative_id, earliest_on, latest_on, fixed_on, runs, spent_minor, to_go_minor, exit_minor, version)
    values (current_org(), ${id}, ${plan.earliest_on}, ${plan.latest_on}, ${plan.fixed_on}, ${plan.runs}, ${plan.spent_minor}, ${plan.to_go_minor}, ${plan.exit_minor}, ${plan.version + 1})
    on conflict (org_id, initiative_id) do update set earliest_on = excluded.earliest_on, latest_on = excluded.latest_on, fixed_on = excluded.fixed_on, runs = excluded.runs,
      spent_minor = excluded.spent_minor, to_go_minor = excluded.to_go_minor, exit_minor = excluded.exit_minor, version = excluded.version`.execute(tx)
  const own = sql`(select v.id from initiative_variant v where v.org_id = current_org() and v.initiative_id = ${id})`
  await sql`delete from variant_demand t where t.org_id = current_org() and t.variant_id in ${own}`.execute(tx)
  await sql`delete from variant_cost t where t.org_id = current_org() and t.variant_id in ${own}`.execute(tx)
  await sql`delete from initiative_variant t where t.org_id = current_org() and t.initiative_id = ${id} and t.id <> all(${variants.map((variant) => variant.id)}::uuid[])`.execute(tx)
  const rows = variants.map((variant, place) => ({ id: variant.id, name: variant.name, place, in_plan: variant.inPlan, value_percent: variant.valuePercent, benefits_minor: variant.benefitsMinor }))
  await sql`insert into initiative_variant (org_id, id, initiative_id, name, place, in_plan, value_percent, benefits_minor)
    select current_org(), n.id, ${id}::uuid, n.name, n.place, n.in_plan, n.value_percent, n.benefits_minor
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, name text, place int, in_plan boolean, value_percent int, benefits_minor bigint)
    on conflict (org_id, id) do update set name = excluded.name, place = excluded.place, in_plan = excluded.in_plan, value_percent = excluded.value_percent, benefits_minor = excluded.benefits_minor`.execute(tx)
  await writeProfiles(tx, variants)
}

async function writeProfiles(tx: Tx, variants: readonly VariantRecord[]): Promise<void> {
  const demands = variants.flatMap(({ id, demands: own }) => own.flatMap(({ poolId, lines }) => lines.map((line) => ({ variant_id: id, pool_id: poolId, ...stored(line) }))))
  await sql`insert into variant_demand (org_id, variant_id, pool_id, from_month, months, hundredths) select current_org(), n.variant_id, n.pool_id, n.from_month, n.months, n.amount
    from jsonb_to_recordset(${JSON.stringify(demands)}::jsonb) as n(variant_id uuid, pool_id uuid, from_month int, months int, amount bigint)`.execute(tx)
  const costs = variants.flatMap(({ id, costs: own }) => own.flatMap(({ potId, lines }) => lines.map((line) => ({ potId, line }))).map(({ potId, line }, number) => ({ variant_id: id, line: number, pot_id: potId, ...stored(line) })))
  await sql`insert into variant_cost (org_id, variant_id, line, pot_id, from_month, months, amount_minor) select current_org(), n.variant_id, n.line, n.pot_id, n.from_month, n.months, n.amount
    from jsonb_to_recordset(${JSON.stringify(costs)}::jsonb) as n(variant_id uuid, line int, pot_id uuid, from_month int, months int, amount bigint)`.execute(tx)
}

const stored = ({ fromMonth, months, amount }: ProfileLine) => ({ from_month: fromMonth, months, amount: amount.toString() })

/** Initiatives in whose plan there is a demand, with the day from which it counts: the fixed start, else that of the initiative. */
export type PlannedRow = { readonly id: string; readonly name: string; readonly starts_on: string | null }
export async function readPlanned(tx: Tx): Promise<readonly PlannedRow[]> {
  const { rows } = await sql<PlannedRow>`select i.id, i.name, coalesce(p.fixed_on, i.start_on) as starts_on from initiative i join initiative_plan p on p.org_id = i.org_id and p.initiative_id = i.id
    where i.removed_at is null and exists (select from initiative_variant v join variant_demand d on d.org_id = v.org_id and d.variant_id = v.id where v.org_id = i.org_id and v.initiative_id = i.id and v.in_plan)
    order by i.name, i.id`.execute(tx)
  return rows
}
