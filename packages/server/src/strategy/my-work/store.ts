import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { SightPerson } from '../sight/source.ts'

/** Measures that somebody owns, by the name that stands there, or reports. */
export async function measureTies(tx: Tx, { accountId, name }: SightPerson): Promise<readonly { readonly id: string; readonly owns: boolean; readonly reports: boolean }[]> {
  const { rows } = await sql<{ id: string; owns: boolean; reports: boolean }>`
    select * from (select m.id, coalesce(lower(trim(m.owner)) = lower(trim(${name}::text)), false) as owns, coalesce(m.reporter_id = ${accountId}, false) as reports from measure m where m.removed_at is null) s where s.owns or s.reports`.execute(tx)
  return rows
}
