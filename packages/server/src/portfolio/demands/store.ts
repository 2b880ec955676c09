import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { PlanningDemandTable } from './tables.ts'

export type DemandRow = Selectable<PlanningDemandTable>

const standing = (tx: Tx) => tx.selectFrom('planning_demand').selectAll().where('removed_at', 'is', null)

/** Every demand that stands, oldest first. */
export const readDemands = (tx: Tx): Promise<DemandRow[]> => standing(tx).orderBy('recorded_at').orderBy('id').execute()
export const readDemand = (tx: Tx, id: string): Promise<DemandRow | undefined> => standing(tx).where('id', '=', id).executeTakeFirst()

export const insertDemand = async (tx: Tx, row: Insertable<PlanningDemandTable>): Promise<void> => void (await tx.insertInto('planning_demand').values(row).execute())

/** The demand that was withdrawn; undefined where none stands. */
export const withdrawRow = (tx: Tx, id: string): Promise<DemandRow | undefined> =>
  tx.updateTable('planning_demand').set({ removed_at: sql<string>`act_time()` }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).where('removed_at', 'is', null).returningAll().executeTakeFirst()
