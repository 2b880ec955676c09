import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** Who changed each of some initiatives last, by name. */
export async function readLastBy(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; by: string }>`
    select distinct on (entity_id) entity_id as id, actor_name as by from revision where room = 'demand' and kind = 'initiative' and entity_id = any(${ids}) order by entity_id, at desc, id desc`.execute(tx)
  return new Map(rows.map(({ id, by }) => [id, by]))
}
