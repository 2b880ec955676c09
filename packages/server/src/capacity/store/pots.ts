import type { Line } from '@throughline/engine/capacity'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { PotTable } from '../tables.ts'

export type PotRecord = Selectable<PotTable>

const standing = (tx: Tx) => tx.selectFrom('pot').selectAll().where('removed_at', 'is', null)

/** Every pot that was not removed, by name. */
export const readPots = (tx: Tx): Promise<PotRecord[]> => standing(tx).orderBy(sql`lower(name)`).orderBy('id').execute()
export const readPot = (tx: Tx, id: string): Promise<PotRecord | undefined> => standing(tx).where('id', '=', id).executeTakeFirst()
/** Locked until the act ends. */
export const lockPot = (tx: Tx, id: string): Promise<PotRecord | undefined> => standing(tx).where('id', '=', id).forUpdate().executeTakeFirst()
export const potNamed = (tx: Tx, name: string): Promise<PotRecord | undefined> => standing(tx).where(sql<boolean>`lower(name) = lower(${name})`).executeTakeFirst()

export const insertPot = async (tx: Tx, row: Insertable<PotTable>): Promise<void> => void (await tx.insertInto('pot').values(row).execute())

/** Changes a pot and counts its version up. */
export async function updatePot(tx: Tx, id: string, change: Updateable<PotTable>): Promise<void> {
  await tx.updateTable('pot').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}

/** The money of pots as it was given, by pot, in the order of time: of one, or of all. */
export async function readPotLines(tx: Tx, potId?: string): Promise<ReadonlyMap<string, readonly Line[]>> {
  const rows = await tx.selectFrom('pot_line').select(['pot_id', 'from_on', 'to_on', 'amount_minor']).$if(potId !== undefined, (query) => query.where('pot_id', '=', potId ?? '')).orderBy('from_on').execute()
  return new Map([...Map.groupBy(rows, ({ pot_id }) => pot_id)].map(([id, own]) => [id, own.map(({ from_on, to_on, amount_minor }) => ({ from: from_on, to: to_on, amount: BigInt(amount_minor) }))]))
}

/** Puts lines in the place of those of a pot; what stays the same is not written again. */
export async function replacePotLines(tx: Tx, potId: string, lines: readonly Line[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(lines.map(({ from, to, amount }) => ({ from, to, amount: amount.toString() })))}::jsonb) as n("from" date, "to" date, amount bigint)`
  await sql`delete from pot_line t where t.org_id = current_org() and t.pot_id = ${potId} and not exists (select from ${given} where n."from" = t.from_on)`.execute(tx)
  await sql`insert into pot_line (org_id, pot_id, from_on, to_on, amount_minor) select current_org(), ${potId}::uuid, n."from", n."to", n.amount from ${given}
    on conflict (org_id, pot_id, from_on) do update set to_on = excluded.to_on, amount_minor = excluded.amount_minor where (pot_line.to_on, pot_line.amount_minor) is distinct from (excluded.to_on, excluded.amount_minor)`.execute(tx)
}

/** Names of initiatives that count on a pot in any of their variants, by name. */
export async function initiativesOnPot(tx: Tx, potId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select distinct i.name from variant_cost c join initiative_variant v on v.org_id = c.org_id and v.id = c.variant_id join initiative i on i.org_id = v.org_id and i.id = v.initiative_id
    where c.pot_id = ${potId} and i.removed_at is null order by i.name`.execute(tx)
  return rows.map(({ name }) => name)
}

/** Whether the organisation has any amount in this room. */
export async function holdsAmounts(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select exists (select from pot_line) or exists (select from pot where total_minor is not null) or exists (select from variant_cost)
    or exists (select from resource_pool where rate_minor is not null or overload_rate_minor is not null) or exists (select from initiative_variant where benefits_minor is not null)
    or exists (select from initiative_plan where coalesce(spent_minor, to_go_minor, exit_minor) is not null) as held`.execute(tx)
  return rows[0]?.held === true
}
