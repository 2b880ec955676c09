import type { RecordedState } from '@throughline/engine/strategy'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/**
 * The states of some initiatives in which they stand elsewhere in their life than in the one before, in the order of their recording, until the moment of
 * the transaction. What a late position recorded of an earlier day was never in force and is not among them.
 */
export async function readRecordedStates(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedState[]>> {
  if (ids.length === 0) return new Map()
  const columns = sql.raw('id, state, believed_from, valid_from')
  const { rows } = await sql<RecordedState & { id: string }>`
    select id, state, believed_from as at, valid_from as "from" from (
      select *, state is distinct from lag(state) over (partition by id order by believed_from, past_no) as moved from (
        select ${columns}, 9223372036854775807 as past_no from public.initiative where believed_from <= known_at() and id = any(${ids}::uuid[])
        union all select ${columns}, past_no from public.initiative_past where believed_from <= known_at() and replaced_at > believed_from and id = any(${ids}::uuid[])) recorded) step
    where moved order by id, believed_from, past_no`.execute(tx)
  return Map.groupBy(rows, ({ id }) => id)
}
