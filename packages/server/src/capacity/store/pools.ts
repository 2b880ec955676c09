import type { Line } from '@throughline/engine/capacity'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { ResourcePoolTable } from '../tables.ts'

export type PoolRecord = Selectable<ResourcePoolTable>

const standing = (tx: Tx) => tx.selectFrom('resource_pool').selectAll().where('removed_at', 'is', null)

/** Every pool that was not removed, by name. */
export const readPools = (tx: Tx): Promise<PoolRecord[]> => standing(tx).orderBy(sql`lower(name)`).orderBy('id').execute()
export const readPool = (tx: Tx, id: string): Promise<PoolRecord | undefined> => standing(tx).where('id', '=', id).executeTakeFirst()
/** Locked until the act ends. */
export const lockPool = (tx: Tx, id: string): Promise<PoolRecord | undefined> => standing(tx).where('id', '=', id).forUpdate().executeTakeFirst()
export const poolNamed = (tx: Tx, name: string): Promise<PoolRecord | undefined> => standing(tx).where(sql<boolean>`lower(name) = lower(${name})`).executeTakeFirst()

export const insertPool = async (tx: Tx, row: Insertable<ResourcePoolTable>): Promise<void> => void (await tx.insertInto('resource_pool').values(row).execute())

/** Changes a pool and counts its version up. */
export async function updatePool(tx: Tx, id: string, change: Updateable<ResourcePoolTable>): Promise<void> {
  await tx.updateTable('resource_pool').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}

/** The capacity of pools as it was given, by pool, in the order of time: of one, or of all. */
export async function readCapacityLines(tx: Tx, poolId?: string): Promise<ReadonlyMap<string, readonly Line[]>> {
  const rows = await tx.selectFrom('pool_line').select(['pool_id', 'from_on', 'to_on', 'hundredths']).$if(poolId !== undefined, (query) => query.where('pool_id', '=', poolId ?? '')).orderBy('from_on').execute()
  return new Map([...Map.groupBy(rows, ({ pool_id }) => pool_id)].map(([id, own]) => [id, own.map(({ from_on, to_on, hundredths }) => ({ from: from_on, to: to_on, amount: BigInt(hundredths) }))]))
}

/** Puts lines in the place of those of a pool; what stays the same is not written again. */
export async function replaceCapacityLines(tx: Tx, poolId: string, lines: readonly Line[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(lines.map(({ from, to, amount }) => ({ from, to, amount: amount.toString() })))}::jsonb) as n("from" date, "to" date, amount bigint)`
  await sql`delete from pool_line t where t.org_id = current_org() and t.pool_id = ${poolId} and not exists (select from ${given} where n."from" = t.from_on)`.execute(tx)
  await sql`insert into pool_line (org_id, pool_id, from_on, to_on, hundredths) select current_org(), ${poolId}::uuid, n."from", n."to", n.amount from ${given}
    on conflict (org_id, pool_id, from_on) do update set to_on = excluded.to_on, hundredths = excluded.hundredths where (pool_line.to_on, pool_line.hundredths) is distinct from (excluded.to_on, excluded.hundredths)`.execute(tx)
}

/** Names of initiatives that count on a pool in any of their variants, by name. */
export async function initiativesOnPool(tx: Tx, poolId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select distinct i.name from variant_demand d join initiative_variant v on v.org_id = d.org_id and v.id = d.variant_id join initiative i on i.org_id = v.org_id and i.id = v.initiative_id
    where d.pool_id = ${poolId} and i.removed_at is null order by i.name`.execute(tx)
  return rows.map(({ name }) => name)
}
