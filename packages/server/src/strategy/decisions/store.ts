import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import './tables.ts'
import type { DecisionObjectiveTable } from './tables.ts'

export type StoredCitation = Selectable<DecisionObjectiveTable>

/** Which objectives were a reason of which decisions, in the order in which it was said. */
export const readCitations = (tx: Tx): Promise<readonly StoredCitation[]> => tx.selectFrom('decision_objective').selectAll().where('removed_at', 'is', null).orderBy('cited_at').orderBy('id').execute()
export const insertCitation = (tx: Tx, row: Insertable<DecisionObjectiveTable>) => tx.insertInto('decision_objective').values(row).execute()
export const takeCitationAway = (tx: Tx, id: string, at: string) => tx.updateTable('decision_objective').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
