import type { TargetBecause } from '@throughline/contract/strategy'
import type { AgreedTarget } from '@throughline/engine/strategy'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

type Row = { readonly id: string; readonly target: string; readonly because: TargetBecause | null; readonly since: string }

/** The targets that each measure has had until the moment that is asked for, oldest first; a target that stayed is told once. */
export async function readTargets(tx: Tx): Promise<ReadonlyMap<string, readonly AgreedTarget[]>> {
  const { rows } = await sql<Row>`select id, target::text as target, target_because as because, (believed_from at time zone 'utc')::date::text as since from (
      select id, target, target_because, believed_from, lag(target) over (partition by id order by believed_from) as before, row_number() over (partition by id order by believed_from) as place from (
        select id, target, target_because, believed_from from public.measure union all select id, target, target_because, believed_from from public.measure_past) every_state
      where believed_from <= known_at() and target is not null) told
    where place = 1 or target is distinct from before order by id, believed_from`.execute(tx)
  const agreed = rows.map(({ id, target, because, since }) => ({ id, value: Number(target), since, because }))
  return Map.groupBy(agreed, ({ id }) => id)
}
