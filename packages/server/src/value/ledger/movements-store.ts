import { inPeriod, type MovedIn } from '@throughline/engine/value'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/**
 * What each pool moved in the measured period before another one of it, and in that other one, under `pool period` of the later: with what each
 * movement was made of, as it stands now. Of some pools; a period before which nothing was measured is not among them.
 */
export async function readMovedBefore(tx: Tx, poolIds: readonly string[]): Promise<ReadonlyMap<string, readonly [before: MovedIn, now: MovedIn]>> {
  if (poolIds.length === 0) return new Map()
  const { rows } = await sql<{ poolId: string; period: string; movement: string; made: MovedIn['made'] | null }>`
    select e.measured_pool as "poolId", e.measured_period as period, e.measured -> 'made' as made,
      coalesce((select sum(-p.amount) from ledger_account a join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id where a.org_id = current_org() and a.pool_id = e.measured_pool and a.period = e.measured_period and a.code = 'S20'), 0)::text as movement
    from ledger_entry e join value_period w on w.org_id = current_org() and w.code = e.measured_period
    where e.org_id = current_org() and e.measured_pool = any(${[...poolIds]}::uuid[]) and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) order by e.measured_pool, w.from_on`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ poolId }) => poolId)].flatMap(([poolId, own]) => {
    const moved = own.map(({ period, movement, made }): MovedIn => ({ periodId: period, movement: BigInt(movement), made: made ?? undefined }))
    return moved.slice(1).map((now, at) => [inPeriod(poolId, now.periodId), [moved[at] ?? now, now]] as const)
  }))
}
