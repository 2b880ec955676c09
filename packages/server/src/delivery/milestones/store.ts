import type { NewContributor } from '@throughline/contract/delivery'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { StrategicMilestoneTable } from './tables.ts'

/** A milestone as it is kept. */
export type MilestoneRecord = Omit<Selectable<StrategicMilestoneTable>, 'org_id' | 'contributors'> & { readonly contributors: readonly NewContributor[] }

const milestones = (tx: Tx) => tx.selectFrom('strategic_milestone').select(['id', 'version', 'objective_key', 'name', 'note', 'wanted_on', 'reached_on', 'contributors'])

/** Every milestone by the day on which it is wanted. */
export const readStoredMilestones = async (tx: Tx): Promise<readonly MilestoneRecord[]> => (await milestones(tx).orderBy('wanted_on').orderBy(sql`lower(name)`).orderBy('id').execute()) as MilestoneRecord[]
/** Locked until the act ends. */
export const lockMilestone = async (tx: Tx, id: string): Promise<MilestoneRecord | undefined> => (await milestones(tx).where('id', '=', id).forUpdate().executeTakeFirst()) as MilestoneRecord | undefined
/** The milestone of an objective that is called so. */
export const milestoneNamed = (tx: Tx, objectiveKey: string, name: string) => tx.selectFrom('strategic_milestone').select(['id', 'name']).where('objective_key', '=', objectiveKey).where(sql<boolean>`lower(name) = lower(${name})`).executeTakeFirst()

export const insertMilestone = (tx: Tx, row: Insertable<StrategicMilestoneTable>) => tx.insertInto('strategic_milestone').values(row).execute()
/** Changes a milestone and counts its version up. */
export const updateMilestone = (tx: Tx, id: string, change: Updateable<StrategicMilestoneTable>) => tx.updateTable('strategic_milestone').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const deleteMilestone = (tx: Tx, id: string) => tx.deleteFrom('strategic_milestone').where('id', '=', id).execute()

/** The latest planned end of open work, by initiative. */
export async function readWorkEnds(tx: Tx, initiativeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; on: string }>`select initiative_id as id, max(finish_on)::text as "on" from task where removed_at is null and state in ('not_started', 'in_progress') and finish_on is not null and initiative_id = any(${[...initiativeIds]}::uuid[]) group by 1`.execute(tx)
  return new Map(rows.map(({ id, on }) => [id, on]))
}
