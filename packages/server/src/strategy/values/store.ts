import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { DecisionValueTable, OrganisationValueTable, UnitValueTable } from './tables.ts'

export type StoredValue = Omit<Selectable<OrganisationValueTable>, 'behaviours'> & { readonly behaviours: readonly string[] }
export type StoredStatement = Selectable<UnitValueTable>
export type StoredTag = Selectable<DecisionValueTable>
type Texts = { readonly behaviours: readonly string[] }

/** Every value by name, retired ones among them. */
export const readOrganisationValues = async (tx: Tx): Promise<readonly StoredValue[]> => (await tx.selectFrom('organisation_value').selectAll().orderBy('name').orderBy('id').execute()) as StoredValue[]
/** One value, held until the act ends. */
export const lockValue = async (tx: Tx, id: string): Promise<StoredValue | undefined> => (await tx.selectFrom('organisation_value').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredValue | undefined
export const insertValue = (tx: Tx, { behaviours, ...row }: Omit<Insertable<OrganisationValueTable>, 'behaviours'> & Texts) => tx.insertInto('organisation_value').values({ ...row, behaviours: JSON.stringify(behaviours) }).execute()
export const updateValue = (tx: Tx, id: string, { behaviours, ...set }: Omit<Updateable<OrganisationValueTable>, 'behaviours'> & Partial<Texts>) =>
  tx.updateTable('organisation_value').set({ ...set, ...(behaviours ? { behaviours: JSON.stringify(behaviours) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** What units say and nobody took away, in the order in which it was said. */
export const readStatements = (tx: Tx): Promise<readonly StoredStatement[]> => tx.selectFrom('unit_value').selectAll().where('removed_at', 'is', null).orderBy('said_at').orderBy('id').execute()
export const lockStatement = (tx: Tx, id: string): Promise<StoredStatement | undefined> => tx.selectFrom('unit_value').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()
export const insertStatement = (tx: Tx, row: Insertable<UnitValueTable>) => tx.insertInto('unit_value').values(row).execute()
export const updateStatement = (tx: Tx, id: string, set: Updateable<UnitValueTable>) => tx.updateTable('unit_value').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Which decisions were said to serve which values, newest first. */
export const readTags = (tx: Tx): Promise<readonly StoredTag[]> => tx.selectFrom('decision_value').selectAll().where('removed_at', 'is', null).orderBy('tagged_at', 'desc').orderBy('id', 'desc').execute()
export const insertTag = (tx: Tx, row: Insertable<DecisionValueTable>) => tx.insertInto('decision_value').values(row).execute()
export const takeTagAway = (tx: Tx, id: string, at: string) => tx.updateTable('decision_value').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
