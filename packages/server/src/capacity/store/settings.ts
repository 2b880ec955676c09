import type { Grain } from '@throughline/engine/capacity'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

export type Settings = { readonly grain: Grain; readonly periods: number; readonly version: number }

/** What holds until somebody says otherwise: quarters, three years of them. */
const usual: Settings = { grain: 'quarter', periods: 12, version: 1 }

export const readSettings = async (tx: Tx): Promise<Settings> => (await tx.selectFrom('capacity_setting').select(['grain', 'periods', 'version']).executeTakeFirst()) ?? usual

/** Sets how the organisation plans and counts the version up. */
export async function writeSettings(tx: Tx, { grain, periods, version }: Settings): Promise<void> {
  await sql`insert into capacity_setting (org_id, grain, periods, version) values (current_org(), ${grain}, ${periods}, ${version + 1})
    on conflict (org_id) do update set grain = excluded.grain, periods = excluded.periods, version = excluded.version`.execute(tx)
}
