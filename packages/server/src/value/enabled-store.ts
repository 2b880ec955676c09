import { sql } from 'kysely'
import type { EnabledSource } from '../delivery/index.ts'

/** Benefits, and what of the benefits network carries them, by name: what work may enable. */
export const readEnabled: EnabledSource = async (tx, ids) => {
  const wanted = ids === undefined ? sql`true` : sql`x.id = any(${[...ids]}::uuid[])`
  const { rows } = await sql<{ kind: 'benefit' | 'change'; id: string; name: string }>`
    select x.kind, x.id, x.name from (
      select 'benefit' as kind, b.id, b.name from benefit b
      union all select 'change', n.id, n.name from network_node n where n.removed_at is null and n.state <> 'retired' and n.kind <> 'driver') x
    where ${wanted} order by lower(x.name), x.id`.execute(tx)
  return rows
}
