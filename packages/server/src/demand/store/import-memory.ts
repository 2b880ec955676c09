import { sql } from 'kysely'
import type { MappingMemory } from '@throughline/exchange/portfolio'
import { newId, type Tx } from '../../database/index.ts'

export type MemoryRow = { readonly id: string; readonly file_name: string; readonly choices: MappingMemory; readonly at: string; readonly by: string; readonly forgotten_at: string | null; readonly forgotten_by: string | null }

/** What was learnt of headings, newest first, what was forgotten included. */
export async function readMemory(tx: Tx): Promise<readonly MemoryRow[]> {
  return (await tx.selectFrom('import_memory').select(['id', 'file_name', 'choices', 'at', 'by', 'forgotten_at', 'forgotten_by']).orderBy('at', 'desc').orderBy('id', 'desc').execute()) as readonly MemoryRow[]
}

/** Remembers what was decided of the headings of a file. */
export async function insertMemory(tx: Tx, orgId: string, { importId, fileName, choices, by }: { readonly importId: string; readonly fileName: string; readonly choices: MappingMemory; readonly by: string }): Promise<string> {
  const id = newId()
  await tx.insertInto('import_memory').values({ org_id: orgId, id, import_id: importId, file_name: fileName, choices: JSON.stringify(choices), by, forgotten_at: null, forgotten_by: null }).execute()
  return id
}

/** Forgets one lesson; returns it, or undefined where there is none to forget. */
export async function forgetMemory(tx: Tx, id: string, by: string): Promise<Pick<MemoryRow, 'id' | 'file_name'> | undefined> {
  return tx.updateTable('import_memory').set({ forgotten_at: sql<string>`act_time()`, forgotten_by: by }).where('id', '=', id).where('forgotten_at', 'is', null).returning(['id', 'file_name']).executeTakeFirst()
}
