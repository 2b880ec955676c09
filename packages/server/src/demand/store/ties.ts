import type { TieFacts } from '@throughline/engine/demand'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** Dependencies and exclusions between initiatives that were not removed. */
export async function readTies(tx: Tx): Promise<TieFacts> {
  const dependencies = await sql<TieFacts['dependencies'][number]>`
    select d.id, d.from_id as "fromId", d.to_id as "toId", d.reason from dependency d
    join initiative a on a.org_id = d.org_id and a.id = d.from_id and a.removed_at is null
    join initiative b on b.org_id = d.org_id and b.id = d.to_id and b.removed_at is null
    where d.removed_at is null order by d.id`.execute(tx)
  const exclusions = await sql<TieFacts['exclusions'][number]>`
    select e.id, e.name, e.reason, array_agg(m.initiative_id order by m.initiative_id)::text[] as "initiativeIds" from exclusion e
    join exclusion_member m on m.org_id = e.org_id and m.exclusion_id = e.id
    join initiative i on i.org_id = m.org_id and i.id = m.initiative_id and i.removed_at is null
    where e.removed_at is null group by e.id, e.name, e.reason order by e.id`.execute(tx)
  return { dependencies: dependencies.rows, exclusions: exclusions.rows }
}
