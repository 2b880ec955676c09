import { sql } from 'kysely'
import type { Tx } from '../tables.ts'

/** Whether there is a table of this name already: schema steps begin with nothing. */
export const isThere = async (tx: Tx, table: string): Promise<boolean> => (await sql<{ there: boolean }>`select to_regclass(${`public.${table}`}) is not null as there`.execute(tx)).rows[0]?.there ?? false
