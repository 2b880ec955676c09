import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { ImportTable } from '../tables.ts'

export type StoredImport = Selectable<ImportTable>

/** Keeps an uploaded file with its choices. */
export const insertImport = async (tx: Tx, row: Insertable<ImportTable>): Promise<void> => {
  await tx.insertInto('portfolio_import').values(row).execute()
}

/** An import with its bytes, or undefined. */
export const findImport = (tx: Tx, id: string): Promise<StoredImport | undefined> => tx.selectFrom('portfolio_import').selectAll().where('id', '=', id).executeTakeFirst()

/** An import with its bytes, held until the act ends. */
export const lockImport = (tx: Tx, id: string): Promise<StoredImport | undefined> => tx.selectFrom('portfolio_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Changes what is known of an import; its bytes never change. */
export const updateImport = async (tx: Tx, id: string, change: Partial<Pick<Insertable<ImportTable>, 'state' | 'choices' | 'publication_id' | 'outcome'>>): Promise<void> => {
  await tx.updateTable('portfolio_import').set(change).where('id', '=', id).execute()
}
