import type { ChangePlan, Experiment } from '@throughline/contract/demand'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { ChangePlanTable, ExperimentTable } from './tables.ts'

export type StoredExperiment = Omit<Selectable<ExperimentTable>, 'evidence'> & { readonly evidence: Experiment['evidence'] }
export type StoredPlan = Omit<Selectable<ChangePlanTable>, 'steps'> & { readonly steps: ChangePlan['steps'] }

/** Every experiment, or those on one idea, the newest first. */
export const readExperiments = async (tx: Tx, ideaId?: string): Promise<readonly StoredExperiment[]> =>
  (await tx.selectFrom('experiment').selectAll().$if(ideaId !== undefined, (query) => query.where('idea_id', '=', ideaId ?? '')).orderBy('designed_at', 'desc').orderBy('id', 'desc').execute()) as StoredExperiment[]
/** One experiment, held until the act ends. */
export const lockExperiment = async (tx: Tx, id: string): Promise<StoredExperiment | undefined> => (await tx.selectFrom('experiment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredExperiment | undefined
export const insertExperiment = (tx: Tx, row: Omit<Insertable<ExperimentTable>, 'evidence'>) => tx.insertInto('experiment').values(row).execute()
export const updateExperiment = (tx: Tx, id: string, { evidence, ...set }: Omit<Updateable<ExperimentTable>, 'evidence'> & { readonly evidence?: Experiment['evidence'] }) =>
  tx.updateTable('experiment').set({ ...set, ...(evidence ? { evidence: JSON.stringify(evidence) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Every plan of change, the newest first. */
export const readPlans = async (tx: Tx): Promise<readonly StoredPlan[]> => (await tx.selectFrom('change_plan').selectAll().orderBy('begun_at', 'desc').orderBy('id', 'desc').execute()) as StoredPlan[]
export const lockPlan = async (tx: Tx, id: string): Promise<StoredPlan | undefined> => (await tx.selectFrom('change_plan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredPlan | undefined
export const insertPlan = (tx: Tx, { steps, ...row }: Omit<Insertable<ChangePlanTable>, 'steps'> & Pick<ChangePlan, 'steps'>) => tx.insertInto('change_plan').values({ ...row, steps: JSON.stringify(steps) }).execute()
export const keepSteps = (tx: Tx, id: string, steps: ChangePlan['steps']) => tx.updateTable('change_plan').set({ steps: JSON.stringify(steps) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Experiments on an idea, and plans of an initiative, by their ids. */
export const experimentsOf = async (tx: Tx, ideaId: string): Promise<readonly string[]> => (await tx.selectFrom('experiment').select('id').where('idea_id', '=', ideaId).execute()).map(({ id }) => id)
export const plansOf = async (tx: Tx, initiativeId: string): Promise<readonly string[]> => (await tx.selectFrom('change_plan').select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id)
