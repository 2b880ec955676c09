import type { CharterText } from '@throughline/contract/governance'
import type { RenewalFinding } from '@throughline/engine/governance'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { CharterEditionTable, CharterTable } from './tables.ts'

type Said = { readonly said: CharterText }
type Found = { readonly findings: readonly RenewalFinding[] }
export type StoredCharter = Omit<Selectable<CharterTable>, 'said'> & Said
export type StoredCharterEdition = Omit<Selectable<CharterEditionTable>, 'said' | 'findings'> & Said & Found

/** Every charter by its body, ended ones among them. */
export const readCharters = async (tx: Tx): Promise<readonly StoredCharter[]> => (await tx.selectFrom('charter').selectAll().orderBy(sql`lower(said->>'body')`).orderBy('id').execute()) as StoredCharter[]
/** One charter, held until the act ends. */
export const lockCharter = async (tx: Tx, id: string): Promise<StoredCharter | undefined> => (await tx.selectFrom('charter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredCharter | undefined
export const insertCharter = (tx: Tx, { said, ...row }: Omit<Insertable<CharterTable>, 'said'> & Said) => tx.insertInto('charter').values({ ...row, said: JSON.stringify(said) }).execute()
export const updateCharter = (tx: Tx, id: string, { said, ...set }: Omit<Updateable<CharterTable>, 'said'> & Partial<Said>) =>
  tx.updateTable('charter').set({ ...set, ...(said ? { said: JSON.stringify(said) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Editions of every charter, the newest first. */
export const readCharterEditions = async (tx: Tx): Promise<readonly StoredCharterEdition[]> => (await tx.selectFrom('charter_edition').selectAll().orderBy('no', 'desc').orderBy('id').execute()) as StoredCharterEdition[]
export const insertCharterEdition = (tx: Tx, { said, findings, ...row }: Omit<Insertable<CharterEditionTable>, 'said' | 'findings'> & Said & Found) => tx.insertInto('charter_edition').values({ ...row, said: JSON.stringify(said), findings: JSON.stringify(findings) }).execute()

/** Charters by the body that they are of. */
export const bodiesOf = async (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> => (await sql<{ id: string; name: string }>`select id, said->>'body' as name from charter where id = any(${ids}::uuid[])`.execute(tx)).rows
