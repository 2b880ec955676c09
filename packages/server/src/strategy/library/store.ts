import type { NewDefinition } from '@throughline/contract/strategy'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { MeasureDefinitionTable, MeasureLinkTable } from './tables.ts'

export type StoredDefinition = Omit<Selectable<MeasureDefinitionTable>, 'content'> & { readonly content: NewDefinition }
type Content = { readonly content: NewDefinition }

/** Every definition by name, retired ones among them. */
export const readDefinitions = async (tx: Tx): Promise<readonly StoredDefinition[]> => (await tx.selectFrom('measure_definition').selectAll().orderBy('name').orderBy('id').execute()) as StoredDefinition[]
export const insertDefinitions = async (tx: Tx, rows: readonly (Omit<Insertable<MeasureDefinitionTable>, 'content'> & Content)[]): Promise<void> => {
  if (rows.length > 0) await tx.insertInto('measure_definition').values(rows.map(({ content, ...row }) => ({ ...row, content: JSON.stringify(content) }))).execute()
}
export const updateDefinition = (tx: Tx, id: string, { content, ...set }: Omit<Updateable<MeasureDefinitionTable>, 'content'> & Partial<Content>) =>
  tx.updateTable('measure_definition').set({ ...set, ...(content ? { content: JSON.stringify(content) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

export const insertLink = (tx: Tx, row: Insertable<MeasureLinkTable>) => tx.insertInto('measure_link').values(row).execute()
export const findLink = (tx: Tx, id: string): Promise<Selectable<MeasureLinkTable> | undefined> => tx.selectFrom('measure_link').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
export const closeLink = (tx: Tx, id: string, at: string) => tx.updateTable('measure_link').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
