import type { Judgement, Workshop, WorkshopDecision } from '@throughline/contract/strategy'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { WeightJudgementTable, WeightWorkshopTable } from './tables.ts'

export type StoredJudge = Omit<Selectable<WeightJudgementTable>, 'judgement'> & { readonly judgement: Judgement | null }
/** A workshop with everybody who is invited, by name. */
export type StoredWorkshop = Omit<Selectable<WeightWorkshopTable>, 'objectives' | 'decision'> & { readonly objectives: Workshop['objectives']; readonly decision: WorkshopDecision | null; readonly judges: readonly StoredJudge[] }

/** Workshops that were not called off, newest first; one where it is named. */
export async function readWorkshops(tx: Tx, id?: string): Promise<readonly StoredWorkshop[]> {
  const rows = await tx.selectFrom('weight_workshop').selectAll().where('removed_at', 'is', null).$if(id !== undefined, (query) => query.where('id', '=', id ?? '')).orderBy('opened_at', 'desc').orderBy('id').execute()
  const judges = rows.length === 0 ? [] : await tx.selectFrom('weight_judgement').selectAll().$if(id !== undefined, (query) => query.where('workshop_id', '=', id ?? '')).orderBy('name').orderBy('id').execute()
  const of = Map.groupBy(judges as StoredJudge[], ({ workshop_id }) => workshop_id)
  return rows.map((row) => ({ ...row, objectives: row.objectives as Workshop['objectives'], decision: row.decision as WorkshopDecision | null, judges: of.get(row.id) ?? [] }))
}

/** The next round of a workshop, where there is one. */
export const readFollower = (tx: Tx, id: string): Promise<{ readonly id: string; readonly opened_by: string } | undefined> => tx.selectFrom('weight_workshop').select(['id', 'opened_by']).where('follows_id', '=', id).where('removed_at', 'is', null).executeTakeFirst()

/** One workshop, held until the act ends, so that the last two who judge do not both think that they are not the last. */
export async function lockWorkshop(tx: Tx, id: string): Promise<StoredWorkshop | undefined> {
  await tx.selectFrom('weight_workshop').select('id').where('id', '=', id).forUpdate().execute()
  return (await readWorkshops(tx, id))[0]
}

export async function insertWorkshop(tx: Tx, row: Omit<Insertable<WeightWorkshopTable>, 'objectives'> & { readonly objectives: Workshop['objectives'] }, judges: readonly Insertable<WeightJudgementTable>[]): Promise<void> {
  await tx.insertInto('weight_workshop').values({ ...row, objectives: JSON.stringify(row.objectives) }).execute()
  await tx.insertInto('weight_judgement').values([...judges]).execute()
}

type Change = Omit<Updateable<WeightWorkshopTable>, 'org_id' | 'id' | 'version' | 'decision' | 'objectives'> & { readonly decision?: WorkshopDecision }
/** Changes a workshop and counts its version up. */
export const updateWorkshop = (tx: Tx, id: string, { decision, ...change }: Change) =>
  tx.updateTable('weight_workshop').set({ ...change, ...(decision === undefined ? {} : { decision: JSON.stringify(decision) }) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

export const keepJudgement = (tx: Tx, id: string, judgement: Judgement, at: string) => tx.updateTable('weight_judgement').set({ judgement: JSON.stringify(judgement), handed_in_at: at }).where('id', '=', id).execute()
