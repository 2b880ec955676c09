import { sql } from 'kysely'
import { withOrg, type Db } from '../../packages/server/src/database/index.ts'
import { liveMovement, liveShare, type FilledLedger } from './fill.ts'

/** Proves what the clients left behind: throws where a pool is overdrawn, a share passed, a balance not the sum of its postings, or an entry does not balance. */
export async function proveSound(db: Db, { actor }: FilledLedger): Promise<void> {
  const wrong = await withOrg(db, actor, async (tx) => (await sql<{ why: string }>`
    select 'overdrawn' as why from ledger_account a join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id where a.period like 'L%' and a.code = 'M10' and p.balance < 0
    union all select 'above its share' from ledger_account a join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id where a.period like 'L%' and a.code = 'R10' group by a.pool_id, a.period, a.initiative_id having sum(p.amount) > ${(liveMovement * liveShare) / 1_000_000}
    union all select 'balance that is not the sum' from (select p.balance, sum(p.amount) over (partition by p.account_id order by p.seq) as summed from ledger_posting p join ledger_account a on a.org_id = p.org_id and a.id = p.account_id where a.period like 'L%') b where b.balance <> b.summed
    union all select 'entry that does not balance' from ledger_posting p join ledger_entry e on e.org_id = p.org_id and e.id = p.entry_id where e.recorded_at > '2026-01-01' group by p.entry_id having sum(p.amount) <> 0`.execute(tx)).rows)
  if (wrong.length > 0) throw new Error(`found ${wrong.length} faults: ${wrong[0]?.why}`)
}
