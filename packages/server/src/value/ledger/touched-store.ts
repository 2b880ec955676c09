import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** Benefits, measures and periods that an act touches by what it names. */
export type Touched = { readonly benefitIds: readonly string[]; readonly measureIds: readonly string[]; readonly periods: readonly string[] }

/** What stands behind entries that are reversed, and behind everything open of periods that are closed. */
export async function readTouched(tx: Tx, { entryIds, sweeping }: { readonly entryIds: readonly string[]; readonly sweeping: readonly string[] }): Promise<Touched> {
  if (entryIds.length === 0 && sweeping.length === 0) return { benefitIds: [], measureIds: [], periods: [] }
  const { rows } = await sql<{ benefit: string | null; pool: string | null; period: string }>`
    select distinct a.benefit_id as benefit, a.pool_id as pool, a.period from ledger_account a where a.org_id = current_org()
      and (a.id in (select p.account_id from ledger_posting p where p.org_id = current_org() and p.entry_id = any(${[...entryIds]}::uuid[])) or (a.period = any(${[...sweeping]}::text[]) and a.code in ('A20', 'A30', 'M10')))
    union select null, e.measured_pool, e.measured_period from ledger_entry e where e.org_id = current_org() and e.id = any(${[...entryIds]}::uuid[]) and e.measured_pool is not null`.execute(tx)
  const pools = [...new Set(rows.flatMap(({ pool }) => pool ?? []))]
  const measures = pools.length === 0 ? [] : await tx.selectFrom('value_measure').select('measure_id').where('pool_id', '=', sql<string>`any(${pools}::uuid[])`).execute()
  return { benefitIds: [...new Set(rows.flatMap(({ benefit }) => benefit ?? []))], measureIds: measures.map(({ measure_id }) => measure_id), periods: [...new Set(rows.map(({ period }) => period))] }
}
