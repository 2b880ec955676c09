import { sql } from 'kysely'
import type { PromiseSource } from '../strategy/index.ts'

/**
 * What stands promised on each measure by initiative and value period: promised, approved, delivered, realised and converted. What was
 * declined, given up or missed by the close of its period is not; a promise that was moved in time stands where it is now.
 */
export const valuePromises: PromiseSource = {
  promisedMovements: async (tx) => {
    const { rows } = await sql<{ initiativeId: string; measureId: string; unit: string; from: string; to: string; least: string }>`
      select b.initiative_id as "initiativeId", b.measure_id as "measureId", a.unit, w.from_on as "from", w.to_on as "to", sum(p.amount)::text as least
      from benefit b join ledger_account a on a.org_id = b.org_id and a.benefit_id = b.id and a.code in ('A10', 'A20', 'A30', 'A90', 'C10')
        join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id join value_period w on w.org_id = a.org_id and w.code = a.period
      where b.measure_id is not null group by b.initiative_id, b.measure_id, a.unit, w.code, w.from_on, w.to_on having sum(p.amount) <> 0 order by w.from_on, b.initiative_id, b.measure_id, a.unit`.execute(tx)
    return rows.map(({ least, ...row }) => ({ ...row, least: BigInt(least) }))
  },
}
