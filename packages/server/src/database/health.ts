import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** Settles once the database has answered; rejects where it does not. */
export const answers = async (db: Db): Promise<void> => void (await sql`select 1`.execute(db))
