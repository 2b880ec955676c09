import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { InitiativeOutcomeTable } from './tables.ts'

export type StoredOutcome = Selectable<InitiativeOutcomeTable>

/** What was judged, by initiative. */
export const readOutcomes = async (tx: Tx): Promise<ReadonlyMap<string, StoredOutcome>> => new Map((await tx.selectFrom('initiative_outcome').selectAll().execute()).map((row) => [row.id, row]))
/** What was judged of some, held until the act ends. */
export const lockOutcomes = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredOutcome>> =>
  new Map((await tx.selectFrom('initiative_outcome').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).orderBy('id').forUpdate().execute()).map((row) => [row.id, row]))

/** Keeps what was judged, in place of what was judged before: that stays in the history. */
export async function keepOutcome(tx: Tx, { org_id, id, ...set }: Omit<Insertable<InitiativeOutcomeTable>, 'version'>): Promise<void> {
  await tx.insertInto('initiative_outcome').values({ org_id, id, ...set }).onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet((row) => ({ ...set, version: sql<number>`${row.ref('initiative_outcome.version')} + 1` }))).execute()
}
