import type { TieFacts } from '@throughline/engine/demand'
import { sql, type Insertable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { DependencyTable, ExclusionTable } from '../tables.ts'

/** Dependencies and exclusions between initiatives that were not removed: all, or those of one of them. */
export async function readTies(tx: Tx, only?: string): Promise<TieFacts> {
  const dependencies = await sql<TieFacts['dependencies'][number]>`
    select d.id, d.from_id as "fromId", d.to_id as "toId", d.reason from dependency d
    join initiative a on a.org_id = d.org_id and a.id = d.from_id and a.removed_at is null
    join initiative b on b.org_id = d.org_id and b.id = d.to_id and b.removed_at is null
    where d.removed_at is null and ${only === undefined ? sql`true` : sql`(d.from_id = ${only} or d.to_id = ${only})`} order by d.id`.execute(tx)
  const exclusions = await sql<TieFacts['exclusions'][number]>`
    select e.id, e.name, e.reason, array_agg(m.initiative_id order by m.initiative_id)::text[] as "initiativeIds" from exclusion e
    join exclusion_member m on m.org_id = e.org_id and m.exclusion_id = e.id
    join initiative i on i.org_id = m.org_id and i.id = m.initiative_id and i.removed_at is null
    where e.removed_at is null and ${only === undefined ? sql`true` : sql`exists (select from exclusion_member o where o.org_id = e.org_id and o.exclusion_id = e.id and o.initiative_id = ${only})`} group by e.id, e.name, e.reason order by e.id`.execute(tx)
  return { dependencies: dependencies.rows, exclusions: exclusions.rows }
}

export const insertDependency = async (tx: Tx, row: Insertable<DependencyTable>): Promise<void> => {
  await tx.insertInto('dependency').values(row).execute()
}

/** Removes a dependency; returns it, or undefined where there is none. */
export const removeDependencyRow = (tx: Tx, id: string, at: string) => tx.updateTable('dependency').set({ removed_at: at }).where('id', '=', id).where('removed_at', 'is', null).returningAll().executeTakeFirst()

export async function insertExclusion(tx: Tx, row: Insertable<ExclusionTable>, initiativeIds: readonly string[]): Promise<void> {
  await tx.insertInto('exclusion').values(row).execute()
  await tx.insertInto('exclusion_member').values(initiativeIds.map((id) => ({ org_id: row.org_id, exclusion_id: row.id, initiative_id: id }))).execute()
}

/** Removes an exclusion; returns it, or undefined where there is none. */
export const removeExclusionRow = (tx: Tx, id: string, at: string) => tx.updateTable('exclusion').set({ removed_at: at }).where('id', '=', id).where('removed_at', 'is', null).returningAll().executeTakeFirst()
