import { fiscalYearOf, money, nominal, type FiscalCalendar } from '@throughline/engine/kernel'
import { readUnit } from '@throughline/engine/value'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { EntryFacts } from '../store.ts'

type Row = { readonly initiative: string; readonly unit: string; readonly from: string; readonly promised: string; readonly forecast: string; readonly realised: string; readonly by: string; readonly at: string }

/**
 * What the ledger says of money by initiative and fiscal year, as the books of value read it: promised (S10), forecast (realised so far and
 * what is expected of periods that are not closed) and realised (A90 and what of it was converted). Steps on the way are not counted.
 */
export async function readLedgerAmounts(tx: Tx, calendar: FiscalCalendar): Promise<readonly EntryFacts[]> {
  const { rows } = await sql<Row>`
    select a.initiative_id as initiative, a.unit, w.from_on as from, coalesce(sum(-p.amount) filter (where a.code = 'S10'), 0)::text as promised,
      coalesce(sum(p.amount) filter (where a.code in ('A90', 'C10') or (w.state <> 'closed' and a.code in ('A20', 'A30', 'F10'))), 0)::text as forecast, coalesce(sum(p.amount) filter (where a.code in ('A90', 'C10')), 0)::text as realised
    from ledger_account a join benefit b on b.org_id = current_org() and b.id = a.benefit_id and b.counted join value_period w on w.org_id = current_org() and w.code = a.period join ledger_posting p on p.org_id = current_org() and p.account_id = a.id
    where a.org_id = current_org() and a.initiative_id is not null and a.code in ('S10', 'A20', 'A30', 'A90', 'C10', 'F10') and a.unit ~ '^[A-Z]{3}\\.' group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows.flatMap((row): EntryFacts[] => {
    const { base, cash } = readUnit(row.unit)
    const amount = (least: string) => money(BigInt(least), base, nominal, cash === 'cash' ? 'cash_releasing' : 'non_cash_releasing')
    const of = (kind: EntryFacts['kind'], least: string): EntryFacts => ({ id: '', initiativeId: row.initiative, kind, year: fiscalYearOf(calendar, row.from), amount: amount(least), evidence: '', reverses: null, reversedBy: null, by: '', at: '' })
    // Realised value is undefined, not zero, until something is claimed; a promise of nothing is one.
    return [of('promised', row.promised), of('forecast', row.forecast), ...(row.realised === '0' ? [] : [of('realised', row.realised)])]
  })
}

/** Initiatives that have entries in the ledger: it is their only book. */
export async function readInitiativesInLedger(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('ledger_account').select('initiative_id').distinct().where('initiative_id', 'is not', null).where('benefit_id', 'is not', null).execute()
  return new Set(rows.flatMap(({ initiative_id }) => (initiative_id === null ? [] : [initiative_id])))
}
