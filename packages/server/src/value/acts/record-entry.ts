import { fiscalYear, fiscalYearLabel, fiscalYearOf, money, nominal, ok, refuse, type CashClass, type CivilDate, type FiscalCalendar, type Result } from '@throughline/engine/kernel'
import type { ValueRefusal } from '@throughline/contract/value'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { readInitiative } from '../../demand/index.ts'
import { isInLedger } from '../ledger/register-store.ts'
import { addEntry, type EntryFacts } from '../store.ts'

export type EntryToRecord = { readonly initiativeId: string; readonly kind: EntryFacts['kind']; readonly year: number; readonly amountMinor: bigint; readonly cashClass: CashClass; readonly evidence: string }
export type EntrySetting = { readonly today: CivilDate; readonly currency: string; readonly calendar: FiscalCalendar }

/** Records a promised, forecast or realised benefit of a fiscal year. Realised value is refused for years that have not begun. */
export function recordEntry(db: Db, actor: Actor, entry: EntryToRecord, { today, currency, calendar }: EntrySetting): Promise<Result<string, ValueRefusal>> {
  return writeAs(db, actor, 'value.record-entry', async (tx, record) => {
    const initiative = await readInitiative(tx, entry.initiativeId)
    if (!initiative) return refuse({ code: 'initiative_unknown', values: { id: entry.initiativeId } })
    // Of an initiative whose benefits stand in the ledger nothing is booked beside it.
    if (await isInLedger(tx, entry.initiativeId)) return refuse({ code: 'kept_in_ledger', values: { initiative: initiative.name } })
    if (entry.kind === 'realised' && fiscalYear(calendar, entry.year).from > today)
      return refuse({ code: 'year_in_future', values: { found: fiscalYearLabel(calendar, entry.year), expected: fiscalYearLabel(calendar, fiscalYearOf(calendar, today)) } })
    const id = newId()
    const { kind, year, initiativeId, evidence } = entry
    const amount = money(entry.amountMinor, currency, nominal, entry.cashClass)
    await addEntry(tx, { orgId: actor.orgId, id, initiativeId, kind, year, amount, evidence, reverses: null, by: actor.name })
    await record({ room: 'value', kind: 'value_entry', id, before: null, after: { initiativeId, kind, year, amount, evidence } })
    return ok(id)
  })
}
